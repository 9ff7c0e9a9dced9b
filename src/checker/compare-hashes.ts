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

/**
 * Compares two results by one look at their counts, sums and hashes.
 *
 * @param sides - What can stand after FROM on each side: `position` counts its rows from 1, its columns are `c1` to `cn`.
 */
export async function compareHashes(
  database: Database,
  sides: { readonly found: string; readonly expected: string },
  pairs: readonly ColumnPair[],
): Promise<HashComparison> {
  const slack = pairs.flatMap(({ common }, index) => (common.slack ? [{ index, ...common.slack }] : []));
  const side = (from: string, columnOf: (pair: ColumnPair) => number) => {
    const all = pairs.map((pair) => castColumn(columnOf(pair), pair.common));
    const hashed = all.map((key, index) => toHashed(key, pairs[index]?.common.type ?? ''));
    const exact = hashed.filter((_key, index) => !pairs[index]?.common.slack);
    const sums = slack.map(
      ({ index }) =>
        `, count(${all[index]}) AS n${index}, sum(${all[index]}::DOUBLE) AS s${index}, sum(abs(${all[index]}::DOUBLE)) AS a${index}`,
    );
    return (
      `(SELECT count(*) AS n, sum(hash(${['0', ...exact].join(', ')})) AS exact, ` +
      `sum(hash(${['0', ...hashed].join(', ')})) AS all_rows, ` +
      `sum(hash(${['position', ...hashed].join(', ')})) AS sequence${sums.join('')} FROM ${from})`
    );
  };
  // Where each number is near its partner, so are the sums.
  const far = slack.map(
    ({ index, absolute, relative }) =>
      `f.n${index} <> e.n${index} OR abs(f.s${index} - e.s${index}) > 1.01 * (e.n * ${absolute}::DOUBLE + ${relative}::DOUBLE * e.a${index}) AND isfinite(f.s${index}) AND isfinite(e.s${index})`,
  );
  const { rows } = await database.query(
    `SELECT ${['n', 'exact', 'all_rows', 'sequence'].map((part) => `f.${part} IS NOT DISTINCT FROM e.${part}`).join(', ')}, ` +
      `coalesce(${['false', ...far].join(' OR ')}, false) ` +
      `FROM ${side(sides.found, (pair) => pair.found)} AS f, ${side(sides.expected, (pair) => pair.expected)} AS e`,
  );
  const [sameCount, sameExact, sameRows, sameSequence, isFar] = (rows[0] ?? []).map(
    (value) => value === true,
  );
  return {
    sameCount: sameCount ?? false,
    sameExact: sameExact ?? false,
    sameRows: sameRows ?? false,
    sameSequence: sameSequence ?? false,
    isFar: isFar ?? false,
  };
}
