import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { findCsvFormat } from './reading/csv-format.ts';
import { loadOwnTable } from './load-own-table.ts';
import { toCreateSql } from './own-table-sql.ts';
import type { ReadyFile } from './own-table.ts';
import { packRows } from './reading/pack-rows.ts';
import { toSafeNames } from './safe-name.ts';

let folder: string;
let database: NativeDatabase;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-table-'));
  database = await createNativeDatabase();
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function load(text: string, given?: ReadyFile) {
  const { format, headings } = findCsvFormat(text, false);
  const names = toSafeNames(headings);
  const ready = given ?? {
    format,
    columns: names.map((name, index) => ({ name, heading: headings[index] ?? '' })),
    types: undefined,
    notes: [],
  };
  const table = `own_${count++}`;
  const file = join(folder, `${table}'s.csv`);
  await writeFile(file, text);
  const loaded = await loadOwnTable(database, table, file, ready);
  const { rows } = await database.query(`SELECT COLUMNS(*)::VARCHAR FROM ${table}`);
  return { ...loaded, rows, ready, table, file };
}

const toLines = (...lines: string[]) => lines.join('\n') + '\n';

test('gives a column the narrowest type that fits every value', async () => {
  const { types, rows } = await load(
    toLines(
      'whole,part,code,day,moment,flag,words,gaps,long_id',
      '1,1.50,007,2024-02-29,2024-02-29 10:30,true,x,,12345678901234567890',
      '-20,3,010,2023-01-01,2024-02-29T10:30:01,FALSE,,,1',
      ',.5,,,,,"",,',
    ),
  );
  expect(types).toEqual([
    'BIGINT',
    'DOUBLE',
    'VARCHAR',
    'DATE',
    'TIMESTAMP',
    'BOOLEAN',
    'VARCHAR',
    'VARCHAR',
    'VARCHAR',
  ]);
  expect(rows[0]).toEqual([
    '1',
    '1.5',
    '007',
    '2024-02-29',
    '2024-02-29 10:30:00',
    'true',
    'x',
    null,
    '12345678901234567890',
  ]);
  expect(rows[2]).toEqual([null, '0.5', null, null, null, null, '', null, null]);
});

test('looks at every row before it settles on a type', async () => {
  const { types } = await load(`amount\n${'1\n'.repeat(5000)}1.5\n`);
  expect(types).toEqual(['DOUBLE']);
  expect((await load(`amount\n${'1\n'.repeat(5000)}n/a\n`)).types).toEqual(['VARCHAR']);
});

test.each([
  ['a date that is none', 'd\n2024-02-30\n2024-01-01\n'],
  ['a date with the day first', 'd\n01/02/2024\n'],
  ['a number with a comma', 'd\n"1,200"\n'],
  ['a number like a code in capitals', 'd\n1E5\n'],
])('%s stays text', async (_case, text) => {
  expect((await load(text)).types).toEqual(['VARCHAR']);
});

test('the statement for the learner’s engine makes the same table', async () => {
  const { ready, types, file, rows } = await load(toLines('Name;Amount', 'Leeds;1200', '"York; North";'));
  await database.query(
    toCreateSql({ table: 'again', file, format: ready.format, columns: ready.columns, types }),
  );
  expect((await database.query('SELECT COLUMNS(*)::VARCHAR FROM again')).rows).toEqual(rows);
});

test('rows that were packed come back as they were', async () => {
  const { file, parts } = packRows({
    headings: ['a', 'b', 'day'],
    rows: [
      ['', 1n, new Date('2024-05-01')],
      [null, null, null],
      ['x,"y"\nz', 2n ** 62n, new Date('1066-10-14')],
    ],
    notes: [],
  });
  const { rows, types } = await load(parts.join(''), file);
  expect(types).toEqual(['VARCHAR', 'BIGINT', 'DATE']);
  expect(rows).toEqual([
    ['', '1', '2024-05-01'],
    [null, null, null],
    ['x,"y"\nz', '4611686018427387904', '1066-10-14'],
  ]);
});

test('a row that does not fit is an error that names it', async () => {
  await expect(load(toLines('a,b', '1,2', '3'))).rejects.toThrow(
    'Row 3 of this file cannot be read. Expected 2 columns, found 1. Mend it, then choose the file again.',
  );
});

