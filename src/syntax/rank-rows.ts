import type { Database } from '#src/results/database.ts';
import { isNode, nodeIn, nodesIn, sameTree, walk, type SyntaxNode } from './syntax-tree.ts';
import { parseQuery, printQuery } from './parse-query.ts';

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
  const modifiers = nodesIn(tree, 'modifiers');
  const orderModifier = modifiers.find(({ type }) => type === 'ORDER_MODIFIER');
  const limitModifier = modifiers.find(({ type }) => String(type).startsWith('LIMIT'));
  if (limitModifier && limitModifier['type'] !== 'LIMIT_MODIFIER') return undefined;
  const limit = wholeNumber(nodeIn(limitModifier, 'limit'));
  const offset = wholeNumber(nodeIn(limitModifier, 'offset'));
  if (!orderModifier || (limitModifier && limit === undefined)) return undefined;

  const orders = toOrders(nodesIn(orderModifier, 'orders'), columnCount);
  const keys = orders.map((order) => toKey(nodeIn(order, 'expression'), tree, columnCount));
  if (keys.some((key) => key === undefined)) return undefined;
  const hidden = keys.filter(isNode);
  if (hidden.length > 0 && tree['type'] !== 'SELECT_NODE') return undefined;

  const isDistinctOn = modifiers.some((modifier) => nodesIn(modifier, 'distinct_on_targets').length > 0);
  const inner = await printQuery(database, {
    ...tree,
    // DISTINCT ON keeps the row of each kind that the order puts first.
    modifiers: modifiers.filter(
      (modifier) => modifier['type'] === 'DISTINCT_MODIFIER' || (modifier === orderModifier && isDistinctOn),
    ),
    ...(tree['type'] === 'SELECT_NODE' ? { select_list: [...nodesIn(tree, 'select_list'), ...hidden] } : {}),
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
function toOrders(orders: readonly SyntaxNode[], columnCount: number): SyntaxNode[] {
  return orders.flatMap((order) => {
    const expression = nodeIn(order, 'expression');
    const isAll =
      expression?.['class'] === 'STAR' &&
      expression['relation_name'] === '' &&
      [expression['exclude_list'], expression['replace_list']].flat().length === 0;
    if (!isAll) return [order];
    return Array.from({ length: columnCount }, (_, index) => ({
      ...order,
      expression: {
        class: 'CONSTANT',
        type: 'VALUE_CONSTANT',
        value: { type: { id: 'INTEGER' }, is_null: false, value: index + 1 },
      },
    }));
  });
}

/** Where a sort key stands among the shown columns, from 1; or the expression itself when it is not shown. */
function toKey(
  expression: SyntaxNode | undefined,
  tree: SyntaxNode,
  columnCount: number,
): number | SyntaxNode | undefined {
  if (!expression || expression['class'] === 'STAR') return undefined;
  const list = nodesIn(leftmostSelect(tree), 'select_list');
  const position = wholeNumber(expression);
  if (position !== undefined) return position >= 1 && position <= columnCount ? position : undefined;
  const holdsStar = list.some((item) => item['class'] === 'STAR');
  const name = columnName(expression);
  const index = list.findIndex(
    (item) => (name !== undefined && aliasOf(item) === name) || sameTree(item, expression),
  );
  if (index >= 0 && !holdsStar) return index + 1;
  return withoutAliases(expression, list);
}

function leftmostSelect(tree: SyntaxNode): SyntaxNode {
  const left = nodeIn(tree, 'left');
  return left && tree['type'] === 'SET_OPERATION_NODE' ? leftmostSelect(left) : tree;
}

/** A key may use the names that the SELECT list gives: those are put back as what they stand for. */
function withoutAliases(expression: SyntaxNode, list: readonly SyntaxNode[]): SyntaxNode {
  const holder: SyntaxNode = { expression: structuredClone(expression) };
  for (const { node } of walk(holder)) {
    for (const [key, value] of Object.entries(node)) {
      if (Array.isArray(value))
        node[key] = value.map((item) => (isNode(item) ? meaningOf(item, list) : item));
      else if (isNode(value)) node[key] = meaningOf(value, list);
    }
  }
  return { ...(nodeIn(holder, 'expression') ?? expression), alias: '' };
}

function meaningOf(node: SyntaxNode, list: readonly SyntaxNode[]): SyntaxNode {
  const name = columnName(node);
  const named = name === undefined ? undefined : list.find((item) => aliasOf(item) === name);
  return named && columnName(named) !== name ? { ...structuredClone(named), alias: '' } : node;
}

function columnName(node: SyntaxNode): string | undefined {
  const names = node['class'] === 'COLUMN_REF' ? (node['column_names'] as string[]) : [];
  return names.length === 1 ? names[0]?.toLowerCase() : undefined;
}

function aliasOf(item: SyntaxNode): string | undefined {
  const alias = String(item['alias'] ?? '').toLowerCase();
  return alias || columnName(item);
}

function wholeNumber(node: SyntaxNode | undefined): number | undefined {
  const value = nodeIn(node, 'value')?.['value'];
  return node?.['class'] === 'CONSTANT' && typeof value === 'number' && Number.isInteger(value)
    ? value
    : undefined;
}

function direction(order: SyntaxNode): string {
  const way = order['type'] === 'DESCENDING' ? 'DESC' : 'ASC';
  // DuckDB puts missing values last, whichever way the sort runs.
  const nulls =
    String(order['null_order']).replace(/[ _]/g, ' ') === 'NULLS FIRST' ? 'NULLS FIRST' : 'NULLS LAST';
  return `${way} ${nulls}`;
}
