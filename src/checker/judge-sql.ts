import type { Compare } from '#src/lessons/exercise.ts';
import type { Database } from '#src/results/database.ts';
import { alignColumns, type ColumnPair } from './align-columns.ts';
import { castColumn } from './compare-sql.ts';
import { isSameResult } from './compare-results.ts';
import type { CompiledExercise } from './compiled-exercise.ts';
import { copyResult, describeQuery, numberedRows, type DescribedQuery } from './result-copy.ts';

/** What decides whether a query's result is right. */
export interface JudgedExercise {
  /** One query that gives rows. */
  readonly solution: string;
  readonly compare: Compare;
  readonly compiled?: Pick<CompiledExercise, 'ranked'>;
}

/**
 * Whether a query's result counts as right on the tables of the current schema: the same rules as `checkAnswer`, on
 * the result alone. Leaves temporary tables behind, named `_judge_found` and so on.
 *
 * @param sql - One query that gives rows; one that does not run is not right.
 */
export async function judgeSql(database: Database, exercise: JudgedExercise, sql: string): Promise<boolean> {
  const expected = await describeQuery(database, exercise.solution);
  let found: DescribedQuery;
  try {
    found = await describeQuery(database, sql);
  } catch {
    return false;
  }
  const columns = alignColumns(found.columns, expected.columns, exercise.compare);
  if (!columns.ok) return false;
  try {
    const told = await compareHashes(database, { found, expected, pairs: columns.pairs, exercise });
    return told ?? (await compareCopies(database, found, expected, exercise));
  } catch (cause) {
    // The model answer must run; what else fails is the query's own doing.
    await database.query(`SELECT count(*) FROM (${exercise.solution}\n)`).catch(() => {
      throw cause;
    });
    return false;
  }
}

/** One look at counts and hashes, which settles most cases; undefined when the rows must be compared one by one. */
async function compareHashes(
  database: Database,
  {
    found,
    expected,
    pairs,
    exercise,
  }: {
    found: DescribedQuery;
    expected: DescribedQuery;
    pairs: readonly ColumnPair[];
    exercise: JudgedExercise;
  },
): Promise<boolean | undefined> {
  const side = ({ query, columns }: DescribedQuery, columnOf: (pair: ColumnPair) => number) => {
    const key = (pair: ColumnPair) => castColumn(columnOf(pair), pair.common);
    const all = pairs.map(key);
    const exact = pairs.filter(({ common }) => !common.slack).map(key);
    return (
      `(SELECT count(*) AS n, sum(hash(${['0', ...exact].join(', ')})) AS exact, ` +
      `sum(hash(${['0', ...all].join(', ')})) AS all_rows, ` +
      `sum(hash(${['position', ...all].join(', ')})) AS sequence FROM ${numberedRows(query, columns)})`
    );
  };
  const { rows } = await database.query(
    `SELECT ${['n', 'exact', 'all_rows', 'sequence'].map((part) => `f.${part} IS NOT DISTINCT FROM e.${part}`).join(', ')} ` +
      `FROM ${side(found, (pair) => pair.found)} AS f, ${side(expected, (pair) => pair.expected)} AS e`,
  );
  const [sameCount, sameExact, sameRows, sameSequence] = rows[0] ?? [];
  const { compare, compiled } = exercise;
  if (!sameCount) return false;
  if (compare.order === 'ignored' ? sameRows : sameSequence) return true;
  // Ties at the limit leave a choice of rows.
  if (!sameExact && compiled?.ranked?.limit === undefined) return false;
  return undefined;
}

async function compareCopies(
  database: Database,
  foundQuery: DescribedQuery,
  expectedQuery: DescribedQuery,
  { compare }: JudgedExercise,
): Promise<boolean> {
  await database.query('DROP TABLE IF EXISTS temp._judge_found');
  await database.query('DROP TABLE IF EXISTS temp._judge_expected');
  const expected = {
    copy: await copyResult(database, expectedQuery, { table: '_judge_expected' }),
    sql: expectedQuery.query,
  };
  const found = await copyResult(database, foundQuery, { table: '_judge_found' });
  return isSameResult(database, { found, expected, compare });
}
