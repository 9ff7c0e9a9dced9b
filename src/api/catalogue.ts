import { z } from 'zod';
import { fileSchema, leftOutSchema, pagesSchema, toFile, toFiles, toPages } from './dataset-metadata.ts';
import { leftOut } from './formats.ts';
import type { ApiDataset } from './published.ts';

const href = z.string().describe('A relative address, seen from this file.');

export const catalogueSchema = z
  .strictObject({
    title: z.string(),
    description: z.string(),
    version: z.literal('1').describe('The version of the API, as in the address.'),
    links: z.strictObject({
      self: href,
      dcat: href.describe('The same as DCAT-AP, in JSON-LD.'),
      openapi: href,
      documentation: href.describe('How to use the API, for people.'),
    }),
    datasets: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        summary: z.string(),
        themes: z.array(z.string()),
        publisher: z.string(),
        licence: z.strictObject({ name: z.string(), url: z.url(), attribution: z.string() }),
        period: z.string(),
        published: z.string(),
        frequency: z.string(),
        links: z.strictObject({
          metadata: href,
          dataPackage: href,
          csvw: href.nullable(),
          page: href.describe('The same for people to read.'),
        }),
        database: fileSchema,
        tables: z.array(
          z.strictObject({
            name: z.string(),
            row: z.string().describe('What one row is.'),
            rows: z.int().min(1),
            columns: z.array(z.string()).min(1),
            files: z.array(fileSchema).min(1),
            pages: pagesSchema.nullable().describe('Null when the table is too large for JSON pages.'),
            leftOut: z.array(leftOutSchema),
          }),
        ),
      }),
    ),
  })
  .describe('Every dataset with its tables and files.');
export type Catalogue = z.infer<typeof catalogueSchema>;

export const catalogueTitle = 'Lunchtime Code Club open data';
export const catalogueDescription =
  'Open data of UK public bodies, made tidy for lessons in working with data. Each dataset says where it comes from, what was done to it and what is wrong with it.';

/** All datasets as the API lists them, in `catalogue.json`, sorted by id. */
export function toCatalogue(datasets: readonly ApiDataset[]): Catalogue {
  return {
    title: catalogueTitle,
    description: catalogueDescription,
    version: '1',
    links: {
      self: 'catalogue.json',
      dcat: 'catalogue.jsonld',
      openapi: 'openapi.json',
      documentation: '../',
    },
    datasets: datasets.map(({ descriptor, database, tables }) => {
      const { id, title, summary, themes, publisher, licence, period, published, frequency } = descriptor;
      const folder = `datasets/${id}/`;
      return {
        ...{ id, title, summary, themes, publisher, licence, period, published, frequency },
        links: {
          metadata: `${folder}metadata.json`,
          dataPackage: `${folder}datapackage.json`,
          csvw: tables.some(({ csv }) => csv !== undefined) ? `${folder}csv-metadata.json` : null,
          page: `../../datasets/${id}/`,
        },
        database: toFile('duckdb', database, folder),
        tables: tables.map((table) => {
          const described = descriptor.tables.find(({ name }) => name === table.name);
          return {
            name: table.name,
            row: described?.row ?? '',
            rows: table.rows,
            columns: described?.columns.map(({ name }) => name) ?? [],
            files: toFiles(table, folder),
            pages: toPages(table, folder),
            leftOut: leftOut(table),
          };
        }),
      };
    }),
  };
}
