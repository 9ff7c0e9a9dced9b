import type { Database } from '#src/results/database.ts';
import { isNode, type SyntaxNode } from './syntax-tree.ts';

/**
 * One SELECT statement as DuckDB's own syntax tree.
 *
 * @param database native DuckDB: `json_serialize_sql` is not in the WebAssembly build
 * @returns `undefined` when the tree cannot carry the text: INSERT, PIVOT, two statements, text that is no query
 */
export async function parseQuery(database: Database, sql: string): Promise<SyntaxNode | undefined> {
  const { rows } = await database.query(
    `SELECT json_serialize_sql(${toLiteral(sql)}, skip_default := false, skip_empty := false, skip_null := false)::VARCHAR`,
  );
  // Nodes that the parser made up stand at 2^64 - 1, which a JavaScript number cannot hold.
  const text = String(rows[0]?.[0]).replace(/"query_location":\d{16,}/g, '"query_location":0');
  const parsed = JSON.parse(text) as { error: boolean; statements?: { node?: SyntaxNode }[] };
  const node = parsed.statements?.[0]?.node;
  return !parsed.error && parsed.statements?.length === 1 && isNode(node) ? node : undefined;
}

/** The tree as SQL again; `undefined` when an edit has made something that is no query. */
export async function printQuery(database: Database, node: SyntaxNode): Promise<string | undefined> {
  const tree = JSON.stringify({ error: false, statements: [{ node, named_param_map: [] }] });
  try {
    const { rows } = await database.query(`SELECT json_deserialize_sql(${toLiteral(tree)}::JSON)`);
    return String(rows[0]?.[0]);
  } catch {
    return undefined;
  }
}

function toLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
