import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { RowsOverTime, TimeStep } from './quality.ts';
import { isDate, isYear, queryNumbers } from './sql.ts';

/** More months than this are shown as years. */
const mostMonths = 60;

/**
 * Counts a table's rows by day, month, quarter or year of the column that dates them best: one of the key before one
 * outside it, and one without gaps before one with gaps.
 *
 * @param relation - The table with typed columns.
 * @returns undefined when no column is a date or a year, or none has a value
 */
export async function measureRowsOverTime(
  database: Database,
  table: TableDescriptor,
  relation: string,
): Promise<RowsOverTime | undefined> {
  const column = findTimeColumn(table);
  if (column === undefined) return undefined;
  const value = toQuotedName(column.name);
  const day = isYear(column) ? `make_date(${value}::BIGINT, 1, 1)` : `CAST(${value} AS DATE)`;
  const { rows } = await database.query(
    `SELECT CAST(${day} AS VARCHAR), count(*) FROM ${relation} WHERE ${value} IS NOT NULL GROUP BY ALL ORDER BY 1`,
  );
  const days = rows.map(([date, count]) => ({ date: String(date), rows: Number(count) }));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [undated = 0] = await queryNumbers(
    database,
    `SELECT count(*) FROM ${relation} WHERE ${value} IS NULL`,
  );
  const step = isYear(column) ? 'year' : chooseStep(days.map(({ date }) => date));
  const counts = new Map<string, number>();
  for (const { date, rows: count } of days) {
    const period = toPeriod(date, step);
    counts.set(period, (counts.get(period) ?? 0) + count);
  }
  return {
    column: column.name,
    step,
    periods: listPeriods(first.date, last.date, step).map((period) => ({
      period,
      rows: counts.get(period) ?? 0,
    })),
    undated,
  };
}

/** The column that says when a row's figures are, if any. */
export function findTimeColumn(table: TableDescriptor): ColumnDescriptor | undefined {
  const times = table.columns.filter((column) => isDate(column) || isYear(column));
  return (
    times.find(({ name }) => table.primaryKey.includes(name)) ??
    times.find(({ nullable }) => !nullable) ??
    times[0]
  );
}

/** @param dates - Different days, in order, as ISO text. */
export function chooseStep(dates: readonly string[]): TimeStep {
  const months = [...new Set(dates.map(monthsOf))];
  const span = (months.at(-1) ?? 0) - (months[0] ?? 0) + 1;
  if (span === 1 && dates.length > 1) return 'day';
  if (months.length > 1 && months.every((month) => (month - (months[0] ?? 0)) % 12 === 0)) return 'year';
  if (span > mostMonths) return 'year';
  const quarters = months.length > 1 && months.every((month) => (month - (months[0] ?? 0)) % 3 === 0);
  return quarters ? 'quarter' : 'month';
}

/**
 * @example
 * toPeriod('2025-04-17', 'month') // => '2025-04'
 * toPeriod('2025-04-17', 'quarter') // => '2025 Q2'
 */
export function toPeriod(date: string, step: TimeStep): string {
  if (step === 'day') return date;
  if (step === 'month') return date.slice(0, 7);
  const year = date.slice(0, 4);
  return step === 'year' ? year : `${year} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** Every period from one day to another, in order. */
function listPeriods(from: string, to: string, step: TimeStep): string[] {
  const periods = new Set<string>();
  if (step === 'day') {
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
      periods.add(new Date(at).toISOString().slice(0, 10));
  } else {
    for (let month = monthsOf(from); month <= monthsOf(to); month++) {
      const date = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
      periods.add(toPeriod(date, step));
    }
  }
  return [...periods];
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
