import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import { toCanonicalText } from './canonical-text.ts';
import { allOfSql, castColumn, isNear, isSame } from './compare-sql.ts';
import type { ColumnPair } from './align-columns.ts';
import { copyResult, describeQuery, type ResultCopy } from './result-copy.ts';

/** The result that an answer is compared with. */
export interface ExpectedResult {
  readonly copy: ResultCopy;
  /** True when the copy has a column `_rank`: rows with the same number may stand in any order among themselves. */
  readonly ranked: boolean;
  /** Set when a limit cuts through rows that tie: which of them are shown is the learner's choice. */
  readonly ties?: TiesAtLimit;
}

interface TiesAtLimit {
  /** All rows that may be shown: `position` counts them in the order of `_rank`. */
  readonly table: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps the model answer's result on the current tables as a temporary table.
 *
 * @param query - One query that gives rows.
 * @param ranked - The same query taken apart; without it, its rows count in the sequence it gives them.
 */
export async function readExpected(
  database: Database,
  query: string,
  ranked: RankedAnswer | undefined,
  { compare, table }: { readonly compare: Compare; readonly table: string },
): Promise<ExpectedResult> {
  const described = await describeQuery(database, query);
  if (!ranked || (ranked.limit === undefined && compare.order === 'ignored')) {
    return { copy: await copyResult(database, described, { table }), ranked: false };
  }
  const { limit, offset = 0 } = ranked;
  const all = `${table}_ranked`;
  // As many ranks as rows are always enough.
  const enough = limit === undefined ? '' : ` WHERE _rank <= ${limit + offset}`;
  const [first, last] = [offset + 1, limit === undefined ? Number.MAX_SAFE_INTEGER : offset + limit];
  const names = described.columns.map((_column, index) => `c${index + 1}`).join(', ');
  // In one go: every message to the engine's worker takes its time.
  await database.query(
    `CREATE TEMP TABLE ${all} AS SELECT row_number() OVER (ORDER BY _rank) AS position, * FROM (${ranked.sql}\n)${enough};\n` +
      `CREATE TEMP TABLE ${table} AS SELECT position - ${offset} AS position, ${names}, _rank FROM ${all} WHERE position BETWEEN ${first} AND ${last}`,
  );
  const { rows } = await database.query(
    `SELECT (SELECT count(*) FROM ${table}), (SELECT count(*) FROM ${all} WHERE position NOT BETWEEN ${first} AND ${last} AND _rank IN (SELECT _rank FROM ${table}))`,
  );
  const [rowCount, leftOut] = (rows[0] ?? []).map(Number);
  const copy = { table, columns: described.columns, rowCount: rowCount ?? 0, cut: false };
  return { copy, ranked: true, ...(leftOut ? { ties: { table: all, first, last } } : {}) };
}

/**
 * The expected result with the learner's own choice among rows that tie at the limit: as many rows of each rank as
 * the limit takes, those that the learner shows before the others. The same result when no ties are cut.
 */
export async function chooseTies(
  database: Database,
  found: ResultCopy,
  expected: ExpectedResult,
  pairs: readonly ColumnPair[],
): Promise<ExpectedResult> {
  if (!expected.ties) return expected;
  const { table, first, last } = expected.ties;
  const chosen = `${expected.copy.table}_chosen`;
  const kinds = pairs.map((_pair, index) => `d${index}`);
  const columnsOf = (columnOf: (pair: ColumnPair) => number) =>
    pairs.flatMap((pair, index) => {
      const key = castColumn(columnOf(pair), pair.common);
      const kind = pair.common.slack ? toCanonicalText(key, 'DOUBLE') : key;
      return [`${key} AS k${index}`, `${kind} AS d${index}`];
    });
  const near = allOfSql(pairs.map(({ common }, index) => isNear(`f.k${index}`, `r.k${index}`, common)));
  const same = allOfSql([
    'fn.occurrence = rn.occurrence',
    ...kinds.map((kind) => isSame(`fn.${kind}`, `rn.${kind}`)),
  ]);
  const names = expected.copy.columns.map((_column, index) => `c${index + 1}`).join(', ');
  const part = ['0', ...kinds].join(', ');
  await database.query(`DROP TABLE IF EXISTS temp.${chosen}`);
  await database.query(
    `CREATE TEMP TABLE ${chosen} AS WITH ` +
      `f AS MATERIALIZED (SELECT ${['position', ...columnsOf((pair) => pair.found)].join(', ')} FROM ${found.table}), ` +
      `placed AS (SELECT *, min(position) OVER (PARTITION BY _rank) AS low, max(position) OVER (PARTITION BY _rank) AS high FROM ${table}), ` +
      // Ranks that the limit takes whole come first: their rows are not a choice.
      `r AS MATERIALIZED (SELECT ${['position', '_rank', names, ...columnsOf((pair) => pair.expected)].join(', ')}, ` +
      `least(high, ${last}) - greatest(low, ${first}) + 1 AS take, low < ${first} OR high > ${last} AS partial ` +
      `FROM placed WHERE high >= ${first} AND low <= ${last}), ` +
      `fn AS (SELECT ${part}, row_number() OVER (PARTITION BY ${part} ORDER BY position) AS occurrence FROM f), ` +
      `rn AS (SELECT *, row_number() OVER (PARTITION BY ${part} ORDER BY partial, position) AS occurrence FROM r), ` +
      `liked AS (SELECT position FROM rn SEMI JOIN fn ON ${same}), ` +
      `likely AS (SELECT position FROM r SEMI JOIN f ON ${near}), ` +
      `sorted AS (SELECT *, row_number() OVER (PARTITION BY _rank ORDER BY ` +
      `position IN (FROM liked) DESC, position IN (FROM likely) DESC, position) AS choice FROM r) ` +
      `SELECT row_number() OVER (ORDER BY _rank, position) AS position, ${names}, _rank FROM sorted WHERE choice <= take`,
  );
  return { ranked: true, copy: { ...expected.copy, table: chosen } };
}
