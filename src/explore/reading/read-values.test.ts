import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { packRows } from './pack-rows.ts';
import { readExcel } from './read-excel.ts';
import { readJson } from './read-json.ts';
import { readParquet } from './read-parquet.ts';

test.each([
  ['an array of objects', '[{"a": 1, "b": "x"}, {"b": null, "c": true}]'],
  ['one object a line', '{"a": 1, "b": "x"}\n\n{"b": null, "c": true}\n'],
  ['an object that holds one array', '{"count": 2, "results": [{"a": 1, "b": "x"}, {"b": null, "c": true}]}'],
])('reads %s', (_case, text) => {
  const { headings, rows } = readJson(text);
  expect(headings).toEqual(['a', 'b', 'c']);
  expect(rows).toEqual([
    [1, 'x', undefined],
    [undefined, null, true],
  ]);
});

test.each([
  ['a line that is cut short', '{"a": 1}\n{"a": \n', /^Line 2 .* found “\{"a":”/],
  ['a broken array', '[\n {"a": 1},\n {"a": }\n]', /line 3 cannot be read/],
  ['an array of numbers', '[1, 2]', /Expected a JSON array of objects.* item 1 is 1/],
  ['a text', '"x"', /Expected a JSON array of objects.* found "x"/],
  ['no JSON', 'name,amount', /is not JSON/],
])('refuses %s with a sentence', (_case, text, sentence) => {
  expect(() => readJson(text)).toThrow(sentence);
});

test('keeps lists and objects as JSON text, and says so', () => {
  const values = readJson('[{"a": [1, 2], "b": {"c": 3}}]');
  expect(values.notes).toEqual(['Lists and objects inside a row stay as JSON text: a, b.']);
  expect(packRows(values).parts.join('')).toBe('a,b\n"[1,2]","{""c"":3}"\n');
});

test('gives each column the one type that all its values have', () => {
  const { file, parts } = packRows({
    headings: ['Whole', 'Part', 'Flag', 'Day', 'Moment', 'Mixed', 'Gaps', 'Large', 'Text'],
    rows: [
      [1, 1, true, '2024-02-29', '2024-01-01T10:00:00Z', 1, null, 2n ** 60n, ''],
      [null, 0.5, false, null, new Date('2024-01-02'), 'x', undefined, 1n, 'say "hi",\nthen go'],
    ],
    notes: [],
  });
  expect(file.types).toEqual([
    'BIGINT',
    'DOUBLE',
    'BOOLEAN',
    'DATE',
    'TIMESTAMP',
    'VARCHAR',
    'VARCHAR',
    'BIGINT',
    'VARCHAR',
  ]);
  expect(file.columns[0]).toEqual({ name: 'whole', heading: 'Whole' });
  expect(parts.join('')).toBe(
    'whole,part,flag,day,moment,mixed,gaps,large,text\n' +
      '1,1,true,"2024-02-29","2024-01-01T10:00:00Z","1",,1152921504606846976,""\n' +
      ',0.5,false,,2024-01-02 00:00:00,"x",,1,"say ""hi"",\nthen go"\n',
  );
});

test('a date that is none stays text', () => {
  expect(packRows({ headings: ['d'], rows: [['2024-13-45']], notes: [] }).file.types).toEqual(['VARCHAR']);
});

test('refuses a table without rows, and one with too many columns', () => {
  expect(() => packRows({ headings: ['a'], rows: [], notes: [] })).toThrow(/holds no rows/);
  const wide = Array.from({ length: 501 }, (_column, index) => `c${index}`);
  expect(() => packRows({ headings: wide, rows: [wide], notes: [] })).toThrow(/501 columns/);
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
  const values = await readParquet(content);
  expect(values.headings).toEqual(['council', 'amount', 'people', 'paid']);
  const { file, parts } = packRows(values);
  expect(file.types).toEqual(['VARCHAR', 'DOUBLE', 'BIGINT', 'TIMESTAMP']);
  expect(parts.join('')).toBe(
    'council,amount,people,paid\n"Leeds",12.5,5,2024-05-01 10:30:00\n,3,1099511627776,\n',
  );
});

test('refuses broken Parquet with a sentence', async () => {
  await expect(readParquet(new TextEncoder().encode('PAR1 and no more').buffer)).rejects.toThrow(
    /cannot be read as Parquet/,
  );
});

/** A workbook of text, numbers and dates. */
async function toWorkbook(sheets: Record<string, unknown[][]>): Promise<ArrayBuffer> {
  const toCell = (value: unknown) =>
    value === null ? null : value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value };
  const buffer = await writeExcel(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((row) => row.map(toCell)),
    })) as never,
  ).toBuffer();
  return new Uint8Array(buffer).buffer;
}

test('reads the first sheet with rows, below its title', async () => {
  const content = await toWorkbook({
    Cover: [],
    Spend: [
      ['Spend in May 2024', null, null],
      [null, null, null],
      ['Council', 'Amount (£)', 'Paid'],
      [' Leeds', 1200.5, new Date('2024-05-01')],
      ['York', null, new Date('2024-05-02')],
      [null, null, null],
    ],
  });
  const values = await readExcel(content);
  expect(values.headings).toEqual(['Council', 'Amount (£)', 'Paid']);
  expect(values.rows).toEqual([
    [' Leeds', 1200.5, new Date('2024-05-01')],
    ['York', null, new Date('2024-05-02')],
  ]);
  expect(values.notes).toEqual([
    'This workbook has 2 sheets. These are the rows of “Spend”.',
    'Lines before row 3, which holds the headings, were left out.',
  ]);
  expect(packRows(values).file.types).toEqual(['VARCHAR', 'DOUBLE', 'DATE']);
});

test.each([
  ['an empty workbook', () => toWorkbook({ Sheet: [] }), /holds no rows/],
  [
    'no workbook',
    async () => new TextEncoder().encode('PK not a zip').buffer as ArrayBuffer,
    /cannot be read as an Excel workbook/,
  ],
])('refuses %s with a sentence', async (_case, make, sentence) => {
  await expect(readExcel(await make())).rejects.toThrow(sentence);
});
