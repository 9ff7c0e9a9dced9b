import type { Scope } from '#src/syntax/scope/scope.ts';
import type { SyntaxNode, SyntaxValue, TreePath, Visit } from '#src/syntax/syntax-tree.ts';

/** A value from the data near a literal: what a learner may type by mistake. */
export type Neighbours = (
  table: string,
  column: string,
  value: string | number,
) => readonly (string | number)[];

/** How a result is compared with the model answer's: what the exercise says of it. */
export interface Comparison {
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
  readonly compare?: Comparison | undefined;
}

/** One edit: the value to put at `path`, which is the visited node's own unless given. */
export interface Edit {
  readonly value: SyntaxValue;
  readonly path?: TreePath;
}

/** A kind of slip, the sentence a learner reads when a result matches it, and the edits that make it. */
export interface MutationOperator {
  readonly id: string;
  /** What to look at. Never the answer. */
  readonly sentence: string;
  readonly edits: (visit: Visit, context: MutationContext) => readonly Edit[];
}

/** A mutation operator for nodes that pass a test, with the new nodes to put there. */
export function mutationOperator(
  id: string,
  sentence: string,
  applies: (node: SyntaxNode, visit: Visit) => boolean,
  replace: (node: SyntaxNode, context: MutationContext, visit: Visit) => readonly SyntaxNode[],
): MutationOperator {
  return {
    id,
    sentence,
    edits: (visit, context) =>
      applies(visit.node, visit) ? replace(visit.node, context, visit).map((value) => ({ value })) : [],
  };
}
