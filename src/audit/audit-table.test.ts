import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audit } from './audit.ts';
import { auditFile } from './node/audit-file.ts';

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function audit(text: string, name = 'own.csv'): Promise<Audit> {
  const path = join(folder, `${count++}-${name}`);
  await writeFile(path, text);
  return auditFile(path, { version: '1.2.3', madeAt: '2026-06-30T12:00:00.000Z' });
}

const toLines = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const repeat = (rows: number, toRow: (row: number) => string) =>
  Array.from({ length: rows }, (_row, index) => toRow(index));
const kindsOf = ({ findings }: Audit) => findings.map(({ kind }) => kind);

const towns = ['Leeds', 'York', 'Hull', 'Ripon', 'Selby'];
const town = (row: number) => towns[row % towns.length] ?? '';

const clean = toLines(
  'Region,Month,Visits,Share of visits (%)',
  ...repeat(60, (row) => {
    const month = `${2021 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}-01`;
    return `${town(row)},${month},${1000 + ((row * 37) % 211)},${20 + ((row * 13) % 50)}`;
  }),
);

test('a clean table has no finding and no personal data', async () => {
  const { findings, personal } = await audit(clean);
  expect(findings).toEqual([]);
  expect(personal).toEqual([]);
});

// prettier-ignore
/** A file with one fault in it: the kind, the text, the column, how many and on which lines. */
const faults: readonly (readonly [kind: string, text: string, column: string | undefined, count: number, lines: readonly number[]])[] = [
  ['repeated-rows', toLines('Area,n', 'A,1', 'B,2', 'A,1'), undefined, 1, [4]],
  ['empty-rows', toLines('Area,n', 'A,1', ',', 'B,2'), undefined, 1, [3]],
  ['heading-rows', toLines('Area,n,m', 'A,1,2', 'Area,n,m', 'B,2,3'), undefined, 1, [3]],
  ['outer-spaces', toLines('Area,n', 'Leeds ,1', 'York,2'), 'Area', 1, [2]],
  ['hidden-characters', toLines('Area,n', 'Le\u200beds,1', 'New\u00a0York,2', 'Hull,3'), 'Area', 2, [2, 3]],
  ['broken-letters', toLines('Area,n', 'CafÃ©,1', 'Hull,3'), 'Area', 1, [2]],
  ['error-values', toLines('Area,n', 'A,#REF!', 'B,2', 'C,two'), 'n', 1, [2]],
  ['error-values', toLines('Area,n', 'A,#REF!', 'B,2', 'C,3'), 'n', 1, [2]],
  ['error-values', toLines('Area,Rate', 'A,1', 'B,#DIV/0!', 'C,########', 'D,[c]'), 'Rate', 2, [3, 4]],
  ['error-values', toLines('Area,Day', 'A,2024-01-02', 'B,#VALUE!', 'C,#N/A'), 'Day', 2, [3, 4]],
  ['lost-digits', toLines('Area,Account', 'A,1.23457E+11', 'B,2.5E+12'), 'Account', 2, [2, 3]],
  ['lost-digits', toLines('Area,Account', 'A,1.23E+11', 'B,x7'), 'Account', 1, [2]],
  ['missing-as-text', toLines('Area,n', 'A,n/a', 'B,TBC', 'C,3', 'D,4'), 'n', 2, [2, 3]],
  ['spellings', toLines('Area,n', 'York,1', 'YORK,2', 'York,3'), 'Area', 1, [3]],
  ['spellings', toLines('Body,n', 'Dept. for Trees,1', 'Dept for Trees,2', 'Dept for Trees,3'), 'Body', 1, [2]],
  ['near-spellings', toLines('Area,n', ...repeat(20, (row) => `Manchester,${row}`), 'Manchestor,5', ...repeat(9, (row) => `Liverpool,${row}`)), 'Area', 1, [22]],
  ['mixed-types', toLines('Area,n', ...repeat(9, (row) => `A${row},${row}`), 'B,about 5'), 'n', 1, [11]],
  ['mixed-percent', toLines('Area,Share', 'A,10%', 'B,20%', 'C,0.3'), 'Share', 1, [4]],
  ['lost-zeros', toLines('Code,n', '00123,1', '00456,2', '00789,3', '124,4'), 'Code', 1, [5]],
  ['impossible-dates', toLines('Area,Day', ...repeat(9, (row) => `A,0${row + 1}/03/2024`), 'B,31/02/2024'), 'Day', 1, [11]],
  ['mixed-dates', toLines('Area,Day', 'A,2024-01-05', 'B,2024-02-05', 'C,5 March 2024'), 'Day', 1, [4]],
  ['day-and-month', toLines('Area,Day', 'A,25/01/2024', 'B,26/02/2024', 'C,01/27/2024'), 'Day', 1, [4]],
  ['date-orders', toLines('Ref,Start,End', '1,25/01/2024,01/30/2024', '2,03/02/2024,02/03/2024', '3,14/02/2024,03/01/2024'), undefined, 2, [2]],
  ['later-dates', toLines('Area,Day', ...repeat(30, (row) => `A${row},2024-01-${String(row + 1).padStart(2, '0')}`), 'B,2204-01-05'), 'Day', 1, [32]],
  ['placeholder-dates', toLines('Area,Day', ...repeat(9, (row) => `A${row},2024-01-0${row + 1}`), 'B,1900-01-01'), 'Day', 1, [11]],
  ['unusual-figures', toLines('Area,Visits', ...repeat(60, (row) => `A${row},${100 + ((row * 7) % 31)}`), 'B,99123'), 'Visits', 1, [62]],
  ['negative-figures', toLines('Area,Visits', ...repeat(200, (row) => `A${row},${100 + ((row * 7) % 31)}`), 'B,-104'), 'Visits', 1, [202]],
  ['placeholder-figures', toLines('Area,Visits', ...repeat(40, (row) => `A${row},${10 + (row % 20)}`), 'B,-999', 'C,-999'), 'Visits', 2, [42, 43]],
  ['percent-range', toLines('Area,Share (%)', ...repeat(20, (row) => `A${row},${40 + row}`), 'B,140'), 'Share (%)', 1, [22]],
  ['odd-years', toLines('Year,n', ...repeat(20, (row) => `${2001 + row},${row}`), '20234,1'), 'Year', 1, [22]],
  ['period-gaps', toLines('Year,n', ...[2015, 2016, 2017, 2019, 2020, 2021].map((year) => `${year},${year % 7}`)), 'Year', 1, []],
  ['total-rows', toLines('Area,n', 'A,1', 'B,2', 'Total,3'), 'Area', 1, [4]],
  ['sum-differs', toLines('Area,Visits', 'A,10', 'B,20', 'C,30', 'Total,65'), 'Visits', 1, [5]],
  ['sum-differs', toLines('Area,Men,Women,Total', ...repeat(11, (row) => `A${row},${row},${row * 2},${row * 3}`), 'B,3,4,8'), 'Total', 1, [13]],
  ['end-before-start', toLines('Job,Start date,End date', ...repeat(9, (row) => `J${row},2024-01-0${row + 1},2024-02-0${row + 1}`), 'K,2024-03-01,2024-02-01'), 'End date', 1, [11]],
  ['code-with-names', toLines('Area code,Area name,n', ...repeat(30, (row) => `E${row % 15},Area ${row % 15},${row}`), 'E1,Other,99'), 'Area code', 1, [3, 18, 32]],
  ['repeated-key', toLines('Case ref,n', ...repeat(40, (row) => `C${row},${row}`), 'C7,99'), 'Case ref', 1, [9, 42]],
  ['few-gaps', toLines('Area,n', ...repeat(199, (row) => `A${row},${row % 17}`), 'B,'), 'n', 1, [201]],
  ['empty-columns', toLines('Area,Notes,n', 'A,,1', 'B,,2'), undefined, 1, []],
  ['constant-columns', toLines('Area,Year,n', ...repeat(12, (row) => `A${row},2024,${row}`)), undefined, 1, []],
  ['same-columns', toLines('Area,In,Out', ...repeat(12, (row) => `A${row},${row * 3},${row * 3}`)), undefined, 2, []],
  ['same-heading', toLines('Area,n,n', 'A,1,2', 'B,2,3'), undefined, 1, []],
  ['no-heading', toLines('Area,,n', 'A,x,2', 'B,y,3'), undefined, 1, []],
  ['cut-texts', toLines('Area,Notes', ...repeat(20, (row) => `A${row},"${`Note ${row} `.repeat(row % 4 === 0 ? 60 : 3).slice(0, 255)}"`)), 'Notes', 5, [2, 6, 10, 14, 18]],
];

