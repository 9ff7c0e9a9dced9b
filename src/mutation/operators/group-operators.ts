import type { Edit, MutationOperator, MutationContext } from './mutation-operator.ts';
import { toColumnKey } from '#src/syntax/scope/from-clause.ts';
import { columnOf, hasGroupingSets, isGrouped, type Scope } from '#src/syntax/scope/scope.ts';
import { determinedColumns } from '#src/syntax/scope/determined-columns.ts';
import { callOf, columnRef } from '#src/syntax/build-tree.ts';
import { isSelect } from '#src/syntax/node-kinds.ts';
import type { Expression } from '#src/syntax/syntax-tree.ts';
import { sameTree, type Visit } from '#src/syntax/walk-tree.ts';

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
      isSelect(node) && hasGroupingSets(node)
        ? [{ node: { ...node, group_sets: oneSet(node.group_expressions) }, path }]
        : [],
  },
];

function oneSet(keys: readonly Expression[]): number[][] {
  return keys.length > 0 ? [keys.map((_, index) => index)] : [];
}

/**
 * A grouping key left out: the value shown beside the group is then one of several. A key that the others determine
 * makes no mutant.
 */
function dropGroup({ node, path }: Visit, { scope }: MutationContext): Edit[] {
  if (!isSelect(node)) return [];
  const keys = node.group_expressions;
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
        node: {
          ...node,
          group_expressions: kept,
          group_sets: oneSet(kept),
          select_list: node.select_list.map((item) => (sameTree(item, key) ? anyOf(item) : item)),
        },
      },
    ];
  });
}

function columnKeys(expressions: readonly Expression[], scope: Scope): string[] {
  return expressions.map((key) => toColumnKey(key, scope)).filter((key) => key !== undefined);
}

function anyOf(item: Expression): Expression {
  return { ...callOf('min', { ...item, alias: '' }), alias: item.alias };
}

/** One more grouping key: the first text column that the query does not group by and that the keys do not determine. */
function addGroup({ node, path }: Visit, { scope }: MutationContext): Edit[] {
  if (!isSelect(node) || !isGrouped(node)) return [];
  const keys = node.group_expressions;
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
    const added = scope.tables.length > 1 ? columnRef(alias, extra.name) : columnRef(extra.name);
    const group_expressions = [...keys, added];
    return [{ path, node: { ...node, group_expressions, group_sets: oneSet(group_expressions) } }];
  }
  return [];
}
