import type { Database } from '#src/results/database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { isNode, nodeIn, nodesIn, type SyntaxNode, type SyntaxValue } from '#src/syntax/syntax-tree.ts';

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
  for (const variant of [toZeroSums(tree) as SyntaxNode, withoutGapsAtTop(tree)]) {
    const sql = variant && (await printQuery(database, variant));
    if (sql !== undefined && sql !== own && (await isRight(sql))) variants.push(sql);
  }
  return variants;
}

/** The first rows by a column, without those that have no value in it. */
function withoutGapsAtTop(tree: SyntaxNode): SyntaxNode | undefined {
  const modifiers = nodesIn(tree, 'modifiers');
  const isTop = modifiers.some(({ type }) => type === 'LIMIT_MODIFIER');
  const order = modifiers.find(({ type }) => type === 'ORDER_MODIFIER');
  const key = nodeIn(nodesIn(order, 'orders')[0], 'expression');
  if (!isTop || key?.['class'] !== 'COLUMN_REF') return undefined;
  const filled: SyntaxNode = {
    class: 'OPERATOR',
    type: 'OPERATOR_IS_NOT_NULL',
    alias: '',
    query_location: 0,
    children: [key],
  };
  const where = nodeIn(tree, 'where_clause');
  const both = { class: 'CONJUNCTION', type: 'CONJUNCTION_AND', alias: '', query_location: 0 };
  return { ...tree, where_clause: where ? { ...both, children: [where, filled] } : filled };
}

function toZeroSums(value: SyntaxValue): SyntaxValue {
  if (Array.isArray(value)) return value.map(toZeroSums);
  if (!isNode(value)) return value;
  const inside: SyntaxNode = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, toZeroSums(item)]),
  );
  if (inside['class'] !== 'FUNCTION' || inside['function_name'] !== 'sum') return inside;
  return {
    class: 'OPERATOR',
    type: 'OPERATOR_COALESCE',
    alias: inside['alias'] ?? '',
    query_location: 0,
    children: [{ ...inside, alias: '' }, zero],
  };
}

const zero: SyntaxNode = {
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  query_location: 0,
  value: { type: { id: 'INTEGER', type_info: null }, is_null: false, value: 0 },
};
