import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Package } from 'datapackage';
import jsonld, { type Quad } from 'jsonld';
import CsvwParser from 'rdf-parser-csvw';
import { beforeAll, expect, test } from 'vitest';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { toCsvw } from '../csvw.ts';
import { preparePublishedApi, type PublishedApi } from './published-api.ts';

const base = 'https://data.example.org/api/v1/';
/** Reading row by row in JavaScript takes its time, so larger tables are read in part. */
const wholeUpTo = 1500;

let api: PublishedApi;
beforeAll(async () => {
  api = await preparePublishedApi();
});

/** The W3C's context for CSV on the Web, which the reader's package carries. Nothing is fetched. */
const csvwContext = JSON.parse(
  readFileSync(
    join(createRequire(import.meta.url).resolve('rdf-parser-csvw'), '..', 'test', 'support', 'csvw.json'),
    'utf8',
  ),
) as unknown;

async function toQuads(document: object, path: string): Promise<Quad[]> {
  return jsonld.toRDF(document, {
    base: base + path,
    safe: true,
    documentLoader: async (url) => {
      if (url !== 'http://www.w3.org/ns/csvw') throw new Error(`The document needs ${url}.`);
      return { contextUrl: null, documentUrl: url, document: csvwContext };
    },
  });
}

test('OpenAPI 3.1 accepts the description, with every reference in it', async () => {
  const document = api.readJson('openapi.json') as Record<string, unknown>;
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  expect(() => validator.resolveRefs()).not.toThrow();
});

