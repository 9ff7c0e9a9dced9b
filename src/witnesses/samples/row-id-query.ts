import { nodeIn, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import type { SelectFacts } from '../facts/query-facts.ts';

/** References to the row id of each table. */
export function toRowIdList({ tables }: SelectFacts): SyntaxNode[] {
  return tables.map(({ alias }) => ({
    class: 'COLUMN_REF',
    type: 'COLUMN_REF',
    alias: '',
    query_location: 0,
    column_names: [alias, 'rowid'],
  }));
}

/** The SELECT with the row ids of its tables in place of its columns. */
export function toRowIds(select: SelectFacts, edit: SyntaxNode): SyntaxNode {
  return {
    ...select.node,
    cte_map: { map: [...select.ctes] },
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
export function toRefused(condition: SyntaxNode): SyntaxNode {
  const constant: SyntaxNode = {
    class: 'CONSTANT',
    type: 'VALUE_CONSTANT',
    alias: '',
    query_location: 0,
    value: { type: { id: 'BOOLEAN', type_info: null }, is_null: false, value: true },
  };
  return {
    class: 'COMPARISON',
    type: 'COMPARE_DISTINCT_FROM',
    alias: '',
    query_location: 0,
    left: condition,
    right: constant,
  };
}

/** One condition that holds where all of them hold. */
export function toConjunction(children: SyntaxNode[]): SyntaxNode {
  const [only] = children;
  if (only && children.length === 1) return only;
  return { class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '', query_location: 0, children };
}

/** A FROM clause that keeps the rows without a partner on both sides. */
export function withOuterJoins(node: SyntaxNode | undefined): SyntaxNode | undefined {
  if (node?.['type'] !== 'JOIN') return node;
  const [left, right] = [withOuterJoins(nodeIn(node, 'left')), withOuterJoins(nodeIn(node, 'right'))];
  const isPlain = ['INNER', 'LEFT', 'RIGHT'].includes(String(node['join_type']));
  const join_type = isPlain && node['ref_type'] === 'REGULAR' ? 'FULL' : (node['join_type'] ?? '');
  return { ...node, left: left ?? null, right: right ?? null, join_type };
}
