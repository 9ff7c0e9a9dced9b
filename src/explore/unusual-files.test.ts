import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { loadOwnTable } from './load-own-table.ts';
import { readTable } from './reading/read-table.ts';

let folder: string;
let database: NativeDatabase;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unusual-files-'));
  database = await createNativeDatabase();
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function load(name: string, text: string, off: readonly string[] = []) {
  const { ready, parts } = await readTable({ name, bytes: new TextEncoder().encode(text) }, { off });
  const table = `own_${count++}`;
  const file = join(folder, `${table}.csv`);
  await writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));
  const { columns, steps, notes, profile } = await loadOwnTable(database, table, file, ready, off);
  const { rows } = await database.query(`SELECT COLUMNS(*)::VARCHAR FROM ${table}`);
  const says = [...ready.notes, ...ready.steps.map(({ sentence }) => sentence), ...notes];
  return {
    columns: columns.map(({ name: column, type }) => `${column} ${type}`),
    rows,
    says: [...says, ...steps.map(({ sentence }) => sentence)].join(' '),
    remarks: ready.remarks,
    profile,
  };
}

const toLines = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

test.each([
  [
    'three lines of headings over two rows',
    toLines(',Men,,Women,', ',Full time,Part time,Full time,Part time', 'Area,number,number,number,number', 'Leeds,1,2,3,4', 'York,5,6,7,8'), // prettier-ignore
    ['area', 'men_full_time_number', 'men_part_time_number', 'women_full_time_number', 'women_part_time_number'], // prettier-ignore
  ],
  [
    'years over sexes over grades',
    toLines(',2023,,,,2024,,,', ',Men,,Women,,Men,,Women,', 'Area,FT,PT,FT,PT,FT,PT,FT,PT', 'Leeds,1,2,3,4,1,2,3,4'), // prettier-ignore
    ['area', ...['2023', '2024'].flatMap((year) => ['men', 'women'].flatMap((sex) => [`n_${year}_${sex}_ft`, `n_${year}_${sex}_pt`]))], // prettier-ignore
  ],
])('joins %s', async (_case, text, names) => {
  const { columns, rows } = await load('own.csv', text);
  expect(columns.map((column) => column.split(' ')[0])).toEqual(names);
  expect(columns.slice(1).every((column) => column.endsWith('BIGINT'))).toBe(true);
  expect(rows[0]?.slice(0, 3)).toEqual(['Leeds', '1', '2']);
});

test('a line of words that is a row stays one, where figures stand below and above it', async () => {
  const text = toLines('Area,Kind,n', 'Leeds,old,1', 'York,new,[c]', 'Hull,old,2');
  expect((await load('own.csv', text)).rows).toHaveLength(3);
});

test.each(['\t', '^', '~', '|', ';'])(
  'finds a table between as many titles and notes, its fields apart by %j',
  async (mark) => {
    const rows = [['Area', 'Staff', 'Spend'], ['Leeds', '3', '1'], ['York', '4', '2']].map((row) => row.join(mark)); // prettier-ignore
    const { columns, remarks } = await load(
      'own.txt',
      toLines('Table 3', 'Made in May', '', ...rows, '', 'Note: early'),
    );
    expect(columns).toEqual(['area VARCHAR', 'staff BIGINT', 'spend BIGINT']);
    expect(remarks).toEqual(['Table 3', 'Made in May', 'Note: early']);
  },
);

test.each([
  [
    'minus signs behind',
    ['"1,234.50-"', '15-', '7'],
    ['-1234.5', '-15.0', '7.0'],
    /“1,234\.50-” is read as -1234\.50/,
  ],
  [
    'currency behind, decimals by comma',
    ['"1 234,50 €"', '"12,00€"'],
    ['1234.5', '12.0'],
    /currency signs were taken off/,
  ],
  [
    'flags of Eurostat',
    [': c', '12.3 b', '7.5 ep', ':'],
    [null, '12.3', '7.5', null],
    /: c \(not available: confidential, so suppressed, 1\).*ep \(estimated; provisional, 1\)/,
  ],
  [
    'small counts held back',
    ['<5', '12', 'fewer than 5', '30'],
    [null, '12', null, '30'],
    /<5 \(suppressed: less than 5, 1\)/,
  ],
  [
    'months as numbers',
    ['202411', '202412', '202501'],
    ['202411', '202412', '202501'],
    /months written as whole numbers/,
  ],
  ['days as numbers', ['20241130', '20241201'], ['20241130', '20241201'], /days written as whole numbers/],
] as const)('reads %s', async (_case, texts, values, sentence) => {
  const { rows, says } = await load(
    'own.csv',
    toLines('Area,Period', ...texts.map((text, index) => `A${index},${text}`)),
  );
  expect(rows.map(([, value]) => value)).toEqual(values);
  expect(says).toMatch(sentence);
});