test('the OpenAPI description names every file, and no file that is not there', () => {
  const { paths } = api.readJson('openapi.json') as { paths: Record<string, Record<string, unknown>> };
  const described = Object.entries(paths).flatMap(([path, item]) => {
    const [page] = (item['parameters'] ?? []) as { schema: { maximum: number } }[];
    if (page === undefined) return [path];
    return Array.from({ length: page.schema.maximum }, (_, index) => path.replace('{page}', `${index + 1}`));
  });
  const files = readdirSync(api.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => `/${relative(api.folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  expect(described.sort()).toEqual(files.sort());
});

test('every dataset is a valid Data Package whose rows keep its schema', async () => {
  for (const { descriptor, tables } of api.datasets) {
    const folder = `datasets/${descriptor.id}`;
    const document = api.readJson(`${folder}/datapackage.json`) as object;
    const found = await Package.load(document, { basePath: join(api.folder, folder) });
    expect.soft(found.errors.map(String), descriptor.id).toEqual([]);
    expect.soft(found.valid, descriptor.id).toBe(true);
    const whole = tables.every(({ rows }) => rows <= wholeUpTo);
    for (const resource of found.resources.filter(({ tabular }) => tabular)) {
      const rows = await resource.read(
        whole ? { keyed: true, relations: true } : { keyed: true, limit: wholeUpTo },
      );
      const table = tables.find(({ name }) => name === resource.name);
      expect.soft(rows.length, resource.name).toBe(Math.min(table?.rows ?? 0, whole ? Infinity : wholeUpTo));
    }
  }
}, 120_000);

test('a row that breaks its schema would be found', async () => {
  const folder = 'datasets/government-services';
  const text = JSON.stringify(api.readJson(`${folder}/datapackage.json`));
  const changed = JSON.parse(text.replace('"maximum":1000', '"maximum":10')) as object;
  expect(JSON.stringify(changed)).not.toBe(text);
  const { resources } = await Package.load(changed, { basePath: join(api.folder, folder) });
  await expect(resources[0]?.read({ keyed: true })).rejects.toThrow(/1 type and format mismatch/);
});

test('every DCAT-AP property has the values that the profile asks for', async () => {
  const quads = await toQuads(api.readJson('catalogue.jsonld') as object, 'catalogue.jsonld');
  const prefixes = Object.entries(
    (api.readJson('catalogue.jsonld') as { '@context': Record<string, string> })['@context'],
  );
  const shorten = (iri: string) => {
    const [prefix, start] = prefixes.find(([, each]) => iri.startsWith(each)) ?? ['', ''];
    return prefix === '' ? iri : `${prefix}:${iri.slice(start.length)}`;
  };
  const values = (subject: string, property: string) =>
    quads
      .filter((quad) => quad.subject.value === subject && shorten(quad.predicate.value) === property)
      .map(({ object }) => object);
  const ofType = (type: string) =>
    quads
      .filter(({ predicate, object }) => predicate.value.endsWith('#type') && shorten(object.value) === type)
      .map(({ subject }) => subject.value);

  // Classes and properties that DCAT-AP 3.0.1 makes mandatory, or limits to one value.
  const mandatory: Record<string, string[]> = {
    'dcat:Catalog': [
      ...['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
      ...['dct:issued', 'dct:modified', 'dct:spatial', 'dct:conformsTo', 'foaf:homepage', 'dct:license'],
    ],
    'dcat:Dataset': [
      ...['dct:title', 'dct:description', 'dct:publisher', 'dcat:distribution', 'dcat:theme'],
      // Recommended, and every descriptor holds what they are made of.
      ...['dct:temporal', 'dct:issued', 'dct:accrualPeriodicity', 'dct:spatial', 'dcat:contactPoint'],
    ],
    'dct:PeriodOfTime': ['dcat:startDate', 'dcat:endDate'],
    'dcat:Distribution': ['dcat:accessURL', 'dct:license', 'dcat:mediaType', 'dct:title'],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL', 'dcat:servesDataset'],
    'foaf:Agent': ['foaf:name'],
    'vcard:Organization': ['vcard:fn', 'vcard:hasURL'],
    'dct:Standard': [],
    'spdx:Checksum': ['spdx:algorithm', 'spdx:checksumValue'],
  };
  for (const [type, properties] of Object.entries(mandatory)) {
    expect(ofType(type).length, type).toBeGreaterThan(0);
    for (const subject of ofType(type)) {
      for (const property of properties)
        expect.soft(values(subject, property).length, `${property} of ${subject}`).toBeGreaterThan(0);
    }
  }
  const once = ['dct:publisher', 'dct:accrualPeriodicity', 'dct:issued', 'dct:modified', 'dct:license'];
  const subjects = new Set(quads.map(({ subject }) => subject.value));
  const filesOnce = ['dcat:byteSize', 'dcat:downloadURL', 'dcat:mediaType', 'spdx:checksum', 'dct:format'];
  for (const property of [
    ...once,
    ...filesOnce,
    'dcat:compressFormat',
    'dct:accessRights',
    'foaf:homepage',
  ]) {
    for (const subject of subjects)
      expect.soft(values(subject, property).length, property).toBeLessThanOrEqual(1);
  }

  expect(ofType('dcat:Dataset').sort()).toEqual(
    api.datasets.map(({ descriptor }) => `${base}catalogue.jsonld#${descriptor.id}`).sort(),
  );
  for (const { predicate, object } of quads) {
    const property = shorten(predicate.value);
    if (property === 'dcat:byteSize')
      expect(shorten(object.datatype?.value ?? '')).toBe('xsd:nonNegativeInteger');
    if (['dcat:downloadURL', 'dcat:accessURL'].includes(property)) {
      expect(object.termType).toBe('NamedNode');
      expect(existsSync(join(api.folder, object.value.slice(base.length))), object.value).toBe(true);
    }
    if (['dct:issued', 'dct:modified', 'dcat:startDate', 'dcat:endDate'].includes(property))
      expect(shorten(object.datatype?.value ?? '')).toMatch(/^xsd:(date|gYearMonth|gYear)$/);
    if (property === 'dct:accrualPeriodicity')
      expect(object.value).toMatch(/authority\/frequency\/[A-Z]+(_\d)?$/);
    if (property === 'dcat:theme') expect(object.value).toMatch(/authority\/data-theme\/[A-Z]{4}$/);
  }
});

