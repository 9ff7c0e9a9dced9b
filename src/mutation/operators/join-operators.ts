import { mutationOperator, type MutationOperator } from './mutation-operator.ts';
import { namesIn } from '#src/syntax/scope/from-clause.ts';
import { isSameJoin } from '#src/syntax/scope/is-same-join.ts';
import { columnOf, toColumn, type Scope } from '#src/syntax/scope/scope.ts';
import { nodeIn, type SyntaxNode } from '#src/syntax/syntax-tree.ts';

const otherJoins: Record<string, readonly string[]> = {
  INNER: ['LEFT', 'RIGHT'],
  LEFT: ['INNER', 'RIGHT'],
  RIGHT: ['INNER', 'LEFT'],
  FULL: ['INNER', 'LEFT'],
};

/** Slips in how tables are joined. */
export const joinOperators: readonly MutationOperator[] = [
  mutationOperator(
    'join-column',
    'Look at the columns you join on: do both hold the same kind of code?',
    (node, { ancestors }) =>
      (isJoinEquality(node) && ancestors.some(({ type }) => type === 'JOIN')) || node['type'] === 'JOIN',
    (node, { scope }) => {
      if (node['type'] === 'JOIN') return otherUsingColumns(node, scope);
      return ['left', 'right'].flatMap((side) => {
        const column = nodeIn(node, side);
        const found = column && columnOf(column, scope);
        if (!column || !found) return [];
        return found.table.columns
          .filter(({ name, type }) => type === found.column.type && name !== found.column.name)
          .slice(0, side === 'left' ? 1 : 2)
          .map(({ name }) => ({ ...node, [side]: toColumn(column, name) }));
      });
    },
  ),
  {
    id: 'join-type',
    sentence:
      'Look at the rows without a partner: INNER JOIN drops them, LEFT JOIN keeps those of the first table.',
    edits: (visit, { scope }) =>
      isConditional(visit.node)
        ? (otherJoins[String(visit.node['join_type'])] ?? [])
            .filter((type) => !isSameJoin(visit, type, scope))
            .map((join_type) => ({ value: { ...visit.node, join_type }, path: visit.path }))
        : [],
  },
  {
    id: 'join-condition',
    sentence:
      'Look at how your tables are joined: without a condition that ties them, every row of one meets every row of the other.',
    edits: ({ node, path }) => joinConditionEdits(node).map((value) => ({ value, path })),
  },
];

function isJoinEquality(node: SyntaxNode): boolean {
  return (
    node['class'] === 'COMPARISON' &&
    nodeIn(node, 'left')?.['class'] === 'COLUMN_REF' &&
    nodeIn(node, 'right')?.['class'] === 'COLUMN_REF'
  );
}

/** A join of rows that belong together: by ON or USING, not one of every row with every other. */
function isConditional(node: SyntaxNode): boolean {
  return (
    node['type'] === 'JOIN' &&
    (nodeIn(node, 'condition') !== undefined || namesIn(node, 'using_columns').length > 0)
  );
}

/** The condition left out; of several USING columns, each in turn. A single one of several ON conditions is another mutation operator. */
function joinConditionEdits(node: SyntaxNode): SyntaxNode[] {
  if (!isConditional(node)) return [];
  const names = namesIn(node, 'using_columns');
  const fewer =
    names.length > 1
      ? names.map((name) => ({ ...node, using_columns: names.filter((other) => other !== name) }))
      : [];
  const none = { ...node, condition: null, using_columns: [], join_type: 'INNER', ref_type: 'CROSS' };
  return [...fewer, none];
}

/** USING with another column that two of the tables share. */
function otherUsingColumns(node: SyntaxNode, { tables }: Scope): SyntaxNode[] {
  const names = (node['using_columns'] as string[] | undefined) ?? [];
  const [first, ...others] = tables.map(({ table }) => table.columns.map(({ name }) => name));
  const shared = (first ?? []).filter(
    (name) => !names.includes(name) && others.some((columns) => columns.includes(name)),
  );
  return names.flatMap((_, index) =>
    shared
      .slice(0, 2)
      .map((name) => ({ ...node, using_columns: names.map((other, at) => (at === index ? name : other)) })),
  );
}