test('measures every column and finds the key', async () => {
  const { profile } = await load(
    toLines('Reference,Amount,Region', 'A1,10,North', 'A2,,North', 'A3,30,South', 'A4,10,'),
  );
  expect(profile).toMatchObject({ rowCount: 4, keys: [['reference']], faults: [] });
  expect(profile.columns).toMatchObject([
    {
      name: 'reference',
      heading: 'Reference',
      type: 'VARCHAR',
      missing: 0,
      distinct: 4,
      smallest: 'A1',
      largest: 'A4',
    },
    { name: 'amount', type: 'BIGINT', missing: 1, distinct: 2, smallest: '10', largest: '30', faults: [] },
    { name: 'region', missing: 1, distinct: 2, faults: [] },
  ]);
});

test('finds a key of two columns', async () => {
  const { profile } = await load(toLines('council,year,n', 'a,1,5', 'a,2,5', 'b,1,5', 'b,2,5'));
  expect(profile.keys).toEqual([['council', 'year']]);
});

test.each([
  [
    'dates with the day first',
    ['01/02/2024', '13/02/2024'],
    /Dates kept as text.*try_strptime\(v, '%d\/%m\/%Y'\)/,
  ],
  ['dates with the month in words', ['1 May 2024', '12 Jun 2024'], /try_strptime\(v, '%d %b %Y'\)/],
  [
    'numbers with commas and pounds',
    ['"£1,200.50"', '£30', '45%', '(15.00)'],
    /Numbers kept as text, with commas.* turns them into numbers and 1 value into NULL/,
  ],
  [
    'numbers with one slip',
    ['1', '2', '3', '4', '5', '6', 'x'],
    /beside values that are not numbers.*1 value into NULL/,
  ],
  ['words for missing', ['Leeds', 'n/a', '-'], /2 values such as “-” or “n\/a”/],
  ['spaces at the ends', ['Leeds', '" York"', '"Hull "'], /2 values with spaces/],
  ['nothing but spaces', ['Leeds', '"  "'], /1 value of nothing but spaces/],
  [
    'spellings',
    ['Leeds', 'LEEDS', 'leeds ', 'York'],
    /1 value in spellings that differ.*“LEEDS” and “Leeds”/,
  ],
])('finds %s', async (_case, values, sentence) => {
  const { profile } = await load(toLines('v,other', ...values.map((value, index) => `${value},x${index}`)));
  expect(profile.columns[0]?.faults.join(' ')).toMatch(sentence);
});

test.each([
  ['codes with leading zeros', ['0012', '0407']],
  ['plain words', ['Leeds', 'York']],
  ['words that differ', ['north', 'North East']],
])('finds no fault in %s', async (_case, values) => {
  const { profile } = await load(toLines('v,other', ...values.map((value, index) => `${value},x${index}`)));
  expect(profile.columns[0]?.faults).toEqual([]);
});

test('finds blank rows, headings among the rows, repeated rows and a total', async () => {
  const { profile } = await load(
    toLines('Place,Amount', 'Leeds,10', ',', ',', 'Place,Amount', 'York,20', 'York,20', 'Grand total,50'),
  );
  expect(profile.faults).toEqual([
    '2 rows with nothing in them. Counts of rows include them.',
    '1 row that repeats the headings.',
    '1 row that repeats another row in every column. Totals count it again.',
    'A row near the end says “Grand total”. If it is a total, adding up the column counts everything twice.',
  ]);
});

test.each([
  ['a heading', 'Customer name', ['x', 'y'], 'names of people'],
  ['email addresses', 'contact', ['a.b@example.org', 'c@example.com'], 'email addresses'],
  ['phone numbers', 'contact', ['020 7946 0000', '01632 960 001'], 'phone numbers'],
  ['a council’s name', 'Council name', ['Leeds', 'York'], undefined],
  ['long numbers', 'reference', ['A020', 'A021'], undefined],
])('tells of personal data by %s', async (_case, heading, values, expected) => {
  const { profile } = await load(toLines(`${heading},n`, ...values.map((value) => `${value},1`)));
  expect(profile.columns[0]?.personal).toBe(expected);
});

test('a value can hold anything without becoming SQL', async () => {
  const { profile, rows } = await load(toLines("a'b,c", `"'; DROP TABLE x; --",1`, '"<b>x</b>",2'));
  expect(rows).toEqual([
    ["'; DROP TABLE x; --", '1'],
    ['<b>x</b>', '2'],
  ]);
  expect(profile.columns[0]?.heading).toBe("a'b");
});