test('every dataset says what it is good for, whom to ask, where it is of and when it was last made again', () => {
  for (const { descriptor } of api.datasets) {
    const { id, goodFor, notGoodFor, status, contact, places, checked, dates } = descriptor;
    const said = { goodFor, notGoodFor, status, contact, places, checked, published: dates.published };
    expect(
      Object.entries(said).flatMap(([name, value]) => (value === undefined ? [name] : [])),
      id,
    ).toEqual([]);
    // A page of an organisation: no address of a person, and no mailbox.
    expect(contact?.page, id).toMatch(/^https:\/\/[\w.-]+\.(gov\.uk|nhs\.uk|org|uk)(\/[\w/-]*)?$/);
  }
});

test('a reader of CSV on the Web gets every value with its type', async () => {
  const { connection, close } = await connectDuckDb();
  try {
    for (const { descriptor, tables, database } of api.datasets) {
      const folder = `datasets/${descriptor.id}/`;
      if (!existsSync(join(api.folder, folder, 'csv-metadata.json'))) continue;
      const document = api.readJson(`${folder}csv-metadata.json`) as NonNullable<ReturnType<typeof toCsvw>>;
      await toQuads(document, `${folder}csv-metadata.json`);
      const file = toQuotedText(join(api.folder, folder, database.path));
      await connection.run(`ATTACH ${file} AS ${toQuotedName(descriptor.id)} (READ_ONLY)`);
      for (const table of document.tables) {
        const name = table.url.replace('.csv', '');
        const rows = tables.find((each) => each.name === name)?.rows ?? 0;
        if (rows > wholeUpTo) continue;
        // The reader takes one table at a time, and no list of tables.
        const quads = await toQuads(
          { ...document, tables: undefined, ...table },
          `${folder}csv-metadata.json`,
        );
        const parser = new CsvwParser({
          metadata: matching(quads),
          baseIRI: base + folder + table.url,
          timezone: 'utc',
        });
        const read: Quad[] = [];
        for await (const quad of parser.import(createReadStream(join(api.folder, folder, table.url), 'utf8')))
          read.push(quad);
        const counts = table.tableSchema.columns.map(({ name }) => `count(${toQuotedName(name)})`);
        const from = `${toQuotedName(descriptor.id)}.${toQuotedName(name)}`;
        const counted = await connection.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${from}`);
        const expected = table.tableSchema.columns.map((column, index) => [
          column.name,
          Number(counted.getRowsJS()[0]?.[index]),
          xsdType(column.datatype),
        ]);
        const found = table.tableSchema.columns.map((column) => {
          const cells = read.filter(({ predicate }) =>
            predicate.value.endsWith(`${table.url}#${column.name}`),
          );
          // The reader wraps the name of some types in a second term.
          const { value: type } = cells[0]?.object.datatype ?? { value: xsdType(column.datatype) };
          const name = (type as unknown as { value?: string }).value ?? type;
          return [column.name, cells.length, name.replace(/^.*#/, '')];
        });
        expect.soft(found, `${descriptor.id}.${name}`).toEqual(expected);
      }
    }
  } finally {
    close();
  }
}, 120_000);

function xsdType(datatype: string | { base: string }): string {
  return typeof datatype === 'string' ? datatype : datatype.base;
}

/** As much of an RDF/JS dataset as the reader asks for. */
function matching(quads: readonly Quad[]) {
  interface Term {
    termType: string;
    value: string;
  }
  const same = (a: Term, b: Term) => a.termType === b.termType && a.value === b.value;
  const withEquals = <T extends Term>(term: T) => ({ ...term, equals: (other: Term) => same(term, other) });
  const all = quads.map(({ subject, predicate, object }) => ({
    subject: withEquals(subject),
    predicate: withEquals(predicate),
    object: withEquals(object),
  }));
  const toDataset = (some: typeof all) => ({
    [Symbol.iterator]: () => some[Symbol.iterator](),
    match: (subject?: Term | null, predicate?: Term | null): unknown =>
      toDataset(
        some.filter(
          (quad) =>
            (!subject || same(quad.subject, subject)) && (!predicate || same(quad.predicate, predicate)),
        ),
      ),
  });
  return toDataset(all);
}
