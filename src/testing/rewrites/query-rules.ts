import { isColumnRef, isComparison, isConstant, isFunction, isWindow } from '#src/syntax/node-kinds.ts';
import type { Expression } from '#src/syntax/syntax-tree.ts';
import {
  clauseRule,
  mentionsAggregate,
  printsGroups,
  namesBack,
  shortNames,
  toItems,
  toPositions,
  toSelect,
  type PrintedClauses,
} from './clauses.ts';
import { rewriteTablesIn, type RewriteRule } from './rewrite-rule.ts';

/** The same query built in another way: in a subquery, a CTE, two halves, groups for DISTINCT and so on. */
export const queryRules: readonly RewriteRule[] = [
  clauseRule('wrapped-in-subquery', (clauses) => {
    const order = toPositions(clauses);
    if (order === undefined) return undefined;
    const inner = toSelect(clauses, { order: null, limit: null });
    return `SELECT * FROM (${inner}) AS answer${tail(order, clauses.limit)}`;
  }),
  clauseRule('wrapped-in-cte', (clauses) => {
    const order = toPositions(clauses);
    if (order === undefined) return undefined;
    const inner = toSelect(clauses, { order: null, limit: null });
    return `WITH answer AS (${inner}) SELECT * FROM answer${tail(order, clauses.limit)}`;
  }),
  clauseRule('wrapped-in-cte-with-names', (clauses) => {
    const order = toPositions(clauses);
    if (order === undefined) return undefined;
    const inner = toSelect(clauses, { order: null, limit: null });
    return (
      `WITH answer(${shortNames(clauses).join(', ')}) AS MATERIALIZED (${inner}) ` +
      `SELECT ${namesBack(clauses)} FROM answer${tail(order, clauses.limit)}`
    );
  }),
  clauseRule('filtered-in-subquery', (clauses) =>
    clauses.where && isOneTable(clauses)
      ? toSelect(clauses, {
          from: `(SELECT * FROM ${clauses.from} WHERE ${clauses.where}) AS ${nameOf(clauses)}`,
          where: null,
        })
      : undefined,
  ),
  clauseRule('filtered-in-cte', (clauses) =>
    clauses.where && isOneTable(clauses)
      ? `WITH kept AS (FROM ${clauses.from} WHERE ${clauses.where}) ` +
        toSelect(clauses, { from: `kept AS ${nameOf(clauses)}`, where: null })
      : undefined,
  ),
  clauseRule('filtered-before-join', (clauses, { tables }) => {
    const known = rewriteTablesIn(clauses.select.from_table, tables);
    if (known.length < 2) return undefined;
    return toSelect(clauses, {
      from: known.reduce(
        (from, { table }) => from.replace(` ${table.name} AS `, ` (SELECT * FROM ${table.name}) AS `),
        ` ${clauses.from}`,
      ),
    });
  }),
  clauseRule('one-row-joined', (clauses) =>
    toSelect(clauses, { from: `${clauses.from} CROSS JOIN (SELECT 1 AS _one) AS _single` }),
  ),
  clauseRule('split-in-two-halves', (clauses, { tables, keepsOrder }) => {
    const [table] = rewriteTablesIn(clauses.select.from_table, tables);
    const key = table?.table.columns[0];
    const splits = !keepsOrder && clauses.limit === undefined && !clauses.distinct && !printsGroups(clauses);
    if (!table || !key || !splits || hasWindow(clauses)) return undefined;
    const half = (sign: string) =>
      toSelect(clauses, {
        where: `${clauses.where ? `${clauses.where} AND ` : ''}hash("${table.alias}"."${key.name}") % 2 ${sign} 0`,
        order: null,
      });
    return `${half('=')} UNION ALL ${half('<>')}`;
  }),
  clauseRule('figures-as-subqueries', (clauses) => {
    const list = clauses.select.select_list;
    if (clauses.groups.length > 0 || clauses.having || !list.every(mentionsAggregate)) return undefined;
    const parts = clauses.items.map(
      (item, index) =>
        `(${toSelect(clauses, { select: item, order: null, limit: null })}) AS ${clauses.names[index]}`,
    );
    return `SELECT ${parts.join(', ')}`;
  }),
  clauseRule('group-by-position', (clauses) => {
    const positions = clauses.groups.map((group) => clauses.items.indexOf(group) + 1);
    return positions.length === 0 || positions.includes(0)
      ? undefined
      : toSelect(clauses, { groupBy: positions.join(', ') });
  }),
  clauseRule('group-by-all', (clauses) =>
    clauses.groups.length > 0 && showsGroups(clauses) ? toSelect(clauses, { groupBy: 'ALL' }) : undefined,
  ),
  clauseRule('group-keys-reversed', (clauses) =>
    clauses.groups.length > 1
      ? toSelect(clauses, { groupBy: clauses.groups.toReversed().join(', ') })
      : undefined,
  ),
  clauseRule('group-as-windows', (clauses) => {
    const list = clauses.select.select_list;
    const isWhole = list.every(
      (item, index) => clauses.groups.includes(clauses.items[index] ?? '') || isPlainAggregate(item),
    );
    const order = toPositions(clauses);
    if (
      !isWhole ||
      !list.some(mentionsAggregate) ||
      !showsGroups(clauses) ||
      clauses.groups.length === 0 ||
      clauses.having ||
      order === undefined
    )
      return undefined;
    const items = clauses.items.map((item, index) => {
      const group = clauses.groups.includes(item);
      return `${item}${group ? '' : ` OVER (PARTITION BY ${clauses.groups.join(', ')})`} AS ${clauses.names[index]}`;
    });
    return toSelect(clauses, { select: `DISTINCT ${items.join(', ')}`, groupBy: null, order });
  }),
  clauseRule('having-as-outer-where', (clauses) => {
    const order = toPositions(clauses);
    if (!clauses.having || order === undefined) return undefined;
    const inner = toSelect(clauses, {
      select: `${toItems(clauses, shortNames(clauses))}, ${clauses.having} AS _kept`,
      having: null,
      order: null,
      limit: null,
    });
    return `SELECT ${namesBack(clauses)} FROM (${inner}) AS grouped WHERE _kept${tail(order, clauses.limit)}`;
  }),
  clauseRule('having-as-qualify', (clauses) =>
    clauses.having
      ? toSelect(clauses, { having: `true QUALIFY count(*) OVER () >= 0 AND ${clauses.having}` })
      : undefined,
  ),
  clauseRule('where-on-keys-as-having', (clauses) => {
    const where = clauses.select.where_clause;
    if (!isComparison(where) || !isColumnRef(where.left) || !isConstant(where.right)) return undefined;
    const name = where.left.column_names.at(-1);
    if (clauses.having || !clauses.groups.includes(name ?? '')) return undefined;
    return toSelect(clauses, { where: null, having: clauses.where ?? null });
  }),
  clauseRule('distinct-as-group', (clauses) =>
    clauses.distinct && !printsGroups(clauses)
      ? toSelect(clauses, {
          select: toItems(clauses),
          groupBy: clauses.items.map((_item, index) => index + 1).join(', '),
        })
      : undefined,
  ),
  clauseRule('group-as-distinct', (clauses) => {
    const plain = clauses.groups.length === clauses.items.length && showsGroups(clauses) && !clauses.having;
    return plain && clauses.groups.length > 0
      ? toSelect(clauses, { select: `DISTINCT ${toItems(clauses)}`, groupBy: null })
      : undefined;
  }),
  clauseRule('distinct-as-union', (clauses, { keepsOrder }) => {
    const half = toSelect(clauses, { order: null });
    return clauses.distinct && !keepsOrder && clauses.limit === undefined
      ? `${half} UNION ${half}`
      : undefined;
  }),
  {
    name: 'union-as-distinct',
    async apply({ tree, print, keepsOrder }) {
      if (tree.type !== 'SET_OPERATION_NODE' || tree.setop_type !== 'UNION' || tree.setop_all) return [];
      if (keepsOrder || tree.modifiers.length > 0) return [];
      const [a, b] = [await print(tree.left), await print(tree.right)];
      return [
        `SELECT DISTINCT * FROM ((${a}) UNION ALL (${b})) AS either`,
        `SELECT * FROM ((${b}) UNION (${a})) AS either`,
      ];
    },
  },
];

function tail(order: string, limit: number | undefined): string {
  return `${order ? ` ORDER BY ${order}` : ''}${limit === undefined ? '' : ` LIMIT ${limit}`}`;
}

function isOneTable({ select }: PrintedClauses): boolean {
  return select.from_table.type === 'BASE_TABLE';
}

function nameOf({ select: { from_table: from } }: PrintedClauses): string {
  return `"${from.alias || (from.type === 'BASE_TABLE' ? from.table_name : '')}"`;
}

/** Whether every group key is shown, so that no two groups give the same row. */
function showsGroups({ groups, items }: { groups: readonly string[]; items: readonly string[] }): boolean {
  return groups.every((group) => items.includes(group));
}

function isPlainAggregate(node: Expression): boolean {
  return (
    isFunction(node) &&
    mentionsAggregate(node) &&
    !node.children.some(mentionsAggregate) &&
    !node.is_operator &&
    !node.distinct &&
    /^(count|count_star|sum|avg|min|max)$/.test(node.function_name)
  );
}

function hasWindow({ select }: PrintedClauses): boolean {
  return select.select_list.some(isWindow);
}