describe('finds', () => {
  test.each(faults)('%s', async (kind, text, column, count_, lines) => {
    const { findings } = await audit(text);
    const found = findings.find((finding) => finding.kind === kind);
    expect(found, `found ${findings.map((each) => each.kind).join()}`).toBeDefined();
    expect([found?.column, found?.count]).toEqual([column, count_]);
    expect(found?.examples?.rows.map(({ place }) => place) ?? []).toEqual(lines);
  });
});

test('official marks, plain words and errors in the place of figures are called what they are', async () => {
  const text = toLines(
    'Area,n',
    'A,[c]',
    'B,..',
    'C,n/a',
    'D,N/A',
    'E,not applicable',
    'F,#REF!',
    'G,5',
    'H,',
  );
  const { dimensions, reading } = await audit(text);
  const { measured = [] } = dimensions.find(({ name }) => name === 'Completeness') ?? {};
  expect(measured.slice(3)).toEqual([
    '2 of the 7 gaps have an official mark that says why, such as [c] or [x].',
    '3 of the 7 gaps have words in the place of a value, such as “n/a”.',
    '1 of the 7 gaps has an error of a spreadsheet, such as #REF!.',
  ]);
  expect(reading.join(' ')).toContain('2 cells hold an official mark: ');
  expect(reading.join(' ')).toContain('1 cell has a word in the place of a figure: not applicable (1)');
  expect(reading.join(' ')).toContain('2 cells of n say that there is no value: N/A (1) and n/a (1)');
  expect(reading.join(' ')).toContain('1 cell of n holds an error of a spreadsheet: #REF! (1)');
});

