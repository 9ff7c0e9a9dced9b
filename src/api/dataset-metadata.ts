import { z } from 'zod';
import { datasetFields, tableSchema } from '#src/datasets/descriptor.ts';
import { type Format, formats, leftOut, rowsPerPage } from './formats.ts';
import type { ApiDataset, PublishedFile, PublishedTable } from './published.ts';

const href = z.string().describe('A relative address, seen from the file that holds it.');
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of the file's bytes.");

export const fileSchema = z
  .strictObject({
    format: z.enum(['csv', 'csv.gz', 'parquet', 'duckdb']),
    href,
    mediaType: z.string(),
    bytes: z.int().min(1).describe('Size before the server compresses it.'),
    sha256: hash,
  })
  .describe('A file to download.');

export const pagesSchema = z
  .strictObject({
    format: z.literal('json'),
    first: href.describe('The first page. Each page links to the next.'),
    count: z.int().min(1).describe('How many pages there are.'),
    rowsPerPage: z.int().min(1),
    bytes: z.int().min(1).describe('Size of all pages together.'),
  })
  .describe('The table as JSON, in pages.');

export const leftOutSchema = z
  .strictObject({ format: z.enum(['json']), reason: z.string() })
  .describe('A format that the table does not come in.');

const metadataTableSchema = tableSchema.omit({ file: true, rowCount: true, sha256: true }).extend({
  rows: z.int().min(1).describe('How many rows the table has.'),
  files: z.array(fileSchema).min(1),
  pages: pagesSchema
    .extend({ files: z.array(z.strictObject({ href, bytes: z.int().min(1), sha256: hash })) })
    .nullable()
    .describe('Null when the table is too large for JSON pages.'),
  leftOut: z.array(leftOutSchema),
});

export const datasetMetadataSchema = datasetFields
  .extend({
    links: z.strictObject({
      catalogue: href,
      page: href.describe('The same for people to read.'),
      dataPackage: href.describe('The dataset as a Frictionless Data Package.'),
      csvw: href.nullable().describe('The CSV files in CSV on the Web; null when there are none.'),
      openapi: href,
    }),
    database: fileSchema.describe('All tables in one DuckDB file: the same file that the lessons load.'),
    tables: z.array(metadataTableSchema).min(1),
  })
  .describe('What a dataset holds, where it comes from, how far to trust it, and its files.');
export type DatasetMetadata = z.infer<typeof datasetMetadataSchema>;

/** A dataset as the API describes it, in `metadata.json`. */
export function toDatasetMetadata({ descriptor, database, tables }: ApiDataset): DatasetMetadata {
  const { tables: _tables, ...facts } = descriptor;
  return {
    ...facts,
    links: {
      catalogue: '../../catalogue.json',
      page: `../../../../datasets/${descriptor.id}/`,
      dataPackage: 'datapackage.json',
      csvw: tables.some(({ csv }) => csv !== undefined) ? 'csv-metadata.json' : null,
      openapi: '../../openapi.json',
    },
    database: toFile('duckdb', database),
    tables: tables.map((table) => {
      const described = descriptor.tables.find(({ name }) => name === table.name);
      if (described === undefined) throw new Error(`"${descriptor.id}" describes no table "${table.name}".`);
      const { file: _file, rowCount: rows, sha256: _sha256, ...facts } = described;
      const pages = toPages(table);
      return {
        ...facts,
        rows,
        files: toFiles(table),
        pages: pages && {
          ...pages,
          files: (table.pages ?? []).map(({ path, bytes, sha256 }) => ({ href: path, bytes, sha256 })),
        },
        leftOut: leftOut(table),
      };
    }),
  };
}

type FileEntry = z.infer<typeof fileSchema>;

/** @param folder - Where the dataset's files stand, seen from the document: '' or one that ends in '/'. */
export function toFile(
  format: Exclude<Format, 'json'>,
  { path, bytes, sha256 }: PublishedFile,
  folder = '',
): FileEntry {
  return { format, href: folder + path, mediaType: formats[format].mediaType, bytes, sha256 };
}

/** The files that hold one whole table. */
export function toFiles(table: PublishedTable, folder = ''): FileEntry[] {
  return [
    ...(table.csv === undefined ? [] : [toFile('csv', table.csv, folder)]),
    ...(table.packedCsv === undefined ? [] : [toFile('csv.gz', table.packedCsv, folder)]),
    toFile('parquet', table.parquet, folder),
  ];
}

/** The table's JSON pages as one entry; null when there are none. */
export function toPages({ pages }: PublishedTable, folder = ''): z.infer<typeof pagesSchema> | null {
  const first = pages?.[0];
  if (pages === undefined || first === undefined) return null;
  const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
  return { format: 'json', first: folder + first.path, count: pages.length, rowsPerPage, bytes };
}
