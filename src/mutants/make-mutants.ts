import type { Database } from '#src/results/database.ts';
import { aggregateFamilies } from './aggregate-families.ts';
import { conditionFamilies } from './condition-families.ts';
import type { Family, Neighbours } from './family.ts';
import { toScope, type TableShape } from './scope.ts';
import { shapeFamilies } from './shape-families.ts';
import { isNode, replaceAt, walk, type SyntaxNode } from './syntax-tree.ts';
import { valueFamilies } from './value-families.ts';

/** A small edit of the model answer: a query that a learner may well write, and that must be refused. */
export interface Mutant {
  readonly family: string;
  /** What a learner whose result matches should look at. */
  readonly sentence: string;
  readonly sql: string;
}

export const families: readonly Family[] = [
  ...conditionFamilies,
  ...aggregateFamilies,
  ...shapeFamilies,
  ...valueFamilies,
];

/**
 * Every mutant of a model answer, made on the engine's own syntax tree, without repeats and without the answer itself.
 * The idea is mutation analysis of SQL: Tuya, Suárez-Cabal and de la Riva, "Mutating database queries", Information and
 * Software Technology 49 (2007).
 *
 * @param database native DuckDB: `json_serialize_sql` is not in the WebAssembly build
 * @param solution one SELECT statement
 * @param tables the tables it may read, with keys and types
 * @param neighbours values near a literal, from the data
 * @returns `undefined` when DuckDB's tree cannot carry the statement (INSERT, PIVOT)
 */
export async function makeMutants(
  database: Database,
  solution: string,
  tables: readonly TableShape[],
  neighbours: Neighbours,
): Promise<readonly Mutant[] | undefined> {
  const tree = await parseQuery(database, solution);
  if (!tree) return undefined;
  const original = await printQuery(database, tree);
  const mutants = new Map<string, Mutant>();
  for (const visit of walk(tree)) {
    const context = { scope: toScope(visit, tables), neighbours };
    for (const { id, sentence, edits } of families) {
      for (const { value, path } of edits(visit, context)) {
        const sql = await printQuery(database, replaceAt(tree, path ?? visit.path, value));
        if (sql !== undefined && sql !== original && !mutants.has(sql))
          mutants.set(sql, { family: id, sentence, sql });
      }
    }
  }
  return [...mutants.values()];
}

/** One statement as DuckDB's syntax tree; `undefined` when the tree cannot carry it. Native DuckDB only. */
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

/** The tree as SQL again; `undefined` when it is no query. */
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
