import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { loadOwnTable } from './load-own-table.ts';
import { toCreateSql } from './own-table-sql.ts';
import type { ReadyFile } from './own-table.ts';
import { placesInOrder } from './row-places.ts';
import { packRows, TypedText } from './reading/pack-rows.ts';
import { readTable } from './reading/read-table.ts';

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

async function load(
  text: string,
  off: readonly string[] = [],
  given?: { ready: ReadyFile; parts: readonly string[] },
) {
  const { ready, parts } =
    given ?? (await readTable({ name: 'own.csv', bytes: new TextEncoder().encode(text) }, { off }));
  const table = `own_${count++}`;
  const file = join(folder, `${table}'s.csv`);
  await writeFile(file, Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));
  const loaded = await loadOwnTable(database, table, file, ready, off);
  const { rows } = await database.query(`SELECT COLUMNS(*)::VARCHAR FROM ${table}`);
  const types = loaded.columns.map(({ type }) => type);
  const ids = loaded.steps.map(({ id }) => id);
  return { ...loaded, types, ids, rows, ready, table, file };
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
  ['a code with marks like those for thousands', 'd\n"01,200"\n'],
  ['a telephone number', 'd\n020 7946 000\n'],
  ['shares beside other figures', 'd\n45%\n12\n'],
  ['figures in two forms', 'd\n"1,5"\n2.25\n'],
  ['a number like a code in capitals', 'd\n1E5\n'],
])('%s stays text', async (_case, text) => {
  expect((await load(text)).types).toEqual(['VARCHAR']);
});

test.each([
  toLines('Name;Amount', 'Leeds;1200', '"York; North";'),
  toLines('Area,Spend,When', 'Leeds,"1,200",Q1 2024', 'York,[c],Q2 2024'),
])('the statement for the learner’s engine makes the same table', async (text) => {
  const { ready, columns, file, rows } = await load(text);
  const options = { file, format: ready.format, columns: ready.columns, made: columns };
  await database.query(toCreateSql({ table: 'again', ...options }));
  expect((await database.query('SELECT COLUMNS(*)::VARCHAR FROM again')).rows).toEqual(rows);
  await database.query('DROP TABLE again');
});

test('rows that were packed come back as they were', async () => {
  const { parts, longestRow, ...packed } = packRows({
    headings: ['a', 'b', 'day', 'huge', 'exact', 'clock', 'span'],
    rows: [
      [
        '',
        1n,
        new Date('2024-05-01'),
        2n ** 100n,
        new TypedText('DECIMAL(38,2)', '12345678901234567890.12'),
        new TypedText('TIME', '23:59:59.5'),
        new TypedText('INTERVAL', '36:00:00'),
      ],
      [null, null, null, null, null, null, null],
      ['x,"y"\nz', 2n ** 62n, new Date('1066-10-14'), 1n, null, null, null],
    ],
    textMayBeFigures: false,
  });
  const rest = { notes: [], remarks: [], steps: [], tables: [], table: '', places: placesInOrder('row') };
  const ready: ReadyFile = { ...packed, ...rest, format: { delimiter: ',', longestRow } };
  const { rows, types } = await load('', [], { ready, parts });
  expect(types).toEqual(['VARCHAR', 'BIGINT', 'DATE', 'HUGEINT', 'DECIMAL(38,2)', 'TIME', 'INTERVAL']);
  expect(rows).toEqual([
    ['', '1', '2024-05-01', String(2n ** 100n), '12345678901234567890.12', '23:59:59.5', '36:00:00'],
    [null, null, null, null, null, null, null],
    ['x,"y"\nz', '4611686018427387904', '1066-10-14', '1', null, null, null],
  ]);
});

test.each([
  ['thousands', ['"1,200"', '30'], [['1200'], ['30']]],
  ['thousands', ['1 200', '1\u00a0234\u202f567'], [['1200'], ['1234567']]],
  ['minus', ['\u22120.5', '2'], [['-0.5'], ['2.0']]],
  ['minus', ['\u20135', '2'], [['-5'], ['2']]],
  ['brackets', ['(15.5)', '2'], [['-15.5'], ['2.0']]],
  ['percent', ['45%', '5 %'], [['45'], ['5']]],
  ['currency', ['£12.50', '-£3'], [['12.5'], ['-3.0']]],
  [
    'marks',
    ['1', '[c]', '..', '*', '-', ':'],
    [
      ['1', null],
      [null, '[c]'],
      [null, '..'],
      [null, '*'],
      [null, '-'],
      [null, ':'],
    ],
  ],
  [
    'marks',
    ['12.5 [p]', '3[e] [r]', '[low]'],
    [
      ['12.5', '[p]'],
      ['3.0', '[e] [r]'],
      [null, '[low]'],
    ],
  ],
  [
    'marks',
    ['[c]', '[x]'],
    [
      [null, '[c]'],
      [null, '[x]'],
    ],
  ],
  ['quarters', ['Q1 2024', 'Q4 2023-24'], [['2024 Q1'], ['2023-24 Q4']]],
])('reads %s in %j, and leaves the text as it is when told', async (id, values, rows) => {
  const text = toLines('v\tother', ...values.map((value) => `${value}\tx`));
  const read = await load(text);
  expect(read.ids).toContain(id);
  expect(read.rows.map((row) => row.slice(0, -1))).toEqual(rows);
  const left = await load(text, [id]);
  expect(left.ids).not.toContain(id);
  expect(left.rows.map(([value]) => value)).toEqual(values.map((value) => value.replaceAll('"', '')));
});