test('one letter behind every figure is a unit, not a flag', async () => {
  const { columns } = await load('own.csv', toLines('Item,Fee', 'A,50 p', 'B,75 p', 'C,80 p'));
  expect(columns).toEqual(['item VARCHAR', 'fee VARCHAR']);
});

test.each([
  [
    'where another column has decimals behind commas',
    ['Leeds;1.234;3,5', 'York;12.345;4,5'],
    '1234',
    /“1\.234” is read as 1234\. It could also be 1\.234/,
  ],
  [
    'where semicolons alone speak for commas',
    ['Leeds;1.234;3', 'York;12.345;4'],
    '1234',
    /It could also be 1\.234/,
  ],
  ['where another column has decimals behind points', ['Leeds;1.234;3.55', 'York;12.345;4.5'], '1.234', /^$/],
] as const)('takes 1.234 for what it is %s, and never in silence', async (_case, lines, value, sentence) => {
  const { rows, says } = await load('own.csv', toLines('Area;Amount;Share', ...lines));
  expect(rows[0]?.[1]).toBe(value);
  expect(says).toMatch(sentence);
});

test('does not doubt what can be read in one way only', async () => {
  const { says } = await load('own.csv', toLines('Area;Pop', 'Leeds;1 234', 'York;12 345 678'));
  expect(says).toContain('“1 234” is read as 1234.');
  expect(says).not.toContain('could also be');
});

test('does not offer to make numbers of identifiers that a number cannot hold', async () => {
  const { profile } = await load(
    'own.csv',
    toLines('id,n', '1234567890123456789012,5', '1234567890123456789013,6'),
  );
  expect(JSON.stringify(profile)).not.toContain('DOUBLE)');
});

test('errors of a spreadsheet and words for a missing value are two steps, each with its own way back', async () => {
  const text = toLines('Area,n', 'A,#REF!', 'B,n/a', 'C,3', 'D,########');
  const { rows, says } = await load('own.csv', text);
  expect(rows.map(([, value]) => value)).toEqual([null, null, '3', null]);
  expect(says).toContain('2 cells of n hold an error of a spreadsheet: ######## (1) and #REF! (1).');
  expect(says).toContain('1 cell of n says that there is no value: n/a (1).');
  for (const off of ['error-cells', 'missing-words'])
    expect((await load('own.csv', text, [off])).columns[1]).toBe('n VARCHAR');
});

const page = (rows: string) =>
  `<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`;

test.each(['own.xls', 'own.xlsx'])(
  'reads the table of a page that is named %s, codes and brackets as they are',
  async (name) => {
    const rows =
      '<tr><th>Code<th>Spend</tr><tr><td>007</td><td>&pound;1,200</td></tr><tr><td>012</td><td>(6)</td></tr>';
    const {
      columns,
      rows: read,
      says,
    } = await load(name, page(rows.replaceAll('<th>Spend', '</th><th>Spend</th>')));
    expect(columns).toEqual(['code VARCHAR', 'spend BIGINT']);
    expect(read).toEqual([['007', '1200'], ['012', '-6']]); // prettier-ignore
    expect(says).toContain('it is a table in a web page (HTML)');
  },
);

test.each([
  ['a table that lays out a form', 'own.xlsx', page('<tr><td>User name</td></tr><tr><td>Password</td></tr>')],
  ['no table', 'own.xlsx', '<!doctype html><html><body>Sign in</body></html>'],
  ['a table, named CSV', 'own.csv', page('<tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr>')],
])('says of a page with %s that it is none of data', async (_case, name, text) => {
  await expect(load(name, text)).rejects.toThrow('This file is a web page, not data');
});
