import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { areDifferent, compareHashes } from './compare-hashes.ts';
import { allOfSql, bothSides, isNear, isSame } from './compare-sql.ts';
import { matchCounts } from './match-counts.ts';
import type { ResultCopy } from './result-copy.ts';

/** How the rows of two results go together, each row with at most one of the other result. */
export interface RowPairing {
  /** Rows of the learner's result that are left over. */
  readonly extraCount: number;
  /** Where the first of them stand, from 1. */
  readonly extraPositions: readonly number[];
  /** Expected rows that are left over. */
  readonly missingCount: number;
  /** False when there were too many nearly equal numbers to be sure that no better pairing exists. */
  readonly certain: boolean;
}

const fewRows = 5;
// Enough for every lesson, and still done in some hundred milliseconds in a browser.
const maxComparisons = 4_000_000;
const maxNearKinds = 20_000;

/**
 * True when two results hold the same rows, in any order: equal rows, each as often as it stands, and where columns
 * have slack, rows that are near enough. Near rows are paired one to one rather than rounded, since a rounding grid
 * sets two near numbers apart when its line falls between them.
 */
export async function hasSameRows(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
): Promise<boolean> {
  if (found.rowCount !== expected.rowCount) return false;
  // What a look at sums and hashes tells needs no pairing, which takes ten times as long.
  const tables = { found: found.table, expected: expected.table };
  const hashes = await compareHashes(database, tables, pairs, 'ignored');
  if (hashes.same) return true;
  if (areDifferent(hashes)) return false;
  const sides = withLeftOver(found, expected, pairs);
  const left = await countLeftOver(database, sides);
  if (left.extraCount + left.missingCount === 0) return true;
  const slackCount = countSlack(pairs);
  if (slackCount === 0) return false;
  if (await pairInOrder(database, found, expected, pairs)) return true;
  return slackCount > 1 && (await pairNear(database, sides, pairs, left, fewRows)).extraCount === 0;
}

/** Pairs the rows of two results that do not hold the same rows, by the same rules, and says which are left over. */
export async function pairRows(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
  sampleSize = fewRows,
): Promise<RowPairing> {
  const sides = withLeftOver(found, expected, pairs);
  const left = await countLeftOver(database, sides);
  if (countSlack(pairs) > 0 && left.extraCount > 0 && left.missingCount > 0) {
    return pairNear(database, sides, pairs, left, sampleSize);
  }
  const { rows } = await database.query(
    `${sides} SELECT position FROM fl ORDER BY position LIMIT ${sampleSize}`,
  );
  return { ...left, extraPositions: rows.map(([position]) => Number(position)), certain: true };
}

interface LeftOver {
  readonly extraCount: number;
  readonly missingCount: number;
}

async function countLeftOver(database: Database, sides: string): Promise<LeftOver> {
  const [extraCount = 0, missingCount = 0] = await readNumbers(
    database,
    `${sides} SELECT (SELECT count(*) FROM fl), (SELECT count(*) FROM el)`,
  );
  return { extraCount, missingCount };
}

function countSlack(pairs: readonly ColumnPair[]): number {
  return pairs.filter(({ common }) => common.slack).length;
}

/** `fl` and `el` are the rows of each side that have no equal on the other. */
function withLeftOver(found: ResultCopy, expected: ResultCopy, pairs: readonly ColumnPair[]): string {
  const keys = pairs.map((_pair, index) => `k${index}`);
  const numbered = (side: string) =>
    `${side}n AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY position) AS occurrence FROM ${side})`;
  const same = allOfSql([
    'fn.occurrence = en.occurrence',
    ...keys.map((key) => isSame(`fn.${key}`, `en.${key}`)),
  ]);
  return (
    `WITH ${bothSides(found, expected, pairs)}, ${numbered('f')}, ${numbered('e')}, ` +
    `fl AS MATERIALIZED (SELECT fn.* FROM fn ANTI JOIN en ON ${same}), ` +
    `el AS MATERIALIZED (SELECT en.* FROM en ANTI JOIN fn ON ${same})`
  );
}

/**
 * Sorts both sides by their numbers, within rows that agree otherwise, and says whether each row is near the other
 * side's row at its place. With one column that has slack this finds every pairing there is.
 */
