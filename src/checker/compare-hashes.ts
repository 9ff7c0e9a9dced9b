import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { castColumn } from './compare-sql.ts';

/** What counts, sums and hashes say of two results: enough to tell most of them apart in one look. */
export interface HashComparison {
  readonly sameCount: boolean;
  /** Equal in the columns that have no slack, in whatever order of rows. */
  readonly sameExact: boolean;
  /** Equal in every column, in whatever order of rows; and in this order. */
  readonly sameRows: boolean;
  readonly sameSequence: boolean;
  /** The numbers of a column with slack add up to more or less than slack allows. */
  readonly isFar: boolean;
}

/** True when no pairing of the rows can make the two results equal. */
export function areDifferent({ sameCount, sameExact, isFar }: HashComparison): boolean {
  return !sameCount || !sameExact || isFar;
}

/** DuckDB's hash of a 128-bit number is 0 where both its halves are equal, so -1 would be 0: its text is hashed instead. */
function toHashed(key: string, type: string): string {
  return /^(HUGEINT|DECIMAL)/.test(type) ? `${key}::VARCHAR` : key;
}

/** Counts, sums and hashes of one result, as DuckDB gives them. */
type Digest = readonly (string | number | boolean | null | undefined)[];

/**
 * Compares two results by one look at the counts, sums and hashes of each.
 *
 * @param sides - What can stand after FROM on each side: `position` counts its rows from 1, its columns are `c1` to `cn`.
 */
export async function compareHashes(
  database: Database,
  sides: { readonly found: string; readonly expected: string },
  pairs: readonly ColumnPair[],
): Promise<HashComparison> {
  const slack = pairs.flatMap(({ common }) => (common.slack ? [common.slack] : []));
  const read = async (from: string, columnOf: (pair: ColumnPair) => number): Promise<Digest> =>
    (await database.query(toDigestSql(from, pairs, columnOf))).rows[0] ?? [];
  const found = await read(sides.found, (pair) => pair.found);
  const expected = await read(sides.expected, (pair) => pair.expected);
  const [sameCount, sameExact, sameRows, sameSequence] = [0, 1, 2, 3].map(
    (place) => found[place] === expected[place],
  );
  return {
    sameCount: sameCount === true,
    sameExact: sameExact === true,
    sameRows: sameRows === true,
    sameSequence: sameSequence === true,
    isFar: slack.some((reach, index) => isFar(found, expected, 4 + 3 * index, reach)),
  };
}

function toDigestSql(
  from: string,
  pairs: readonly ColumnPair[],
  columnOf: (pair: ColumnPair) => number,
): string {
  const keys = pairs.map((pair) => ({ key: castColumn(columnOf(pair), pair.common), common: pair.common }));
  const all = keys.map(({ key, common }) => toHashed(key, common.type));
  const exact = all.filter((_key, index) => !keys[index]?.common.slack);
  const sums = keys
    .filter(({ common }) => common.slack)
    .flatMap(({ key }) => [`count(${key})`, `sum(${key}::DOUBLE)`, `sum(abs(${key}::DOUBLE))`]);
  const hashes = [
    ['0', ...exact],
    ['0', ...all],
    ['position', ...all],
  ].map((parts) => `sum(hash(${parts.join(', ')}))::VARCHAR`);
  return `SELECT ${['count(*)', ...hashes, ...sums].join(', ')} FROM ${from}`;
}

/** Where each number is near its partner, so are the sums; where one is infinite, that cannot be told. */
function isFar(
  found: Digest,
  expected: Digest,
  place: number,
  { absolute, relative }: { readonly absolute: number; readonly relative: number },
): boolean {
  if (found[place] !== expected[place]) return true;
  const [f, e, size] = [found[place + 1], expected[place + 1], expected[place + 2]].map(Number);
  if (f === undefined || e === undefined || !Number.isFinite(f) || !Number.isFinite(e)) return false;
  return Math.abs(f - e) > 1.01 * (Number(expected[0]) * absolute + relative * (size ?? 0));
}
