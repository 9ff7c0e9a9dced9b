import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { castColumn } from './compare-sql.ts';

/** What counts, sums and hashes say of two results: enough to tell most of them apart in one look. */
export interface HashComparison {
  readonly sameCount: boolean;
  /** Equal in the columns that have no slack, in whatever order of rows. */
  readonly sameExact: boolean;
  /** The same, and in this order where it counts. */
  readonly sameExactInPlace: boolean;
  /** Equal in every column; and in this order, where it counts. */
  readonly same: boolean;
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
 * @param sides - What can stand after FROM on each side: its columns are `c1` to `cn`; where the order counts, `position`
 * counts its rows from 1.
 */
export async function compareHashes(
  database: Database,
  sides: { readonly found: string; readonly expected: string },
  pairs: readonly ColumnPair[],
  order: Compare['order'],
): Promise<HashComparison> {
  const slack = pairs.flatMap(({ common }) => (common.slack ? [common.slack] : []));
  const [found, expected] = await readDigests(database, [
    { from: sides.found, items: toDigestItems(pairs, (pair) => pair.found, order) },
    { from: sides.expected, items: toDigestItems(pairs, (pair) => pair.expected, order) },
  ]);
  const isSame = (place: number) => found[place] === expected[place];
  return {
    sameCount: isSame(0),
    sameExact: isSame(1),
    sameExactInPlace: isSame(2),
    same: isSame(3),
    isFar: slack.some((reach, index) => isFar(found, expected, 4 + 3 * index, reach)),
  };
}

interface DigestSide {
  readonly from: string;
  readonly items: readonly string[];
}

/** Both in one query: every message to the engine's worker takes its time. */
async function readDigests(
  database: Database,
  sides: readonly [DigestSide, DigestSide],
): Promise<[Digest, Digest]> {
  // Without slack or order some items are the same, and each costs as much as a small query.
  const distinct = sides.map(({ items }) => [...new Set(items)]);
  const queries = sides.map(({ from }, side) => `(SELECT ${distinct[side]?.join(', ')} FROM ${from})`);
  const { rows } = await database.query(`SELECT * FROM ${queries.join(' AS f, ')} AS e`);
  const read = ({ items }: DigestSide, side: 0 | 1) =>
    items.map(
      (item) =>
        rows[0]?.[(distinct[side]?.indexOf(item) ?? 0) + (side === 0 ? 0 : (distinct[0]?.length ?? 0))],
    );
  return [read(sides[0], 0), read(sides[1], 1)];
}

function toDigestItems(
  pairs: readonly ColumnPair[],
  columnOf: (pair: ColumnPair) => number,
  order: Compare['order'],
): string[] {
  const keys = pairs.map((pair) => ({ key: castColumn(columnOf(pair), pair.common), common: pair.common }));
  const all = keys.map(({ key, common }) => toHashed(key, common.type));
  const exact = all.filter((_key, index) => !keys[index]?.common.slack);
  const place = order === 'required' ? 'position' : '0';
  const hashes = [
    ['0', ...exact],
    [place, ...exact],
    [place, ...all],
  ].map((parts) => `sum(hash(${parts.join(', ')}))::VARCHAR`);
  const sums = keys
    .filter(({ common }) => common.slack)
    .flatMap(({ key }) => [`count(${key})`, `sum(${key}::DOUBLE)`, `sum(abs(${key}::DOUBLE))`]);
  return ['count(*)', ...hashes, ...sums];
}

/** Where each number is near its partner, so are the sums; where both are infinite, that cannot be told. */
function isFar(
  found: Digest,
  expected: Digest,
  place: number,
  { absolute, relative }: { readonly absolute: number; readonly relative: number },
): boolean {
  if (found[place] !== expected[place]) return true;
  const [f, e, size] = [found[place + 1], expected[place + 1], expected[place + 2]].map(Number);
  if (f === undefined || e === undefined) return false;
  if (!Number.isFinite(f) || !Number.isFinite(e)) return Number.isFinite(f) !== Number.isFinite(e);
  return Math.abs(f - e) > 1.01 * (Number(expected[0]) * absolute + relative * (size ?? 0));
}
