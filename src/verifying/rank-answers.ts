import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Database } from '#src/results/database.ts';
import { rankRows, type RankedAnswer } from '#src/syntax/rank-rows.ts';
import { toAnswerQuery } from '#src/checker/answer-query.ts';
import type { CompiledChecks, Reading } from '#src/checker/compiled-checks.ts';
import { describeQuery } from '#src/compare/result-copy.ts';

/**
 * The model answer and the declared wrong answers, taken apart by their own ORDER BY.
 *
 * @param database native DuckDB with the exercise's tables
 */
export async function rankAnswers(
  database: Database,
  { solution, wrong }: Pick<SqlExercise, 'solution' | 'wrong'>,
): Promise<Pick<CompiledChecks, 'ranked' | 'rankedWrong'>> {
  const ranked = await rank(database, solution);
  const rankedWrong: (RankedAnswer | null)[] = [];
  for (const { answer } of wrong) rankedWrong.push((await rank(database, answer)) ?? null);
  return { ...(ranked && { ranked }), ...(rankedWrong.some(Boolean) && { rankedWrong }) };
}

/** Undefined for what does not run, too: it has no rows to rank. */
async function rank(database: Database, sql: string): Promise<RankedAnswer | undefined> {
  const query = toAnswerQuery(sql);
  if (!query || query.changes.length > 0) return undefined;
  try {
    const { columns } = await describeQuery(database, query.query);
    return await rankRows(database, query.query, columns.length);
  } catch {
    return undefined;
  }
}

/** Queries that are right too, each taken apart by its own ORDER BY. One that changes something first is no reading. */
export async function rankReadings(database: Database, queries: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const text of queries) {
    const query = toAnswerQuery(text);
    if (!query || query.changes.length > 0) continue;
    const ranked = await rank(database, text);
    readings.push({ sql: query.query, ...(ranked && { ranked }) });
  }
  return readings;
}