async function pairInOrder(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
): Promise<boolean> {
  const keys = pairs.map(({ common }, index) => ({ name: `k${index}`, common }));
  const exact = keys.filter(({ common }) => !common.slack).map(({ name }) => name);
  const near = keys.filter(({ common }) => common.slack).map(({ name }) => name);
  const partition = exact.length > 0 ? `PARTITION BY ${exact.join(', ')} ` : '';
  const ranked = (side: string) =>
    `${side}r AS (SELECT *, row_number() OVER (${partition}ORDER BY ${near.join(', ')}, position) AS place FROM ${side})`;
  const matches = allOfSql([
    'fr.place = er.place',
    ...exact.map((name) => isSame(`fr.${name}`, `er.${name}`)),
    ...keys
      .filter(({ common }) => common.slack)
      .map(({ name, common }) => isNear(`fr.${name}`, `er.${name}`, common)),
  ]);
  const [paired] = await readNumbers(
    database,
    `WITH ${bothSides(found, expected, pairs)}, ${ranked('f')}, ${ranked('e')} ` +
      `SELECT count(*) FROM fr JOIN er ON ${matches}`,
  );
  return paired === found.rowCount && paired === expected.rowCount;
}

/** Pairs rows that are near; equal rows count as one kind, named by the place of the first. */
async function pairNear(
  database: Database,
  sides: string,
  pairs: readonly ColumnPair[],
  left: LeftOver,
  sampleSize: number,
): Promise<RowPairing> {
  const keys = pairs.map((_pair, index) => `k${index}`).join(', ');
  const kinds = ['f', 'e'].map(
    (side) =>
      `${side}g AS MATERIALIZED (SELECT min(position) AS id, count(*) AS n, ${keys} FROM ${side}l GROUP BY ${keys})`,
  );
  const near = allOfSql(pairs.map(({ common }, index) => isNear(`fg.k${index}`, `eg.k${index}`, common)));
  const exact = pairs.flatMap(({ common }, index) => (common.slack ? [] : [`k${index}`]));
  const perKey = (side: string) =>
    `(SELECT ${['count(*) AS n', ...exact].join(', ')} FROM ${side}${exact.length > 0 ? ` GROUP BY ${exact.join(', ')}` : ''})`;
  const [comparisons = 0] = await readNumbers(
    database,
    `${sides}, ${kinds.join(', ')} SELECT coalesce(sum(f.n * e.n), 0) FROM ${perKey('fg')} AS f JOIN ${perKey('eg')} AS e ` +
      `ON ${allOfSql(exact.map((key) => isSame(`f.${key}`, `e.${key}`)))}`,
  );
  const tooMany = comparisons > maxComparisons;
  const { rows } = tooMany
    ? { rows: [] }
    : await database.query(
        `${sides}, ${kinds.join(', ')} SELECT fg.id, fg.n, eg.id, eg.n FROM fg JOIN eg ON ${near} LIMIT ${maxNearKinds + 1}`,
      );
  const matched = matchCounts(
    rows.map((row) => {
      const [f = 0, fCount = 0, e = 0, eCount = 0] = row.map(Number);
      return { left: f, leftCount: fCount, right: e, rightCount: eCount };
    }),
  );
  const used = [...matched.left].map(([id, count]) => `(${id}, ${count})`);
  const sample = await database.query(
    `${sides}, ${kinds.join(', ')}, used(id, n) AS (VALUES ${['(-1, 0)', ...used].join(', ')}) ` +
      `SELECT fg.id FROM fg LEFT JOIN used ON used.id = fg.id WHERE fg.n > coalesce(used.n, 0) ORDER BY 1 LIMIT ${sampleSize}`,
  );
  return {
    extraCount: left.extraCount - matched.total,
    extraPositions: sample.rows.map(([position]) => Number(position)),
    missingCount: left.missingCount - matched.total,
    // With one such column, sorting has already shown that not all rows can be paired.
    certain: (!tooMany && rows.length <= maxNearKinds) || countSlack(pairs) === 1,
  };
}

async function readNumbers(database: Database, sql: string): Promise<readonly number[]> {
  const { rows } = await database.query(sql);
  return (rows[0] ?? []).map(Number);
}
