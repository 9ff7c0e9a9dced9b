import { columnRef, comparison, constant, cteMap } from '#src/syntax/build-tree.ts';
import type { ColumnRef, Expression, SelectNode, TableRef } from '#src/syntax/syntax-tree.ts';
import type { SelectFacts } from '../facts/query-facts.ts';

/** References to the row id of each table. */
export function toRowIdList({ tables }: SelectFacts): ColumnRef[] {
  return tables.map(({ alias }) => columnRef(alias, 'rowid'));
}

/** The SELECT with the row ids of its tables in place of its columns. */
export function toRowIds(select: SelectFacts, edit: Partial<SelectNode>): SelectNode {
  return {
    ...select.node,
    cte_map: cteMap(select.ctes),
    select_list: toRowIdList(select),
    modifiers: [],
    group_expressions: [],
    group_sets: [],
    aggregate_handling: 'STANDARD_HANDLING',
    having: null,
    qualify: null,
    ...edit,
  };
}

/** A condition that holds where this one is false or unknown. */
export function toRefused(condition: Expression): Expression {
  return comparison('COMPARE_DISTINCT_FROM', condition, constant(true));
}

/** A FROM clause that keeps the rows without a partner on both sides. */
export function withOuterJoins(from: TableRef): TableRef {
  if (from.type !== 'JOIN') return from;
  const isPlain = ['INNER', 'LEFT', 'RIGHT'].includes(from.join_type) && from.ref_type === 'REGULAR';
  return {
    ...from,
    left: withOuterJoins(from.left),
    right: withOuterJoins(from.right),
    join_type: isPlain ? 'FULL' : from.join_type,
  };
}
