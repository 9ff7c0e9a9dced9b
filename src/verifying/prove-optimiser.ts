import type { Finding } from '#src/authored/finding.ts';
import { toAnswerQuery } from '#src/checker/answer-query.ts';
import { judgeSql } from '#src/checker/judge-sql.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { copyResult, describeQuery } from '#src/compare/result-copy.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { rankAnswers } from './rank-answers.ts';

/**
 * Runs each text of an exercise on the current tables with DuckDB's optimiser and without it. Where the results differ
 * under the exercise's rules the engine is wrong in one of them, and would teach or judge by it. Rows that tie at a limit
 * are free, as for learners. What changes something first is not run.
 *
 * @param database - One that remembers nothing; its optimiser is on afterwards.
 * @param where - The tables, for the author: "the real data" or "witness 2".
 */
export async function proveOptimiser(
  database: Database,
  { solution, alternatives, wrong, compare }: SqlExercise,
  where: string,
): Promise<Finding[]> {
  const texts = [
    { path: 'solution', sql: solution },
    ...alternatives.map((sql, index) => ({ path: `alternatives.${index}`, sql })),
    ...wrong.map(({ answer }, index) => ({ path: `wrong.${index}.answer`, sql: answer })),
  ];
  const queries = texts.flatMap(({ path, sql }) => {
    const query = toAnswerQuery(sql);
    return query && query.changes.length === 0 ? [{ path, sql: query.query }] : [];
  });
  const optimised: (string | undefined)[] = [];
  for (const { sql } of queries) optimised.push(await toFingerprint(database, sql, compare));
  const plain = await unoptimised(database, async () => {
    const found: (string | undefined)[] = [];
    for (const { sql } of queries) found.push(await toFingerprint(database, sql, compare));
    return found;
  });
  const findings: Finding[] = [];
  for (const [index, { path, sql }] of queries.entries()) {
    if (optimised[index] === plain[index]) continue;
    // A fingerprint knows neither ties nor a tolerance.
    if (optimised[index] !== undefined && (await isSameUnoptimised(database, sql, compare))) continue;
    findings.push(toOptimiserFinding(path, sql, where));
  }
  return findings;
}

/** Whether a query's result without the optimiser counts as right where its result with it is what is asked for. */
async function isSameUnoptimised(database: Database, sql: string, compare: Compare): Promise<boolean> {
  const { ranked } = await rankAnswers(database, { solution: sql, wrong: [] });
  const described = await describeQuery(database, sql);
  await database.query(`DROP TABLE IF EXISTS temp.${plainTable}`);
  const copied = await unoptimised(database, () =>
    copyResult(database, described, { table: plainTable }).catch(() => undefined),
  );
  if (!copied) return false;
  const columns = described.columns.map(({ name }, index) => `c${index + 1} AS ${toQuotedName(name)}`);
  return judgeSql(
    database,
    { solution: sql, compare, ...(ranked && { compiled: { ranked } }) },
    `SELECT ${columns.join(', ')} FROM temp.${plainTable} ORDER BY position`,
  );
}

// Names that begin so are never remembered.
const plainTable = '_judge_unoptimised';

async function unoptimised<T>(database: Database, work: () => Promise<T>): Promise<T> {
  await database.query('PRAGMA disable_optimizer');
  try {
    return await work();
  } finally {
    await database.query('PRAGMA enable_optimizer');
  }
}

function toOptimiserFinding(path: string, sql: string, where: string): Finding {
  return {
    path,
    expected: `one result on ${where}, with DuckDB's optimiser and without it`,
    found: `two, of ${sql.replaceAll(/\s+/g, ' ').trim()}`,
    remedy:
      'The query depends on chance or on the order of stored rows, or DuckDB is wrong. Settle the order or the choice of rows; ' +
      'else write the query in another way, and work its result out by hand.',
  };
}
