import { expect, test } from 'vitest';
import { tableSchema } from '#src/datasets/descriptor.ts';
import { byteLimits, fitsFormat, leftOut, mediaTypeOf } from './formats.ts';
import { countPages, pageSchema, toPageText } from './page.ts';
import { toJsonValue, toValueType } from './value-types.ts';

const table = tableSchema.parse({
  name: 'prices',
  row: 'One price of one thing.',
  file: 'prices.csv',
  rowCount: 2001,
  sha256: 'a'.repeat(64),
  primaryKey: ['thing'],
  columns: [
    { name: 'thing', type: 'VARCHAR', meaning: 'What was for sale.', nullable: false },
    { name: 'price', type: 'DECIMAL(8,2)', unit: '£', meaning: 'What it cost.', nullable: true },
  ],
});

test('gives a page that says where it stands and holds values with their digits', () => {
  const text = toPageText('shop', table, 2, [
    ['a "quoted" name\nof two lines', '1.50'],
    ['Œuf', null],
  ]);
  expect(text).toContain('"price":1.50}');
  expect(pageSchema.parse(JSON.parse(text))).toMatchObject({
    dataset: 'shop',
    page: 2,
    pages: 3,
    totalRows: 2001,
    previous: '1.json',
    next: '3.json',
    columns: [
      { name: 'thing', type: 'string', nullable: false },
      { name: 'price', type: 'number', nullable: true, unit: '£' },
    ],
    rows: [
      { thing: 'a "quoted" name\nof two lines', price: 1.5 },
      { thing: 'Œuf', price: null },
    ],
  });
});

test('has nothing before the first page and nothing after the last', () => {
  expect(JSON.parse(toPageText('shop', table, 1, []))).toMatchObject({ previous: null, next: '2.json' });
  expect(JSON.parse(toPageText('shop', table, 3, []))).toMatchObject({ next: null, last: '3.json' });
});

test.each([
  [1, 1],
  [1000, 1],
  [1001, 2],
])('puts %i rows on %i page(s)', (rows, pages) => {
  expect(countPages(rows)).toBe(pages);
});

test.each([
  ['BIGINT', '-12', '-12'],
  ['DECIMAL(12,2)', '0.10', '0.10'],
  ['DOUBLE', '1e-07', '1e-07'],
  ['BOOLEAN', 'true', 'true'],
  ['DATE', '2026-03-25', '"2026-03-25"'],
  ['TIMESTAMP', '2026-03-25 10:00:00', '"2026-03-25T10:00:00"'],
  ['VARCHAR', '12', '"12"'],
])('writes %s %s as %s', (type, text, expected) => {
  expect(toJsonValue(text, toValueType(type))).toBe(expected);
  expect(toJsonValue(null, toValueType(type))).toBe('null');
});

test.each(['nan', 'inf', '-inf'])('refuses %s, which JSON does not have', (text) => {
  expect(() => toJsonValue(text, 'number')).toThrow(`JSON has no number "${text}".`);
});

test('leaves out only what a table is too large for, by its bytes', () => {
  expect([byteLimits.csv, byteLimits.csv + 1].map((bytes) => fitsFormat('csv', bytes))).toEqual([
    true,
    false,
  ]);
  expect(leftOut({ pages: [{}] })).toEqual([]);
  expect(leftOut({}).map(({ reason }) => reason)).toEqual([
    'JSON pages are for tables of up to 1.5 MB in that form. Take CSV, Parquet or DuckDB.',
  ]);
});

test.each([
  ['/api/v1/catalogue.json', 'application/json'],
  ['/api/v1/catalogue.jsonld', 'application/ld+json'],
  ['/api/v1/datasets/cpi/csv-metadata.json', 'application/csvm+json'],
  ['/api/v1/datasets/cpi/cpi_monthly.csv', 'text/csv; charset=utf-8; header=present'],
  ['/api/v1/datasets/leeds-spend/leeds_spending.csv.gz', 'application/gzip'],
  ['/api/v1/datasets/cpi/cpi_monthly.parquet', 'application/vnd.apache.parquet'],
  ['/api/v1/datasets/cpi/cpi.duckdb', 'application/octet-stream'],
  ['/api/v1/datasets/cpi', undefined],
])('knows the media type of %s', (path, expected) => {
  expect(mediaTypeOf(path)).toBe(expected);
});