test.each([
  [
    'years with a letter among them',
    toLines('Election,n', ...repeat(9, (row) => `${1950 + row},${row}`), '1974F,1'),
  ],
  [
    'numbers given out one after another',
    toLines('Id,Kind', ...repeat(1200, (row) => `${row + 1},${town(row)}`)),
  ],
  [
    'wards that differ in a number',
    toLines('Ward,n', ...repeat(40, (row) => `Harbour ward ${row % 5},${row}`), 'Harbour ward 7,3'),
  ],
  [
    'amounts with a long tail',
    toLines(
      'Payee,Amount',
      ...repeat(400, (row) => `P${row},${Math.round(500 * Math.exp(((row * 7919) % 400) / 60))}`),
    ),
  ],
  [
    'a tidy table with a total in each group',
    toLines(
      'Area,Sex,n',
      ...repeat(
        60,
        (row) => `A${Math.floor(row / 3)},${['Men', 'Women', 'Total'][row % 3] ?? ''},${(row * 7) % 50}`,
      ),
    ),
  ],
  ['official marks', toLines('Area,n', 'A,[c]', 'B,..', 'C,3', 'D,4')],
  [
    'a rate of change past 100',
    toLines('Area,Change (%)', ...repeat(20, (row) => `A${row},${row * 5 - 10}`), 'B,140'),
  ],
  ['organisations with one word of difference', toLines('Station,n', 'How Wood,1', 'Howwood,2', 'Leeds,3')],
])('says nothing of %s', async (_case, text) => {
  expect(kindsOf(await audit(text)).filter((kind) => kind !== 'constant-columns')).toEqual([]);
});

