import { z } from 'zod';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { rowsPerPage } from './formats.ts';
import { toJsonValue, toValueType, valueTypeSchema } from './value-types.ts';

const link = z.string().describe('A relative address, seen from this file.');
const otherPage = link.nullable();

export const pageSchema = z
  .strictObject({
    dataset: z.string().describe('The id of the dataset.'),
    table: z.string().describe('The name of the table.'),
    page: z.int().min(1).describe('The number of this page. Pages count from 1.'),
    pages: z.int().min(1).describe('How many pages the table has.'),
    rowsPerPage: z.int().min(1).describe('How many rows each page holds; the last one may hold fewer.'),
    totalRows: z.int().min(1).describe('How many rows the table has.'),
    first: link,
    previous: otherPage.describe('The page before this one, or null.'),
    next: otherPage.describe('The page after this one, or null.'),
    last: link,
    metadata: link.describe('What the dataset is, where it comes from and what is wrong with it.'),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        type: valueTypeSchema,
        nullable: z.boolean().describe('True where a value may be null.'),
        unit: z.string().optional(),
      }),
    ),
    rows: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
      .describe('The rows in the order of the primary key, one object each. A missing value is null.'),
  })
  .describe('Up to 1,000 rows of a table.');
export type Page = z.infer<typeof pageSchema>;

/** @example countPages(2386) // => 3 */
export function countPages(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerPage));
}

/**
 * The text of one JSON page, a row a line.
 *
 * @param page - Counts from 1.
 * @param rows - The page's rows, each value as the text that DuckDB casts it to.
 */
export function toPageText(
  dataset: string,
  table: TableDescriptor,
  page: number,
  rows: readonly (readonly (string | null)[])[],
): string {
  const pages = countPages(table.rowCount);
  const header: Omit<Page, 'rows'> = {
    dataset,
    table: table.name,
    page,
    pages,
    rowsPerPage,
    totalRows: table.rowCount,
    first: '1.json',
    previous: page === 1 ? null : `${page - 1}.json`,
    next: page === pages ? null : `${page + 1}.json`,
    last: `${pages}.json`,
    metadata: '../../metadata.json',
    columns: table.columns.map(({ name, type, nullable, unit }) => ({
      name,
      type: toValueType(type),
      nullable,
      ...(unit === undefined ? {} : { unit }),
    })),
  };
  const keys = header.columns.map(({ name, type }) => ({ key: JSON.stringify(name), type }));
  const lines = rows.map(
    (row) =>
      `{${keys.map(({ key, type }, index) => `${key}:${toJsonValue(row[index] ?? null, type)}`).join(',')}}`,
  );
  return `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "rows": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
