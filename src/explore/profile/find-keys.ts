import type { Database } from '#src/results/database.ts';
import type { ColumnProfile } from './table-profile.ts';
import { toQuotedName } from '#src/sql/quote.ts';

const mostColumnsPaired = 6;
const mostRowsPaired = 300_000;

/**
 * Columns whose values are all there and all different. Where no single column is, pairs of the columns with the most
 * different values are tried, in tables small enough to do so at once.
 */
export async function findKeys(
  database: Database,
  table: string,
  columns: readonly ColumnProfile[],
  rowCount: number,
): Promise<string[][]> {
  if (rowCount < 2) return [];
  const complete = columns.filter(({ missing, type }) => missing === 0 && type !== 'DOUBLE');
  const single = complete.filter(({ distinct }) => distinct === rowCount);
  if (single.length > 0) return single.slice(0, 3).map(({ name }) => [name]);
  if (rowCount > mostRowsPaired) return [];
  const likely = [...complete].sort((a, b) => b.distinct - a.distinct).slice(0, mostColumnsPaired);
  const pairs = likely.flatMap((first, index) =>
    likely
      .slice(index + 1)
      .filter((second) => first.distinct * second.distinct >= rowCount)
      .map((second) => [first.name, second.name]),
  );
  if (pairs.length === 0) return [];
  const counts = pairs.map((names) => `count(DISTINCT hash(${names.map(toQuotedName).join(', ')}))`);
  const { rows } = await database.query(`SELECT ${counts.join(', ')} FROM ${toQuotedName(table)}`);
  return pairs.filter((_names, index) => Number(rows[0]?.[index]) === rowCount).slice(0, 3);
}