test.each([
  ['names of people', toLines('First name,n', 'Jane,1', 'Bob,2'), 2],
  ['names of people', toLines('Contact,n', 'Jane Smith,1', 'Bob Jones,2', 'Priya Patel,3'), 3],
  ['names of people', toLines('Name,n', 'A Smith,1', 'J. R. Okafor,2', 'B Jones-Lee,3'), 3],
  ['email addresses', toLines('Who,n', 'jane@example.org,1', 'bob@example.org,2'), 2],
  ['email addresses', toLines('Notes,n', 'Nothing,1', 'Write to jane@example.org first,2', 'Done,3'), 1],
  ['phone numbers', toLines('Ring,n', '020 7946 0000,1', '07700 900123,2'), 2],
  ['postcodes', toLines('Where,n', 'LS1 4AP,1', 'SW1A 2AA,2'), 2],
  ['addresses', toLines('Where,n', '1 High Street,1', '22b Mill Lane,2'), 2],
  ['National Insurance numbers', toLines('Ref,n', 'QQ123456C,1', 'AB 12 34 56 C,2', 'JG103759A,3'), 2],
  ['NHS numbers', toLines('Ref,n', '943 476 5919,1', '401 023 2137,2', '987 654 3210,3'), 3],
  ['dates of birth', toLines('DOB,n', '1980-02-03,1', '1990-02-04,2'), 2],
  ['bank details', toLines('Sort code,n', '20-00-00,1', '40-11-22,2'), 2],
])('names %s, and shows none of them in full', async (what, text, values) => {
  const made = await audit(text);
  expect(made.personal.map((each) => [each.what, each.count])).toContainEqual([what, values]);
  const said = JSON.stringify(made);
  for (const line of text.trim().split('\n').slice(1)) {
    const value = /jane@example\.org/.exec(line)?.[0] ?? line.split(',')[0] ?? '';
    if (!['Nothing', 'Done'].includes(value)) expect(said).not.toContain(value);
  }
});

test('says which lines, past titles and line breaks in cells, and leaves the notes out', async () => {
  const text = 'Table 1: Trees,,\n\nArea,Kind,n\nElm,"a\nb",1\nOak ,c,2\n\nSource: our own count\n';
  const { findings, remarks, table } = await audit(text);
  expect(findings.find(({ kind }) => kind === 'outer-spaces')?.examples?.rows[0]?.place).toBe(6);
  expect(remarks).toEqual(['Table 1: Trees', 'Source: our own count']);
  expect([table.rowCount, table.placeWord]).toEqual([2, 'line']);
});

test('measures the six dimensions and says of each what a file cannot tell', async () => {
  const { dimensions } = await audit(clean);
  expect(dimensions.map(({ name }) => name)).toEqual([
    'Completeness',
    'Uniqueness',
    'Consistency',
    'Timeliness',
    'Validity',
    'Accuracy',
  ]);
  for (const { measured, cannotTell } of dimensions) {
    expect(measured.length).toBeGreaterThan(0);
    expect(cannotTell).not.toBe('');
  }
  expect(dimensions[0]?.measured).toEqual(['All 240 cells have a value.']);
});

test('says what a total comes out to, and of what there is no telling', async () => {
  const { dimensions } = await audit(toLines('Area,Visits', 'A,10', 'B,20', 'Total,30'));
  expect(dimensions.at(-1)?.measured).toEqual(['“Visits”: the other rows add up to the total, 30.']);
});

test('a column may have any name', async () => {
  const text = toLines('rowid,"#","a ""b""\'s",select,v,n', '1,2,3,x ,5,6', '1,2,3,y,5,7');
  expect(kindsOf(await audit(text))).toContain('outer-spaces');
});
