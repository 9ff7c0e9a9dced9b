import type { Database } from '#src/results/database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { allOf, constant, operator } from '#src/syntax/build-tree.ts';
import { isColumnRef, isFunction, isSelect } from '#src/syntax/node-kinds.ts';
import type { QueryNode } from '#src/syntax/syntax-tree.ts';
import { mapTree } from '#src/syntax/walk-tree.ts';

/**
 * Other readings of a model answer that are as fair wherever the real data do not tell them apart. Nothing added up is 0,
 * where DuckDB says NULL; and what is missing is not among the first, where it fills a list that has too few. No witness
 * may refuse them.
 *
 * @param isRight - Whether a query is right on the real data.
 */
export async function findFairVariants(
  database: Database,
  solution: string,
  isRight: (sql: string) => Promise<boolean>,
): Promise<string[]> {
  const tree = await parseQuery(database, solution);
  if (!tree) return [];
  const own = await printQuery(database, tree);
  const variants: string[] = [];
  for (const variant of [withZeroSums(tree), withoutGapsAtTop(tree)]) {
    const sql = variant && (await printQuery(database, variant));
    if (sql !== undefined && sql !== own && (await isRight(sql))) variants.push(sql);
  }
  return variants;
}

/** The first rows by a column, without those that have no value in it. */
function withoutGapsAtTop(tree: QueryNode): QueryNode | undefined {
  if (!isSelect(tree)) return undefined;
  const isTop = tree.modifiers.some(({ type }) => type === 'LIMIT_MODIFIER');
  const order = tree.modifiers.find((modifier) => modifier.type === 'ORDER_MODIFIER');
  const key = order?.orders[0]?.expression;
  if (!isTop || !isColumnRef(key)) return undefined;
  return { ...tree, where_clause: allOf([tree.where_clause, operator('OPERATOR_IS_NOT_NULL', [key])]) };
}

function withZeroSums(tree: QueryNode): QueryNode {
  return mapTree(tree, (node) =>
    isFunction(node) && node.function_name === 'sum'
      ? { ...operator('OPERATOR_COALESCE', [{ ...node, alias: '' }, constant(0)]), alias: node.alias }
      : node,
  );
}
