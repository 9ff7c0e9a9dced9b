import type { Database } from '#src/results/database.ts';
import { constant } from './build-tree.ts';
import { constantOf, isSelect, namesOf } from './node-kinds.ts';
import { parseQuery, printQuery } from './parse-query.ts';
import type { Expression, QueryNode, SortKey, SyntaxNode } from './syntax-tree.ts';
import { mapParts, sameTree } from './walk-tree.ts';

/** A model answer taken apart: all its rows with their place in the order, and how many of them it keeps. */
export interface RankedAnswer {
  /**
   * Gives the answer's columns and then `_rank`: 1 for the rows that come first, the same number for rows that the
   * order leaves equal. Without LIMIT, so that the rows tied at the limit can be seen.
   */
  readonly sql: string;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Ranks the rows of an ordered model answer by its own ORDER BY, whether or not it shows the columns it sorts by.
 *
 * @param database native DuckDB: the syntax tree is read and printed there
 * @param columnCount how many columns the answer shows
 * @returns `undefined` when the answer has no ORDER BY, or one that cannot be taken apart (COLUMNS(…), LIMIT 10%)
 */
export async function rankRows(
  database: Database,
  solution: string,
  columnCount: number,
): Promise<RankedAnswer | undefined> {
  const tree = await parseQuery(database, solution);
  if (!tree) return undefined;
  const { modifiers } = tree;
  const orderModifier = modifiers.find((modifier) => modifier.type === 'ORDER_MODIFIER');
  const limitModifier = modifiers.find((modifier) => modifier.type === 'LIMIT_MODIFIER');
  if (modifiers.some((modifier) => modifier.type === 'LIMIT_PERCENT_MODIFIER')) return undefined;
  const limit = wholeNumber(limitModifier?.limit);
  const offset = wholeNumber(limitModifier?.offset);
  if (!orderModifier || (limitModifier && limit === undefined)) return undefined;

  const orders = toOrders(orderModifier.orders, columnCount);
  const keys = orders.map(({ expression }) => toSortKey(expression, tree, columnCount));
  if (keys.some((key) => key === undefined)) return undefined;
  const hidden = keys.filter((key) => typeof key === 'object');
  if (hidden.length > 0 && !isSelect(tree)) return undefined;

  const isDistinctOn = modifiers.some(
    (modifier) => modifier.type === 'DISTINCT_MODIFIER' && modifier.distinct_on_targets.length > 0,
  );
  const inner = await printQuery(database, {
    ...tree,
    // DISTINCT ON keeps the row of each kind that the order puts first.
    modifiers: modifiers.filter(
      (modifier) => modifier.type === 'DISTINCT_MODIFIER' || (modifier === orderModifier && isDistinctOn),
    ),
    ...(isSelect(tree) ? { select_list: [...tree.select_list, ...hidden] } : {}),
  });
  if (inner === undefined) return undefined;

  let hiddenBefore = 0;
  const sortKeys = orders.map((order, index) => {
    const key = keys[index];
    const position = typeof key === 'number' ? key : columnCount + ++hiddenBefore;
    return `#${position} ${direction(order)}`;
  });
  const shown = Array.from({ length: columnCount }, (_, index) => `#${index + 1} AS c${index + 1}`);
  return {
    sql: `SELECT ${shown.join(', ')}, dense_rank() OVER (ORDER BY ${sortKeys.join(', ')}) AS _rank FROM (${inner})`,
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  };
}

/** ORDER BY ALL sorts by each column in turn. */
function toOrders(orders: readonly SortKey[], columnCount: number): SortKey[] {
  return orders.flatMap((order) => {
    const { expression } = order;
    const isAll =
      expression.class === 'STAR' &&
      expression.relation_name === '' &&
      expression.exclude_list.length + expression.replace_list.length === 0;
    if (!isAll) return [order];
    return Array.from({ length: columnCount }, (_, index) => ({ ...order, expression: constant(index + 1) }));
  });
}

/** Where a sort key stands among the shown columns, from 1; or the expression itself when it is not shown. */
function toSortKey(
  expression: Expression,
  tree: QueryNode,
  columnCount: number,
): number | Expression | undefined {
  if (expression.class === 'STAR') return undefined;
  const query = leftmostQuery(tree);
  const list = isSelect(query) ? query.select_list : [];
  const position = wholeNumber(expression);
  if (position !== undefined) return position >= 1 && position <= columnCount ? position : undefined;
  const holdsStar = list.some((item) => item.class === 'STAR');
  const name = columnName(expression);
  const index = list.findIndex(
    (item) => (name !== undefined && aliasOf(item) === name) || sameTree(item, expression),
  );
  if (index >= 0 && !holdsStar) return index + 1;
  return { ...withoutAliases(expression, list), alias: '' };
}

function leftmostQuery(tree: QueryNode): QueryNode {
  return tree.type === 'SET_OPERATION_NODE' ? leftmostQuery(tree.left) : tree;
}

/** A key may use the names that the SELECT list gives: those are put back as what they stand for. */
function withoutAliases<N extends SyntaxNode>(node: N, list: readonly Expression[]): N {
  return mapParts(meaningOf(node, list) as N, (part) => withoutAliases(part, list));
}

function meaningOf(node: SyntaxNode, list: readonly Expression[]): SyntaxNode {
  const name = columnName(node);
  const named = name === undefined ? undefined : list.find((item) => aliasOf(item) === name);
  return named && columnName(named) !== name ? { ...named, alias: '' } : node;
}

function columnName(node: SyntaxNode): string | undefined {
  const names = namesOf(node);
  return names.length === 1 ? names[0] : undefined;
}

function aliasOf(item: Expression): string | undefined {
  return item.alias.toLowerCase() || columnName(item);
}

function wholeNumber(node: Expression | undefined | null): number | undefined {
  const value = constantOf(node);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

function direction({ type, null_order }: SortKey): string {
  const way = type === 'DESCENDING' ? 'DESC' : 'ASC';
  // DuckDB puts missing values last, whichever way the sort runs.
  const nulls = null_order.replace('_', ' ') === 'NULLS FIRST' ? 'NULLS FIRST' : 'NULLS LAST';
  return `${way} ${nulls}`;
}
