import type { ColumnDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';

/** The first row that a query gives, as numbers; a gap counts as 0. */
export async function queryNumbers(database: Database, sql: string): Promise<number[]> {
  const { rows } = await database.query(sql);
  return (rows[0] ?? []).map(Number);
}

/** @example toNameList(['a', 'b']) // => '"a", "b"' */
export function toNameList(names: readonly string[]): string {
  return names.map(toQuotedName).join(', ');
}

/** True for numbers that count or measure something, unlike years and numbers that only name a thing. */
export function isAmount(column: ColumnDescriptor): boolean {
  const names = column.unit === undefined && /(^|_)(id|number|code)$/.test(column.name);
  return /^(INTEGER|BIGINT|DOUBLE|DECIMAL)/.test(column.type) && !names && !isYear(column);
}

/** True for whole numbers that are years: they are times, not amounts. */
export function isYear(column: ColumnDescriptor): boolean {
  const named = column.unit === 'year' || /(^|_)year$/.test(column.name);
  return named && /^(INTEGER|BIGINT)$/.test(column.type);
}

/** True for dates and times. */
export function isDate({ type }: ColumnDescriptor): boolean {
  return type === 'DATE' || type === 'TIMESTAMP';
}
