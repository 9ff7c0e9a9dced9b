import { parquetWriteBuffer } from 'hyparquet-writer';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { toQuotedText } from '#src/sql/quote.ts';
import { packRows } from './pack-rows.ts';
import { readJson } from './json/read-json.ts';
import { readParquet } from './read-parquet.ts';
import type { ReadTable } from './read-result.ts';

const headingsOf = ({ columns }: ReadTable) => columns.map(({ heading }) => heading);
const bodyOf = ({ parts }: Pick<ReadTable, 'parts'>) => parts.join('');
const read = (text: string, table?: string) => readJson(text, { off: [], table });

test.each([
  ['an array of objects', '[{"a": 1, "b": "x"}, {"b": null, "c": true}]'],
  ['one object a line', '{"a": 1, "b": "x"}\n\n{"b": null, "c": true}\n'],
  ['an object that holds one array', '{"count": 2, "results": [{"a": 1, "b": "x"}, {"b": null, "c": true}]}'],
  [
    'an array far inside',
    '{"help": {}, "result": {"total": 2, "page": {"records": [{"a": 1, "b": "x"}, {"c": true}]}}}',
  ],
  ['columns beside rows', '{"columns": ["a", "b", "c"], "data": [[1, "x", null], [null, null, true]]}'],
  [
    'named columns beside rows',
    '{"fields": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "records": [[1, "x"], [null, null, true]]}',
  ],
  ['lists with headings first', '[["a", "b", "c"], [1, "x", null], [null, null, true]]'],
  ['a list a column', '{"a": [1, null], "b": ["x", null], "c": [null, true]}'],
])('reads %s', (_case, text) => {
  const result = read(text);
  expect(headingsOf(result)).toEqual(['a', 'b', 'c']);
  expect(bodyOf(result)).toBe('1,"x",\n,,true\n');
});

test('reads the properties of GeoJSON, and where its points are', () => {
  const feature = (name: string, geometry: unknown) => ({ type: 'Feature', properties: { name }, geometry });
  const toText = (geometry: unknown) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [feature('York', geometry), feature('Hull', null)],
    });
  const points = read(toText({ type: 'Point', coordinates: [-1.1, 53.9] }));
  expect(headingsOf(points)).toEqual(['name', 'longitude', 'latitude']);
  expect(bodyOf(points)).toBe('"York",-1.1,53.9\n"Hull",,\n');
  expect(headingsOf(read(toText({ type: 'Polygon', coordinates: [] })))).toEqual(['name', 'geometry']);
});

test('takes the longest of several lists, and offers the others', () => {
  const text = '{"meta": [{"a": 1}], "data": {"rows": [{"b": 1}, {"b": 2}]}}';
  expect(read(text)).toMatchObject({ table: 'data.rows', tables: [{ id: 'meta' }, { id: 'data.rows' }] });
  expect(headingsOf(read(text, 'meta'))).toEqual(['a']);
});

test('keeps whole numbers past 2^53 exact, and leaves digits in text alone', () => {
  const result = read(
    '[{"id": 9007199254740993, "huge": 123456789012345678901234567890, "t": "9007199254740993"}]',
  );
  expect(result.types).toEqual(['BIGINT', 'HUGEINT', 'VARCHAR']);
  expect(bodyOf(result)).toBe('9007199254740993,123456789012345678901234567890,"9007199254740993"\n');
  expect(bodyOf(read('[{"n": 12345678901234567.89}]'))).toBe('"12345678901234567.89"\n');
});

