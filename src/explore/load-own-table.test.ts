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
  expect((await load(`amount\n${'1\n'.repeat(5000)}many\n`)).types).toEqual(['VARCHAR']);
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
  ['months', ['Dec 1995', 'January 1996', '1996 FEB'], [['1995-12'], ['1996-01'], ['1996-02']]],
  ['months', ['Jan-24', "Feb '24", 'Dec-98'], [['2024-01'], ['2024-02'], ['1998-12']]],
  ['months', ['2024M01', '2024 M12', '2023-Sept'], [['2024-01'], ['2024-12'], ['2023-09']]],
  ['months', ['01/2024', 'MSitAE-APRIL-2025', '2024/03'], [['2024-01'], ['2025-04'], ['2024-03']]],
  ['months', ['Mar 2024 [p]', 'Feb 2024 [note 3]'], [['2024-03 [p]'], ['2024-02 [note 3]']]],
  ['months', ['Jan-Mar 2024', 'Nov to Jan 2025'], [['2024-01 to 2024-03'], ['2024-11 to 2025-01']]],
  ['months', ['April 2023 to March 2024'], [['2023-04 to 2024-03']]],
  ['months', ['Year ending March 2024'], [['year ending 2024-03']]],
])('reads %s in %j, and leaves the text as it is when told', async (id, values, rows) => {
  const text = toLines('v\tother', ...values.map((value) => `${value}\tx`));
  const read = await load(text);
  expect(read.ids).toContain(id);
  expect(read.rows.map((row) => row.slice(0, -1))).toEqual(rows);
  const left = await load(text, [id]);
  expect(left.ids).not.toContain(id);
  expect(left.rows.map(([value]) => value)).toEqual(values.map((value) => value.replaceAll('"', '')));
});

test('says which kind of period each row holds where one column has several', async () => {
  const text = toLines('Period,n', '1989,4', '1989 Q1,1', '1989 JAN,2', '1989 FEB,3');
  const { rows, ids, steps, columns } = await load(text);
  expect(rows).toEqual([
    ['1989', 'year', '4'],
    ['1989 Q1', 'quarter', '1'],
    ['1989-01', 'month', '2'],
    ['1989-02', 'month', '3'],
  ]);
  expect(ids).toEqual(['months', 'period-kinds']);
  expect(steps[1]?.sentence).toMatch(/months \(2\).*counts the same time more than once. period_kind says/);
  expect(columns[1]?.heading).toBe('Kind of period in Period');
  expect((await load(text, ['months', 'period-kinds'])).rows[2]).toEqual(['1989 JAN', '2']);
});

test.each([
  ['2024-01', '2024-02', /: months\./],
  ['2011-12', '2012-13', /: financial years\./],
  ['2011-12', '2024-01', /: months\./],
  ['2011-12', '2019-20', /: financial years\./],
  ['2024 W01', '2024 W02', /: weeks\./],
])('tells months from financial years in %s and %s', async (first, second, sentence) => {
  const { notes, rows } = await load(toLines('Period,n', `${first},1`, `${second},2`));
  expect(notes.join()).toMatch(sentence);
  expect(rows[0]?.[0]).toBe(first);
});

test.each([
  ['a word beside months', ['Jan 2024', 'Leeds']],
  ['codes like months', ['2024M13', '2024M14']],
  ['a span of years', ['2020-2024', '2021-2025']],
])('takes %s for no period', async (_case, values) => {
  const { notes, ids, rows } = await load(toLines('v,n', ...values.map((value) => `${value},1`)));
  expect({ notes, ids }).toEqual({ notes: [], ids: [] });
  expect(rows[0]?.[0]).toBe(values[0]);
});

test.each([
  ['numbers', ['NULL', '1', 'n/a'], 'BIGINT', [null, '1', null]],
  ['decimals', ['NaN', '1.5', '#N/A', '#DIV/0!'], 'DOUBLE', [null, '1.5', null, null]],
  ['dates', ['2024-01-31', 'NULL', 'None'], 'DATE', ['2024-01-31', null, null]],
  ['figures in another dress', ['"£1,200"', 'NA', '(30)'], 'BIGINT', ['1200', null, '-30']],
])(
  'words for a missing value among %s count as missing, and are named',
  async (_case, values, type, rows) => {
    const text = toLines('v,other', ...values.map((value) => `${value},x`));
    const { types, rows: read, steps, columns } = await load(text);
    expect(types[0]).toBe(type);
    expect(read.map(([value]) => value)).toEqual(rows);
    expect(columns).toHaveLength(2);
    expect(steps.find(({ id }) => id === 'missing-words')?.sentence).toMatch(
      /of v says? that there is no value: /,
    );
    const left = await load(text, ['missing-words']);
    expect(left.rows.map(([value]) => value)).toEqual(values.map((value) => value.replaceAll('"', '')));
  },
);

test('leaves words for a missing value among words as they are', async () => {
  const { rows, ids } = await load(toLines('v,n', 'NULL,1', 'Leeds,2'));
  expect(rows[0]).toEqual(['NULL', '1']);
  expect(ids).toEqual([]);
});

