import { z } from 'zod';
import { numberWords } from '#src/words/number-words.ts';
import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { catalogueSchema } from './catalogue.ts';
import { datasetMetadataSchema } from './dataset-metadata.ts';
import { byteLimits, formats } from './formats.ts';
import { pageSchema } from './page.ts';
import type { ApiDataset, PublishedTable } from './published.ts';
import { toValueType } from './value-types.ts';

type Json = Record<string, unknown>;

/**
 * The API in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), for `openapi.json`. Every dataset and table has
 * paths of its own, so that a program made from it knows each table's columns.
 */
export function toOpenApi(datasets: readonly ApiDataset[]): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lunchtime Code Club data API',
      version: '1',
      summary: 'Open data of UK public bodies as files with addresses that stay.',
      description: [
        'Everything is a file on a static host: there is no key, no limit and no query. Addresses are relative to this file.',
        `Every table comes as CSV, packed with gzip above ${numberWords(byteLimits.csv / 1e6)} MB, as Parquet and in its dataset's DuckDB file. Those of up to ${numberWords(byteLimits.json / 1e6, 1)} MB come as JSON pages too.`,
        'Version 1 keeps its addresses, and the names and types of columns. Rows and columns may be added.',
        'This licence is for the descriptions. Each dataset has the licence of its publisher.',
      ].join('\n\n'),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Without a slash at its end, because every path begins with one; seen from this file it is its own folder.
    servers: [{ url: '../v1', description: 'The folder of this file' }],
    tags: [
      { name: 'catalogue', description: 'What there is.' },
      ...datasets.map(({ descriptor: { id, title, summary } }) => ({
        name: id,
        description: `${title}. ${summary}`,
      })),
    ],
    paths: Object.fromEntries([...cataloguePaths(), ...datasets.flatMap(datasetPaths)]),
    components: {
      schemas: {
        ...commonSchemas(),
        NotFound: {
          type: 'object',
          description:
            'What the server of this project answers; a host of static files may answer in its own way.',
          properties: { error: { type: 'string' }, catalogue: { type: 'string' } },
          required: ['error', 'catalogue'],
        },
        ...Object.fromEntries(
          datasets.flatMap(({ descriptor, tables }) =>
            descriptor.tables.map((table) => [
              rowName(descriptor.id, table.name),
              toRowSchema(
                table,
                tables.find(({ name }) => name === table.name),
              ),
            ]),
          ),
        ),
      },
    },
  };
}

function cataloguePaths(): [string, Json][] {
  return [
    [
      '/catalogue.json',
      get('catalogue', 'catalogue', 'Every dataset with its tables and files', schema('Catalogue')),
    ],
    [
      '/catalogue.jsonld',
      get('catalogue', 'catalogue_dcat', 'The same as DCAT-AP 3', {
        'application/ld+json': { schema: object },
      }),
    ],
    [
      '/openapi.json',
      get('catalogue', 'openapi', 'This description', { 'application/json': { schema: object } }),
    ],
  ];
}

function datasetPaths({ descriptor, tables }: ApiDataset): [string, Json][] {
  const { id, title } = descriptor;
  const folder = `/datasets/${id}/`;
  const name = id.replaceAll('-', '_');
  const operation = (what: string, summary: string, content: Json) =>
    get(id, `${name}__${what}`, `${title}: ${summary}`, content);
  const file = (format: keyof typeof formats, what: string, path: string): [string, Json] => [
    folder + path,
    operation(`${what}_${format.replace('.', '_')}`, `${what} as ${formats[format].label}`, {
      // Bytes need no schema in OpenAPI 3.1.
      [formats[format].mediaType]: format === 'csv' ? { schema: { type: 'string' } } : {},
    }),
  ];
  return [
    [`${folder}metadata.json`, operation('metadata', 'what it is and its files', schema('DatasetMetadata'))],
    [
      `${folder}datapackage.json`,
      operation('data_package', 'the Data Package', { 'application/json': { schema: object } }),
    ],
    ...(tables.some(({ csv }) => csv !== undefined)
      ? ([
          [
            `${folder}csv-metadata.json`,
            operation('csvw', 'CSV on the Web', { 'application/csvm+json': { schema: object } }),
          ],
        ] satisfies [string, Json][])
      : []),
    file('duckdb', 'database', `${id}.duckdb`),
    ...tables.flatMap((table): [string, Json][] => [
      ...(table.csv === undefined ? [] : [file('csv', table.name, table.csv.path)]),
      ...(table.packedCsv === undefined ? [] : [file('csv.gz', table.name, table.packedCsv.path)]),
      file('parquet', table.name, table.parquet.path),
      ...(table.pages === undefined
        ? []
        : [
            [
              `${folder}${table.name}/pages/{page}.json`,
              {
                parameters: [pageParameter(table.pages.length)],
                ...operation(`${table.name}_page`, `${table.name}, 1,000 rows a page`, {
                  'application/json': { schema: toPageSchema(id, table.name) },
                }),
              },
            ] satisfies [string, Json],
          ]),
    ]),
  ];
}

const object = { type: 'object' };

function schema(name: string): Json {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function get(tag: string, operationId: string, summary: string, content: Json): Json {
  return {
    get: {
      tags: [tag],
      operationId,
      summary,
      responses: {
        '200': { description: 'The file.', content },
        '404': {
          description: 'There is no such file.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NotFound' } } },
        },
      },
    },
  };
}

function pageParameter(pages: number): Json {
  return {
    name: 'page',
    in: 'path',
    required: true,
    description: 'The number of the page. Pages count from 1.',
    schema: { type: 'integer', minimum: 1, maximum: pages },
    example: 1,
  };
}

function rowName(dataset: string, table: string): string {
  return `${dataset}.${table}.row`;
}

function toPageSchema(dataset: string, table: string): Json {
  const rows = { type: 'array', items: { $ref: `#/components/schemas/${rowName(dataset, table)}` } };
  return { allOf: [{ $ref: '#/components/schemas/Page' }, { properties: { rows } }] };
}

/** One row of a table in a JSON page, as JSON Schema. */
export function toRowSchema(table: TableDescriptor, published?: PublishedTable): Json {
  return {
    type: 'object',
    description: table.row,
    properties: Object.fromEntries(table.columns.map((column) => [column.name, toValueSchema(column)])),
    required: table.columns.map(({ name }) => name),
    additionalProperties: false,
    ...(published === undefined ? {} : { examples: [published.sample] }),
  };
}

function toValueSchema({ type, meaning, unit, nullable, allowed, range }: ColumnDescriptor): Json {
  const valueType = toValueType(type);
  const isDate = valueType === 'date' || valueType === 'date-time';
  const jsonType = isDate ? 'string' : valueType;
  return {
    type: nullable ? [jsonType, 'null'] : jsonType,
    description: unit === undefined ? meaning : `${meaning} Unit: ${unit}.`,
    ...(isDate ? { format: valueType } : {}),
    ...(allowed === undefined ? {} : { enum: nullable ? [...allowed, null] : allowed }),
    ...(range === undefined || isDate ? {} : { minimum: range[0], maximum: range[1] }),
  };
}

function commonSchemas(): Json {
  const registry = z.registry<{ id: string }>();
  registry.add(catalogueSchema, { id: 'Catalogue' });
  registry.add(datasetMetadataSchema, { id: 'DatasetMetadata' });
  registry.add(pageSchema, { id: 'Page' });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...rest }]) => [id, rest]),
  );
}
