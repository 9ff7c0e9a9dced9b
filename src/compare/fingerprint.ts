import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { Column } from '#src/results/result-table.ts';
import { toCanonicalText } from './canonical-text.ts';
import { describeQuery, numberedRows } from './result-copy.ts';

/**
 * A short text that two results share when they count as equal under an exercise's rules, worked out inside DuckDB and
 * the same natively and in the browser. Results with a tolerance may be equal and have other fingerprints.
 *
 * @param query - One that gives rows, without a closing semicolon.
 * @returns `undefined` when the query does not run.
 */
export async function toFingerprint(
  database: Database,
  query: string,
  compare: FingerprintRules,
): Promise<string | undefined> {
  try {
    const { columns } = await describeQuery(database, query);
    return await fingerprintRows(database, numberedRows(query, columns), columns, compare);
  } catch {
    return undefined;
  }
}

export type FingerprintRules = Pick<Compare, 'order' | 'columnNames' | 'columns'>;

/**
 * The fingerprint of rows that are there already.
 *
 * @param from - What can stand after FROM: `position` counts its rows from 1, its columns are `c1` to `cn`.
 */
export async function fingerprintRows(
  database: Database,
  from: string,
  columns: readonly Column[],
  { order, columnNames, columns: places }: FingerprintRules,
): Promise<string> {
  const texts = columns.map(({ name, type }, index) => ({
    name: name.toLowerCase(),
    text: toCanonicalText(`c${index + 1}`, type),
  }));
  const named = columnNames === 'required';
  if (named) texts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const list = `[${texts.map(({ text }) => text).join(', ')}]`;
  const row = places === 'any-order' && !named ? `list_sort(${list})` : list;
  const parts = order === 'required' ? `position, ${row}` : row;
  const { rows } = await database.query(
    `SELECT hash(${columns.length}, count(*), sum(hash(${parts})))::VARCHAR FROM ${from}`,
  );
  return String(rows[0]?.[0]);
}