test.each([
  ['the Department for Education', ['1', 'c', 'z', 'low'], ['1', null, null, null], /low \(rounds to 0, 1\)/],
  [
    'Nomis',
    ['"41,300"', '!', '-', '~'],
    ['41300', null, null, null],
    /! \(not available, see the notes, 1\)/,
  ],
  ['the Met Office', ['18.0*', '150.4#', '---'], ['18.0', '150.4', null], /\* \(see the notes, 1\)/],
  ['Eurostat', ['1.5', '2.5 p', ': '], ['1.5', '2.5', null], /p \(provisional, 1\)/],
])('reads the marks of %s', async (_case, values, rows, sentence) => {
  const { rows: read, steps } = await load(toLines('v,other', ...values.map((value) => `${value},x`)));
  expect(read.map(([value]) => value)).toEqual(rows);
  expect(steps.find(({ id }) => id === 'marks')?.sentence).toMatch(sentence);
});

test.each([
  ['one unit', ['12 km', '3.5 km'], /numbers with the unit “km”.*such as “12 km”.*They stay text/],
  ['one unit of money', ['£1.2bn', '£30bn'], /unit “bn”/],
  [
    'several',
    ['£1.2m', '£400k', '£3bn'],
    /several units: “bn” \(1\), “k” \(1\) and “m” \(1\).*until they are in one/,
  ],
  ['some without', ['12 kg', '15'], /“kg” \(1\) and no unit \(1\)|no unit \(1\) and “kg” \(1\)/],
  ['degrees', ['20 °C', '-3 °C'], /unit “°C”/],
  ['words for millions', ['£1.2 million', '£4 million'], /unit “million”/],
])('names numbers with %s, and leaves them text', async (_case, values, sentence) => {
  const { rows, notes, types } = await load(toLines('v,n', ...values.map((value) => `${value},1`)));
  expect(notes.join()).toMatch(sentence);
  expect([types[0], rows[0]?.[0]]).toEqual(['VARCHAR', values[0]]);
});

test('names a number that often stands for a missing one, and leaves it', async () => {
  const { notes, rows } = await load(toLines('t,u', '4.5,-20', '-99.9,-99', '-2.1,-98', '-99.9,3'));
  expect(notes).toEqual([
    't: 2 values of -99.9, which often stands for a missing one and lies far below all others. If it does, `nullif(t, -99.9)` makes it missing.',
  ]);
  expect(rows[1]?.[0]).toBe('-99.9');
});

test.each([
  ['Area,n,r', ['Leeds,10,1.5', 'York,20,2.5', ',30,4'], /last row has no area, and its n is the sum/],
  ['Area,Region,n', ['Leeds,Y,10.1', 'York,Y,20.2', ',,30.3'], /has no area.*`WHERE area IS NOT NULL`/],
])('says that a last row without words is a total of %s', async (heading, lines, sentence) => {
  expect((await load(toLines(heading, ...lines))).notes.join()).toMatch(sentence);
});

test.each([
  ['a last row of another figure', ['Leeds,10', 'York,20', ',31']],
  ['other rows without words', ['Leeds,10', ',20', ',30']],
  ['a last row with its words', ['Leeds,10', 'York,20', 'Hull,30']],
])('takes %s for no total', async (_case, lines) => {
  expect((await load(toLines('Area,n', ...lines))).notes).toEqual([]);
});

test('takes words and codes for no numbers with a unit', async () => {
  const { notes } = await load(toLines('a,b,c', '12 High Street,A1,km', '3 Low Road,B12m,k'));
  expect(notes).toEqual([]);
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
  ['dates with two digits for the year', ['31-Jan-24', '29-Feb-24'], /try_strptime\(v, '%d-%b-%y'\)/],
  ['short dates', ['31/01/24', '29/02/24'], /try_strptime\(v, '%d\/%m\/%y'\)/],
  [
    'dates with two digits and with four',
    ['31/01/2024', '30/01/2024', '29/02/24'],
    /coalesce\(try_strptime\(v, '%d\/%m\/%y'\), try_strptime\(v, '%d\/%m\/%Y'\)\)/,
  ],
  [
    'times of the day',
    ['9:30', '14:05', '8:00'],
    /Times kept as text.*If they are times of the day, `CAST\(try_strptime\(v, '%H:%M'\) AS TIME\)` turns them into times\./,
  ],
  [
    'times of a clock of twelve hours',
    ['9:30 AM', '2:05 pm', 'noon', '8:00 am', '11:15 PM', '1:00 PM'],
    /CAST\(try_strptime\(v, '%I:%M %p'\) AS TIME\)` turns them into times and 1 other value into NULL/,
  ],
  ['times with a point', ['9.30am', '2.05pm'], /try_strptime\(v, '%I\.%M%p'\)/],
  ['dates with the month in words', ['1 May 2024', '12 Jun 2024'], /try_strptime\(v, '%d %b %Y'\)/],
  [
    'numbers with commas and pounds beside shares',
    ['"£1,200.50"', '£30', '45%', '15.00'],
    /Numbers kept as text, with commas.* turns them into numbers/,
  ],
  [
    'numbers with one slip',
    ['1', '2', '3', '4', '5', '6', 'q'],
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
