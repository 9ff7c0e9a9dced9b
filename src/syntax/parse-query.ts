import type { Database } from '#src/results/database.ts';
import { toQuotedText } from '#src/sql/quote.ts';
import type { QueryNode } from './syntax-tree.ts';

/**
 * One SELECT statement as DuckDB's own syntax tree. Here the engine's JSON becomes our types: what they do not name passes
 * through as it is.
 *
 * @param database native DuckDB: `json_serialize_sql` is not in the WebAssembly build
 * @returns `undefined` when the tree cannot carry the text: INSERT, PIVOT, two statements, text that is no query
 */
export async function parseQuery(database: Database, sql: string): Promise<QueryNode | undefined> {
  const { rows } = await database.query(
    `SELECT json_serialize_sql(${toQuotedText(sql)}, skip_default := false, skip_empty := false, skip_null := false)::VARCHAR`,
  );
  // Nodes that the parser made up stand at 2^64 - 1, which a JavaScript number cannot hold.
  const text = String(rows[0]?.[0]).replace(/"query_location":\d{16,}/g, '"query_location":0');
  const { error, statements = [] } = JSON.parse(text) as {
    error: boolean;
    statements?: { node?: QueryNode }[];
  };
  return !error && statements.length === 1 ? statements[0]?.node : undefined;
}

/** The tree as SQL again; `undefined` when an edit has made something that is no query. */
export async function printQuery(database: Database, node: QueryNode): Promise<string | undefined> {
  const tree = JSON.stringify({ error: false, statements: [{ node, named_param_map: [] }] });
  try {
    const { rows } = await database.query(`SELECT json_deserialize_sql(${toQuotedText(tree)}::JSON)`);
    return String(rows[0]?.[0]);
  } catch {
    return undefined;
  }
}
