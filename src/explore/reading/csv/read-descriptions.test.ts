import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';
import { readBlock } from '../sheets/read-grid.ts';

/** What is read of a text: headings, the rows as they are handed on, and the rest. */
function read(text: string, off: readonly string[] = []) {
  const result = readCsv(new TextEncoder().encode(text), { off });
  const decoder = new TextDecoder();
  return {
    body: result.parts.map((part) => (typeof part === 'string' ? part : decoder.decode(part))).join(''),
    remarks: result.remarks,
    headings: result.columns.map(({ heading }) => heading),
    ids: result.steps.map(({ id }) => id),
    tables: result.tables.length,
  };
}

const series = [
  '"Title","CPI ANNUAL RATE","RPI"',
  '"CDID","D7G7","CHAW"',
  '"PreUnit","",""',
  '"Unit","%","Index, base 1987"',
  '"Release date","19-11-2025","19-11-2025"',
  '"Next release","17 December 2025",""',
  '"Important notes",,',
];
const rows = ['"1989","5.2","115.2"', '"1989 Q1","4.9","112"', '"1989 JAN","4.9","111"'];

test('keeps what a time series of ONS says of itself as notes, not as rows', () => {
  expect(read([...series, ...rows].join('\n'))).toMatchObject({
    headings: ['Title', 'CPI ANNUAL RATE', 'RPI'],
    body: rows.join('\n'),
    remarks: expect.arrayContaining(['CDID, D7G7, CHAW', 'Unit, %, Index, base 1987']),
    ids: ['descriptions'],
  });
  const left = read([...series, ...rows].join('\n'), ['descriptions']);
  expect(left.body).toMatch(/^"CDID","D7G7","CHAW"\n/);
  expect(left.ids).toEqual([]);
});

test('reads the same of a sheet', () => {
  const split = (line: string) => line.split(/,(?=")|,$/).map((field) => field.replaceAll('"', ''));
  const grid = [...series, ...rows].map((line, index) => ({ line: index + 1, cells: split(line) }));
  const result = readBlock({ rows: grid, merges: [] }, []);
  expect(result.headings).toEqual(['Title', 'CPI ANNUAL RATE', 'RPI']);
  expect(result.rows.map(([period]) => period)).toEqual(['1989', '1989 Q1', '1989 JAN']);
  expect(result.steps.map(({ id }) => id)).toEqual(['descriptions']);
});

test.each([
  ['a first row that is no period', 'Period,n\nBefore 2000,12\n2000,1\n2001,2\n', 'Before 2000,12\n'],
  ['words among the periods', 'Period,n\nUnit,any\n2000,1\nall,3\n', 'Unit,any\n'],
])('takes %s for a row', (_case, text, start) => {
  expect(read(text).body.startsWith(start)).toBe(true);
});

const nomis = (gap: string, tail = '') =>
  [
    `"Annual Population Survey"${tail}`,
    `"ONS Crown Copyright Reserved [from Nomis on 20 November 2025]"${tail}`,
    '',
    `"date","Jul 2024-Jun 2025"${tail && ',,'}`,
    `"sex","Total"${tail && ',,'}`,
  ].join('\n') +
  `\n${gap}"local authority","mnemonic","number","conf"\n"Hartlepool","E06000001","41,300","2.9"\n"York","E06000014","!","*"\n\n"! Not available."\n`;

test.each([
  ['with an empty line below', nomis('\n')],
  ['without one', nomis('')],
  ['with fields as many as the table has', nomis('\n', ',,,')],
])('names and values above a table are notes on it, no table of their own: %s', (_case, text) => {
  const result = read(text);
  expect(result).toMatchObject({
    tables: 1,
    headings: ['local authority', 'mnemonic', 'number', 'conf'],
    ids: ['titles', 'notes-below'],
  });
  expect(result.body.trim()).toBe('"Hartlepool","E06000001","41,300","2.9"\n"York","E06000014","!","*"');
  expect(result.remarks).toEqual(expect.arrayContaining(['sex, Total', '! Not available.']));
});

test('more names and values than the table has rows are notes all the same', () => {
  const names = ['Population,All', 'Units,Persons', 'Date,2021', 'Area Type,MSOA', 'Area,Leeds 001'];
  const result = read(`${names.join('\n')}\n\nAge,2021,Share\nTotal,6000,100\nUnder 5,300,5\n`);
  expect(result).toMatchObject({
    tables: 1,
    headings: ['Age', '2021', 'Share'],
    remarks: names.map((name) => name.replace(',', ', ')),
  });
});

test('takes tabs before commas where both divide every line alike', () => {
  expect(read('freq,unit,geo\t2021\t2022\t2023\nA,PC,UK\t1\t2\t3\n').headings).toEqual([
    'freq,unit,geo',
    '2021',
    '2022',
    '2023',
  ]);
});
