import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { alignColumns, type ColumnPair } from '#src/compare/align-columns.ts';
import { toKind } from '#src/compare/common-type.ts';
import { areDifferent, compareHashes } from '#src/compare/compare-hashes.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import type { CompiledChecks } from './compiled-checks.ts';
import { readExpected } from '#src/compare/expected-result.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import {
  copyResult,
  describeQuery,
  namedRows,
  numberedRows,
  type DescribedQuery,
} from '#src/compare/result-copy.ts';

/** What decides whether a query's result is right. */
export interface JudgedExercise {
  /** One query that gives rows. */
  readonly solution: string;
  readonly compare: Compare;
  readonly compiled?: Pick<CompiledChecks, 'ranked'>;
}

/**
 * Whether a query's result counts as right on the tables of the current schema: the same rules as `checkAnswer`, on
 * the result alone. Rejects when the model answer does not run, and when the query fails inside a transaction, which
 * is of no more use then.
 *
 * @param sql - One query that gives rows; one that does not run is not right.
 * @param prefix - Begins the names of temporary tables, which are left behind.
 */
export async function judgeSql(
  database: Database,
  exercise: JudgedExercise,
  sql: string,
  prefix = '_judge',
): Promise<boolean> {
  const judge = await createJudge(database, exercise, sql, prefix);
  return judge();
}

/** The same to be asked several times, of tables that change their rows but not their columns. */
export async function createJudge(
  database: Database,
  exercise: JudgedExercise,
  sql: string,
  prefix: string,
): Promise<() => Promise<boolean>> {
  const expected = await describeQuery(database, exercise.solution);
  let found: DescribedQuery;
  try {
    found = await describeQuery(database, sql);
  } catch {
    return () => Promise.resolve(false);
  }
  const columns = alignColumns(found.columns, expected.columns, exercise.compare);
  if (!columns.ok) return () => Promise.resolve(false);
  return async () => {
    try {
      const told = await compareAtOnce(database, found, expected, columns.pairs, exercise);
      return told ?? (await compareCopies(database, found, exercise, prefix));
    } catch (cause) {
      // The model answer must run; what else fails is the query's own doing.
      await database.query(`SELECT count(*) FROM (${exercise.solution}\n)`).catch(() => {
        throw cause;
      });
      return false;
    }
  };
}

/** One look at counts, sums and hashes, which settles most cases; undefined when rows must be compared one by one. */
async function compareAtOnce(
  database: Database,
  found: DescribedQuery,
  expected: DescribedQuery,
  pairs: readonly ColumnPair[],
  { compare, compiled }: JudgedExercise,
): Promise<boolean | undefined> {
  const toRows = compare.order === 'required' ? numberedRows : namedRows;
  const sides = {
    found: toRows(found.query, found.columns),
    expected: toRows(expected.query, expected.columns),
  };
  const hashes = await compareHashes(database, sides, pairs, compare.order);
  if (!hashes.sameCount) return false;
  if (hashes.same) return true;
  if (canMove(found, expected, compare)) return undefined;
  if (areDifferent(hashes)) return (await cutsTies(database, compiled?.ranked)) ? undefined : false;
  const isMoved = compare.order === 'required' && !hashes.sameExactInPlace;
  return isMoved && (await settlesOrder(database, compiled?.ranked)) ? false : undefined;
}

/** Whether another order of columns may be meant: not where each stands in its place and is the only one of its kind. */
function canMove(found: DescribedQuery, expected: DescribedQuery, compare: Compare): boolean {
  if (compare.columns === 'exact' || compare.columnNames === 'required') return false;
  const [own, wanted] = [found, expected].map(({ columns }) => columns.map(({ type }) => toKind(type)));
  return own?.join() !== wanted?.join() || new Set(wanted).size < expected.columns.length;
}

/** Whether no two rows tie, so that there is one right sequence. */
async function settlesOrder(database: Database, ranked: RankedAnswer | undefined): Promise<boolean> {
  if (ranked === undefined) return false;
  const { rows } = await database.query(`SELECT count(*) = count(DISTINCT _rank) FROM (${ranked.sql})`);
  return rows[0]?.[0] === true;
}

/** Whether a limit cuts through rows that tie, which leaves a choice of rows. */
async function cutsTies(database: Database, ranked: RankedAnswer | undefined): Promise<boolean> {
  if (ranked?.limit === undefined) return false;
  const { limit, offset = 0 } = ranked;
  const inside = `position BETWEEN ${offset + 1} AND ${offset + limit}`;
  const { rows } = await database.query(
    `WITH r AS MATERIALIZED (SELECT _rank, row_number() OVER (ORDER BY _rank) AS position FROM (${ranked.sql})) ` +
      `SELECT count(*) FROM r WHERE NOT ${inside} AND _rank IN (SELECT _rank FROM r WHERE ${inside})`,
  );
  return Number(rows[0]?.[0]) > 0;
}

async function compareCopies(
  database: Database,
  foundQuery: DescribedQuery,
  { solution, compare, compiled }: JudgedExercise,
  prefix: string,
): Promise<boolean> {
  for (const table of ['found', 'expected', 'expected_ranked', 'expected_chosen'])
    await database.query(`DROP TABLE IF EXISTS temp.${prefix}_${table}`);
  const expected = await readExpected(database, solution, compiled?.ranked, {
    compare,
    table: `${prefix}_expected`,
  });
  const found = await copyResult(database, foundQuery, { table: `${prefix}_found` });
  return isSameResult(database, { found, expected, compare });
}
