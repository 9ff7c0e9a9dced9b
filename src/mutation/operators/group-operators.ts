import { toColumnRef } from './count-operator.ts';
import type { Edit, MutationOperator, MutationContext } from './mutation-operator.ts';
import { toColumnKey } from '#src/syntax/scope/from-clause.ts';
import { columnOf, hasGroupingSets, isGrouped, type Scope } from '#src/syntax/scope/scope.ts';
import { determinedColumns } from '#src/syntax/scope/determined-columns.ts';
import { nodesIn, sameTree, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

/** Slips in what makes a group. */
export const groupOperators: readonly MutationOperator[] = [
  {
    id: 'group-dropped',
    sentence: 'Look at what makes a group: your query puts rows together that the task keeps apart.',
    edits: (visit, context) => dropGroup(visit, context),
  },
  {
    id: 'group-added',
    sentence: 'Look at what makes a group: your query keeps rows apart that the task puts together.',
    edits: (visit, context) => addGroup(visit, context),
  },
  {
    id: 'subtotals',
    sentence:
      'Look at the rows of totals: GROUP BY alone makes none, ROLLUP and CUBE add some for each level.',
    edits: ({ node, path }) =>
      hasGroupingSets(node)
        ? [{ value: { ...node, group_sets: oneSet(nodesIn(node, 'group_expressions')) }, path }]
        : [],
  },
];

function oneSet(keys: readonly SyntaxNode[]): number[][] {
  return keys.length > 0 ? [keys.map((_, index) => index)] : [];
}

/**
 * A grouping key left out: the value shown beside the group is then one of several. A key that the others determine
 * makes no mutant.
 */
function dropGroup({ node, path }: Visit, { scope }: MutationContext): Edit[] {
  if (node['type'] !== 'SELECT_NODE') return [];
  const keys = nodesIn(node, 'group_expressions');
  return keys.flatMap((key, dropped) => {
    const kept = keys.filter((_, index) => index !== dropped);
    const column = toColumnKey(key, scope);
    const determined = determinedColumns(columnKeys(kept, scope), scope);
    // Without any key there is one group even where there are no rows.
    if (kept.length > 0 && !hasGroupingSets(node) && column !== undefined && determined.has(column))
      return [];
    return [
      {
        path,
        value: {
          ...node,
          group_expressions: kept,
          group_sets: oneSet(kept),
          select_list: nodesIn(node, 'select_list').map((item) => (sameTree(item, key) ? anyOf(item) : item)),
        },
      },
    ];
  });
}

function columnKeys(expressions: readonly SyntaxNode[], scope: Scope): string[] {
  return expressions.map((key) => toColumnKey(key, scope)).filter((key) => key !== undefined);
}

function anyOf(item: SyntaxNode): SyntaxNode {
  return {
    class: 'FUNCTION',
    type: 'FUNCTION',
    alias: item['alias'] ?? '',
    query_location: 0,
    function_name: 'min',
    schema: '',
    catalog: '',
    children: [{ ...item, alias: '' }],
    filter: null,
    order_bys: { type: 'ORDER_MODIFIER', orders: [] },
    distinct: false,
    is_operator: false,
    export_state: false,
  };
}

/** One more grouping key: the first text column that the query does not group by and that the keys do not determine. */
function addGroup({ node, path }: Visit, { scope }: MutationContext): Edit[] {
  if (node['type'] !== 'SELECT_NODE' || !isGrouped(node)) return [];
  const keys = nodesIn(node, 'group_expressions');
  if (keys.length === 0) return [];
  const determined = determinedColumns(columnKeys(keys, scope), scope);
  const used = keys.map((key) => columnOf(key, scope)?.column.name);
  for (const { alias, table } of scope.tables) {
    const extra = table.columns.find(
      ({ name, type }) =>
        type === 'VARCHAR' &&
        !used.includes(name) &&
        !determined.has(`${alias}.${name}`.toLowerCase()) &&
        !determined.has(`using.${name}`.toLowerCase()),
    );
    if (!extra) continue;
    const names = scope.tables.length > 1 ? [alias, extra.name] : [extra.name];
    const group_expressions = [...keys, toColumnRef(names)];
    return [{ path, value: { ...node, group_expressions, group_sets: oneSet(group_expressions) } }];
  }
  return [];
}
