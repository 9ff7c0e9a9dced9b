import type { Finding } from '#src/authored/finding.ts';
import { toAnswerQuery } from '#src/checker/answer-query.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { tokenise } from '#src/sql/tokens.ts';

interface AskedAnswer {
  readonly solution: string;
  readonly compare: Compare;
  /** The answer taken apart by its ORDER BY and LIMIT, where it can be. */
  readonly ranked: RankedAnswer | undefined;
}

const schema = 'stored_otherwise';

/**
 * Proves that a model answer does not depend on the order in which rows are stored: `first(x)`, LIMIT without ORDER BY, a
 * list that nothing sorts. It runs on copies of the tables it reads with their rows in another order.
 *
 * The copies stay in the database, in a schema of their own, for the next exercise that reads the same tables: a copy of
 * 345,000 rows takes half a second. So the tables must not change between two calls.
 *
 * @param database - native DuckDB with the exercise's tables under plain names in `main`
 * @returns at most one finding
 */
export async function verifyStoredOrder(
  database: Database,
  { solution, compare, ranked }: AskedAnswer,
): Promise<Finding[]> {
  const answer = toAnswerQuery(solution);
  // Where rows may tie at the limit, which of them are shown is nobody's mistake.
  const isOpen = compare.ties === 'any-order' && ranked?.limit !== undefined;
  if (!answer || answer.changes.length > 0 || isOpen) return [];
  const rules = compare.ties === 'any-order' ? ({ ...compare, order: 'ignored' } as const) : compare;
  const before = await toFingerprint(database, answer.query, rules);
  const names = await findTables(database, answer.query);
  if (before === undefined || names.length === 0) return [];
  await database.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  for (const name of names) {
    const table = toQuotedName(name);
    await database.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.${table} AS SELECT * FROM main.${table} ORDER BY hash(rowid), rowid`,
    );
  }
  try {
    await database.query(`USE ${schema}`);
    if ((await toFingerprint(database, answer.query, rules)) === before) return [];
  } finally {
    await database.query('USE main');
  }
  return [
    {
      path: 'solution',
      expected: 'the same result however the rows are stored',
      found: 'another one when they are stored in another order',
      remedy:
        "Sort where a first or last row, a list or a limit is taken: first(x ORDER BY y), string_agg(x, ',' ORDER BY x), " +
        'ORDER BY before LIMIT, and OVER (ORDER BY …) down to the last tie.',
    },
  ];
}

/** The tables of `main` that a query names. */
async function findTables(database: Database, sql: string): Promise<string[]> {
  const words = new Set(tokenise(sql).map(({ text }) => text.replace(/^"|"$/g, '').toLowerCase()));
  const { rows } = await database.query(
    "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' AND NOT temporary ORDER BY table_name",
  );
  return rows.map(([name]) => String(name)).filter((name) => words.has(name.toLowerCase()));
}
