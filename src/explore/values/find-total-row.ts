import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { OwnType } from '../own-table.ts';

const mostColumns = 6;
const fewestRows = 3;

/**
 * Say that the last row is a total although no word in it says so: its words are missing, and each of its figures is the sum of
 * those above. It stays, since only the person knows.
 *
 * @param staged - A table with every column as text, in the order of the file.
 */
export async function findTotalRow(
  database: Database,
  staged: string,
  columns: readonly { readonly name: string; readonly type: OwnType; readonly sql: string }[],
): Promise<string[]> {
  const [first] = columns;
  if (first?.type !== 'VARCHAR') return [];
  const numbers = columns.filter(({ type }) => type === 'DOUBLE' || type === 'BIGINT').slice(0, mostColumns);
  if (numbers.length === 0) return [];
  const values = numbers.map(({ sql }, index) => `CAST(${sql} AS DOUBLE) AS v${index}`);
  const measures = numbers.flatMap((_column, index) => [
    `sum(v${index}) FILTER (NOT is_last)`,
    `sum(v${index}) FILTER (is_last)`,
  ]);
  const { rows } = await database.query(
    `SELECT count(*), count(*) FILTER (is_last AND coalesce(trim(label), '') = ''), count(*) FILTER (NOT is_last AND coalesce(trim(label), '') = ''), ${measures.join(', ')}
     FROM (SELECT ${first.sql} AS label, ${values.join(', ')}, rowid = (SELECT max(rowid) FROM ${toQuotedName(staged)}) AS is_last FROM ${toQuotedName(staged)})`,
  );
  const [count = 0, unnamed = 0, others = 0, ...sums] = rows[0] ?? [];
  if (Number(count) < fewestRows || Number(unnamed) === 0 || Number(others) > 0) return [];
  const totals = numbers.filter((_column, index) => {
    const [above, last] = [sums[2 * index], sums[2 * index + 1]];
    if (typeof above !== 'number' || typeof last !== 'number' || last === 0) return false;
    return Math.abs(above - last) <= 1e-6 * Math.max(Math.abs(last), 1) + 0.005;
  });
  const [total] = totals;
  if (!total) return [];
  return [
    `The last row has no ${first.name}, and its ${total.name} is the sum of all rows above: it looks like a total. Adding up the column counts everything twice; \`WHERE ${first.name} IS NOT NULL\` leaves it out.`,
  ];
}