test.each([
  ['a line that is cut short', '{"a": 1}\n{"a": \n', /^Line 2 .* found “\{"a":”/],
  ['a broken array', '[\n {"a": 1},\n {"a": }\n]', /line 3 cannot be read/],
  ['an array of numbers', '[1, 2]', /Expected a JSON array of objects.* item 1 is 1/],
  ['a text', '"x"', /Expected a JSON array of objects.* found "x"/],
  ['no JSON', 'name,amount', /is not JSON/],
  ['an empty list', '[]', /holds no rows/],
  ['a cell of many levels', `[{"a": ${'['.repeat(20_000)}${']'.repeat(20_000)}}]`, /more than 500 levels/],
])('refuses %s with a sentence', (_case, text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
});

test('keeps lists and objects as JSON text, and says so', () => {
  const result = read('[{"a": [1, 2], "b": {"c": 3}}]');
  expect(result.steps.map(({ sentence }) => sentence)).toEqual([
    'Lists and objects inside a row stay as JSON text: a, b.',
  ]);
  expect(bodyOf(result)).toBe('"[1,2]","{""c"":3}"\n');
});

test('gives each column the one type that all its values have', () => {
  const packed = packRows({
    headings: ['Whole', 'Part', 'Flag', 'Day', 'Moment', 'Mixed', 'Gaps', 'Large', 'Text'],
    rows: [
      [1, 1, true, '2024-02-29', '2024-01-01T10:00:00Z', 1, null, 2n ** 60n, ''],
      [null, 0.5, false, null, new Date('2024-01-02'), 'x', undefined, 1n, 'say "hi",\nthen go'],
    ],
    textMayBeFigures: false,
  });
  const types = [
    'BIGINT',
    'DOUBLE',
    'BOOLEAN',
    'DATE',
    'TIMESTAMP',
    undefined,
    'VARCHAR',
    'BIGINT',
    'VARCHAR',
  ];
  expect(packed.types).toEqual(types);
  expect(packed.columns[0]).toEqual({ name: 'whole', heading: 'Whole' });
  expect(bodyOf(packed)).toBe(
    '1,1,true,"2024-02-29","2024-01-01T10:00:00Z","1",,1152921504606846976,""\n' +
      ',0.5,false,,2024-01-02 00:00:00,"x",,1,"say ""hi"",\nthen go"\n',
  );
});

test('a date that is none stays text', () => {
  expect(packRows({ headings: ['d'], rows: [['2024-13-45']], textMayBeFigures: false }).types).toEqual([
    'VARCHAR',
  ]);
});

test('refuses a table without rows, and one with too many columns', () => {
  expect(() => packRows({ headings: ['a'], rows: [], textMayBeFigures: false })).toThrow(/holds no rows/);
  const wide = Array.from({ length: 501 }, (_column, index) => `c${index}`);
  expect(() => packRows({ headings: wide, rows: [wide], textMayBeFigures: false })).toThrow(/501 columns/);
});

test.each(['UNCOMPRESSED', 'SNAPPY'] as const)('reads Parquet, %s', async (codec) => {
  const content = parquetWriteBuffer({
    codec,
    columnData: [
      { name: 'council', data: ['Leeds', null], type: 'STRING' },
      { name: 'amount', data: [12.5, 3], type: 'DOUBLE' },
      { name: 'people', data: [5n, 2n ** 40n], type: 'INT64' },
      { name: 'paid', data: [new Date('2024-05-01T10:30:00Z'), null], type: 'TIMESTAMP' },
    ],
  });
  const result = await readParquet(new Uint8Array(content));
  expect(headingsOf(result)).toEqual(['council', 'amount', 'people', 'paid']);
  expect(result.types).toEqual(['VARCHAR', 'DOUBLE', 'BIGINT', 'TIMESTAMP']);
  expect(bodyOf(result)).toBe('"Leeds",12.5,5,"2024-05-01 10:30:00"\n,3,1099511627776,\n');
});

test('keeps microseconds, times of day and decimals of Parquet exact', async () => {
  const schema = [
    { name: 'root', num_children: 4 },
    { name: 'moment', type: 'INT64', converted_type: 'TIMESTAMP_MICROS', repetition_type: 'OPTIONAL' },
    { name: 'clock', type: 'INT64', converted_type: 'TIME_MICROS', repetition_type: 'OPTIONAL' },
    {
      name: 'money',
      type: 'INT64',
      converted_type: 'DECIMAL',
      precision: 18,
      scale: 2,
      repetition_type: 'OPTIONAL',
    },
    {
      name: 'bytes',
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      precision: 38,
      scale: 2,
      repetition_type: 'OPTIONAL',
    },
  ] as const;
  const content = parquetWriteBuffer({
    schema: [...schema] as never,
    codec: 'UNCOMPRESSED',
    columnData: [
      { name: 'moment', data: [1711848600123456n] },
      { name: 'clock', data: [86399500000n] },
      { name: 'money', data: [-5n] },
      { name: 'bytes', data: [-1234567890123456789012n] },
    ],
  });
  const result = await readParquet(new Uint8Array(content));
  expect(result.types).toEqual(['TIMESTAMP', 'TIME', 'DECIMAL(18,2)', 'DECIMAL(38,2)']);
  expect(bodyOf(result)).toBe(
    '"2024-03-31 01:30:00.123456","23:59:59.500000","-0.05","-12345678901234567890.12"\n',
  );
});

test('reads what DuckDB writes: lengths of time, times with a zone, nested and repeated values', async () => {
  const { connection, close } = await connectDuckDb();
  const folder = await mkdtemp(join(tmpdir(), 'parquet-'));
  const file = join(folder, 'own.parquet');
  await connection.run(`COPY (SELECT INTERVAL '1 month 2 days 3 seconds' AS span, TIMESTAMPTZ '2024-07-01 10:00:00+01' AS zoned,
    {'a': i, 'b': [1]} AS nested, ['Leeds', 'York'][1 + i % 2] AS word, (i / 4)::DECIMAL(9,2) AS money, NULL::INTEGER AS gap
    FROM range(3000) AS t(i)) TO ${toQuotedText(file)} (FORMAT parquet)`);
  close();
  const result = await readParquet(new Uint8Array(await readFile(file)));
  await rm(folder, { recursive: true });
  expect(result.types).toEqual(['INTERVAL', 'TIMESTAMP', 'VARCHAR', 'VARCHAR', 'DECIMAL(9,2)', 'VARCHAR']);
  expect(bodyOf(result).split('\n')[1]).toBe(
    '"1 months 2 days 3000 milliseconds","2024-07-01 09:00:00","{""a"":1,""b"":[1]}","York","0.25",',
  );
  expect(result.steps.map(({ sentence }) => sentence)).toEqual([
    'The times in zoned are those of Greenwich (UTC): in British summer the clock shows an hour more.',
  ]);
});

test('refuses broken Parquet with a sentence', async () => {
  await expect(readParquet(new TextEncoder().encode('PAR1 and no more'))).rejects.toThrow(
    /cannot be read as Parquet/,
  );
});
