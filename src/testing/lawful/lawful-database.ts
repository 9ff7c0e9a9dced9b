import type { TableDescriptor } from '#src/datasets/descriptor.ts';

/** A value as DuckDB writes it in text; null where it is missing. */
export type Value = string | null;

/** The values of a row, in the order of the table's columns. */
export type LawfulRow = readonly Value[];

/** A made-up database that keeps what the descriptors declare, and nothing else. Rows by the table's name. */
export type LawfulDatabase = ReadonlyMap<string, readonly LawfulRow[]>;

/** How many rows it holds in all. */
export function countLawfulRows(database: LawfulDatabase): number {
  return [...database.values()].reduce((sum, rows) => sum + rows.length, 0);
}

/** The place of a column in its table's rows. Throws when there is none: `check-descriptor` has refused such a name before. */
export function placeOfColumn(table: TableDescriptor, column: string): number {
  const place = table.columns.findIndex(({ name }) => name === column);
  if (place < 0) throw new Error(`The table "${table.name}" has no column "${column}".`);
  return place;
}

/** The values of some columns as one text; undefined where one is missing. */
export function keyOf(row: LawfulRow, places: readonly number[]): string | undefined {
  const values = places.map((place) => row[place] ?? null);
  return values.includes(null) ? undefined : JSON.stringify(values);
}

export type NumberColumn = 'whole' | 'decimal';

/** Whether a column holds numbers, and of which kind. */
export function numberTypeKind(type: string): NumberColumn | undefined {
  if (type === 'INTEGER' || type === 'BIGINT') return 'whole';
  return type === 'DOUBLE' || type.startsWith('DECIMAL') ? 'decimal' : undefined;
}

export function isMomentType(type: string): boolean {
  return type === 'DATE' || type === 'TIMESTAMP';
}
