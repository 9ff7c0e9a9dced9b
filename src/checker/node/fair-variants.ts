import type { Database } from '#src/results/database.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { isNode, type SyntaxNode, type SyntaxValue } from '#src/syntax/syntax-tree.ts';

/**
 * Other readings of a model answer that are as fair wherever the real data do not tell them apart: nothing added up is 0,
 * where DuckDB says NULL. No witness may refuse them.
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
  const sql = await printQuery(database, toZeroSums(tree) as SyntaxNode);
  if (sql === undefined || sql === (await printQuery(database, tree))) return [];
  return (await isRight(sql)) ? [sql] : [];
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