test('a mark never counts as 0, and its column says which it was', async () => {
  const { table, steps, profile } = await load(toLines('Area,Offences', 'A,12', 'B,[c]', 'C,[low]', 'D,0'));
  const { rows } = await database.query(
    `SELECT sum(offences), count(offences), count(offences_mark) FROM ${table}`,
  );
  expect(rows[0]?.map(Number)).toEqual([12, 2, 2]);
  expect(steps[0]).toMatchObject({
    count: 2,
    sentence: expect.stringMatching(
      /\[c\] \(confidential, so suppressed, 1\).*\[low\] \(rounds to 0, 1\).*never as 0.*offences_mark/,
    ),
  });
  expect(profile.columns.map(({ name }) => name)).toEqual(['area', 'offences', 'offences_mark']);
});

test.each([
  ['Rate;n', ['3,5;1', '0,9;2'], ['3.5', '0.9']],
  ['Rate;n', ['1.234,5;1', '0,9;2'], ['1234.5', '0.9']],
  ['Rate;People', ['3,5;1.234', '0,25;2.345'], ['3.5', '0.25']],
])('reads decimal commas where the delimiter is a semicolon: %s %j', async (heading, lines, values) => {
  const { rows, ids } = await load(toLines(heading, ...lines));
  expect(rows.map(([rate]) => rate)).toEqual(values);
  expect(ids).toContain('decimal-comma');
});

test('says when a comma could also mark thousands', async () => {
  const { steps } = await load(toLines('v;n', '1,234;a', '5,678;b'));
  expect(steps[0]?.sentence).toMatch(/“1,234” is read as 1\.234\. It could also be 1234/);
});

test('leaves out a column without heading or values, and says so', async () => {
  const { profile, ids } = await load(toLines('id,name,', '1,A,', '2,B,'));
  expect(profile.columns.map(({ name }) => name)).toEqual(['id', 'name']);
  expect(ids).toEqual(['empty-columns']);
  expect((await load(toLines('id,name,', '1,A,', '2,B,'), ['empty-columns'])).columns).toHaveLength(3);
});

test.each([
  ['2023-24', '2024-25', /financial years. They stay text, which sorts/],
  ['2023/24', '2024/25', /financial years. They stay text, which sorts/],
  ['2023-24', '2024/25', /two ways.*`replace\(year, '\/', '-'\)`/],
  ['2024 Q1', '2024 Q2', /quarters. They stay text/],
])('knows %s and %s for periods', async (first, second, sentence) => {
  const { notes, types } = await load(toLines('Year,n', `${first},1`, `${second},2`));
  expect(notes.join()).toMatch(sentence);
  expect(types[0]).toBe('VARCHAR');
});

test('a table of 140 columns and one row fits into little memory', { timeout: 60_000 }, async () => {
  const names = Array.from({ length: 140 }, (_column, index) => `c${index}`);
  await database.query("SET memory_limit = '300MB'");
  const { profile } = await load(toLines(names.join(), names.map((_name, index) => index).join()));
  await database.query("SET memory_limit = '2GB'");
  expect(profile.columns).toHaveLength(140);
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
  [
    'dates that could have the month first',
    ['03/04/2024', '05/06/2024'],
    /“03\/04\/2024” is 3 April 2024 with the day first and 4 March 2024 with the month first/,
  ],
  [
    'dates in two forms',
    ['13/02/2024', '14/02/2024', '2024-02-15'],
    /more than one form: 2 dates such as “13\/02\/2024” and 1 other such as “2024-02-15”.*coalesce\(try_strptime/,
  ],
  [
    'dates of which some have the month first',
    ['13/02/2024', '02/13/2024', '03/04/2024'],
    /Some have the month first: “03\/04\/2024” is 3 April 2024/,
  ],
  ['dates with the month in words', ['1 May 2024', '12 Jun 2024'], /try_strptime\(v, '%d %b %Y'\)/],
  [
    'numbers with commas and pounds beside shares',
    ['"£1,200.50"', '£30', '45%', '15.00'],
    /Numbers kept as text, with commas.* turns them into numbers/,
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
