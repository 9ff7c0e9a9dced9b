import { mutationOperator, type MutationOperator } from './mutation-operator.ts';
import { comparesColumns, isColumnRef, isComparison, isJoin } from '#src/syntax/node-kinds.ts';
import { usingColumnsOf } from '#src/syntax/scope/from-clause.ts';
import { isSameJoin } from '#src/syntax/scope/is-same-join.ts';
import { columnOf, toColumn, type Scope } from '#src/syntax/scope/scope.ts';
import type { Comparison, Join, JoinType, SyntaxNode } from '#src/syntax/syntax-tree.ts';

const otherJoins: Partial<Record<JoinType, readonly JoinType[]>> = {
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
    (node): node is Join | Comparison => isJoin(node) || isComparison(node),
    (node, { scope }, { ancestors }) => {
      if (isJoin(node)) return otherUsingColumns(node, scope);
      return comparesColumns(node) && ancestors.some(isJoin) ? otherOnColumns(node, scope) : [];
    },
  ),
  {
    id: 'join-type',
    sentence:
      'Look at the rows without a partner: INNER JOIN drops them, LEFT JOIN keeps those of the first table.',
    edits: ({ node, path, ancestors }, { scope }) =>
      isConditional(node)
        ? (otherJoins[node.join_type] ?? [])
            .filter((type) => !isSameJoin({ node, path, ancestors }, type, scope))
            .map((join_type) => ({ node: { ...node, join_type }, path }))
        : [],
  },
  mutationOperator(
    'join-condition',
    'Look at how your tables are joined: without a condition that ties them, every row of one meets every row of the other.',
    isConditional,
    (node) => fewerConditions(node),
  ),
];

/** A join of rows that belong together: by ON or USING, not one of every row with every other. */
function isConditional(node: SyntaxNode): node is Join {
  return isJoin(node) && (node.condition !== null || node.using_columns.length > 0);
}

/** The condition left out; of several USING columns, each in turn. A single one of several ON conditions is another mutation operator. */
function fewerConditions(join: Join): Join[] {
  // In small letters, as its columns are looked up.
  const names = usingColumnsOf(join);
  const fewer =
    names.length > 1
      ? names.map((name) => ({ ...join, using_columns: names.filter((other) => other !== name) }))
      : [];
  return [...fewer, { ...join, condition: null, using_columns: [], join_type: 'INNER', ref_type: 'CROSS' }];
}

/** ON with another column of the same type on one side. */
function otherOnColumns(node: Comparison, scope: Scope): Comparison[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const column = node[side];
    const found = columnOf(column, scope);
    if (!isColumnRef(column) || !found) return [];
    return found.table.columns
      .filter(({ name, type }) => type === found.column.type && name !== found.column.name)
      .slice(0, side === 'left' ? 1 : 2)
      .map(({ name }) => ({ ...node, [side]: toColumn(column, name) }));
  });
}

/** USING with another column that two of the tables share. */
function otherUsingColumns(node: Join, { tables }: Scope): Join[] {
  const names = node.using_columns;
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
