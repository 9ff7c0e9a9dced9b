import type { Scope } from '#src/syntax/scope/scope.ts';
import type { SyntaxNode } from '#src/syntax/syntax-tree.ts';
import type { TreePath, Visit } from '#src/syntax/walk-tree.ts';

/** A value from the data near a literal: what a learner may type by mistake. */
export type Neighbours = (
  table: string,
  column: string,
  value: string | number,
) => readonly (string | number)[];

/** How a result is compared with the model answer's: what the exercise says of it. */
export interface ComparisonRules {
  readonly order: 'required' | 'ignored';
  readonly columnNames: 'required' | 'ignored';
  readonly columns: 'exact' | 'any-order';
  /** How far a number may be from the expected one, in the unit of the column. */
  readonly tolerance: number;
}

export interface MutationContext {
  readonly scope: Scope;
  readonly neighbours: Neighbours;
  /** `undefined` when it is not known: then every difference counts. */
  readonly compare?: ComparisonRules | undefined;
}

/** One edit: the node to put at `path`, which is the visited node's own unless given. */
export interface Edit {
  readonly node: SyntaxNode;
  readonly path?: TreePath;
}

/** A kind of slip, the sentence a learner reads when a result matches it, and the edits that make it. */
export interface MutationOperator {
  readonly id: string;
  /** What to look at. Never the answer. */
  readonly sentence: string;
  readonly edits: (visit: Visit, context: MutationContext) => readonly Edit[];
}

/** A mutation operator for nodes of one kind, with the new nodes to put there; none where it does not apply. */
export function mutationOperator<N extends SyntaxNode>(
  id: string,
  sentence: string,
  isKind: (node: SyntaxNode) => node is N,
  replace: (node: N, context: MutationContext, visit: Visit) => readonly SyntaxNode[],
): MutationOperator {
  return {
    id,
    sentence,
    edits: (visit, context) =>
      isKind(visit.node) ? replace(visit.node, context, visit).map((node) => ({ node })) : [],
  };
}
