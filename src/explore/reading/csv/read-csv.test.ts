import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';
import { toUtf8 } from './to-utf8.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is read of a text: headings, the rows as they are handed on, and the rest. */
function read(text: string, off: readonly string[] = [], table?: string) {
  const result = readCsv(bytesOf(text), { off, table });
  const decoder = new TextDecoder();
  const body = result.parts.map((part) => (typeof part === 'string' ? part : decoder.decode(part))).join('');
  return {
    ...result,
    body,
    headings: result.columns.map(({ heading }) => heading),
    ids: result.steps.map(({ id }) => id),
  };
}

test.each([
  ['plain rows', 'a,b\n1,2\n', '1,2\n'],
  ['no line end at the end', 'a,b\n1,2', '1,2'],
  ['empty lines', 'a,b\n\n1,2\n\n', '1,2\n'],
  ['quoted commas, quotes and line breaks', 'a,b\r\n"x, ""y""\r\nz",2\r\n', '"x, ""y""\r\nz",2\r\n'],
  ['a quote mark inside a plain field', 'a,b\n5" pipe,2\n', '5" pipe,2\n'],
  ['an empty last field', 'a,b\n1,\n', '1,\n'],
  ['mixed line ends', 'a,b\r\n1,2\n3,4\r5,6', '1,2\n3,4\n5,6'],
  ['empty fields past the last column', 'a,b\n1,2,,\n3,4,,\n5,\n', '1,2\n3,4\n5,\n'],
])('takes %s', (_case, text, body) => {
  expect(read(text)).toMatchObject({ headings: ['a', 'b'], body: expect.stringContaining(body.trim()) });
});

test.each([
  ['a field too few', 'a,b\n1,2\n3\n4,5\n', /^Line 3 .* Expected 2 columns, found 1: “3”/],
  ['a field too many', 'a,b\n1,2\n3,4,5\n6,7\n8,9\n', /^Line 3 .* Expected 2 columns, found 3: “3,4,5”/],
  ['a field too few in the last row', 'a,b\n1,2\n3', /^Line 3 .* found 1/],
  ['a row after one with line breaks', 'a,b\n"x\ny\nz",2\n3\n1,2\n', /^Line 5 .* found 1/],
  [
    'a quote mark that never closes',
    'a,b\n1,2\n"3,4\n5,6\n',
    /^Line 3 .* opens here and never closes: “"3,4 5,6”/,
  ],
  ['text after a closing quote mark', 'a,b\n1,2\n"x"y,2\n', /^Line 3 .* After a closing quote mark/],
  [
    'headings that do not fit',
    'a,b\n1,2,3\n4,5,6\n',
    /Line 1 should hold the headings\. It has 2 columns, but most lines below it have 3/,
  ],
])('names the line of %s', (_case, text, sentence) => {
  expect(() => read(text)).toThrow(sentence);
});

test('tells how far it is', () => {
  const seen: number[] = [];
  readCsv(bytesOf('a,b\n' + '1234567,9\n'.repeat(1_000_000)), { off: [] }, (done) => seen.push(done));
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toBe(10_000_004);
});

test.each([
  [
    'a title and an empty line',
    'Spend in May,,\n\nCouncil,Amount,Date\nLeeds,1,x\nYork,2,y\n',
    ['Spend in May'],
  ],
  [
    'a title with commas',
    `Payments over £25,000 in May,,,,\nRef,Council,Paid,Amount,Note\n${'1,Leeds,x,2,y\n'.repeat(3)}`,
    ['Payments over £25, 000 in May'],
  ],
  [
    'a title of one field',
    `Payments over £25,000\nRef,Council,Paid,Amount,Note\n${'1,Leeds,x,2,y\n'.repeat(3)}`,
    ['Payments over £25, 000'],
  ],
  [
    'as many lines of text as rows',
    'Table 1: Visits\nSource: our count\n\nCouncil,Visits,Share\nLeeds,1200,45\nYork,3,12\n\nThese are counts of people.\nYork was shut in May.\n',
    ['Table 1: Visits', 'Source: our count', 'These are counts of people.', 'York was shut in May.'],
    ['titles', 'notes-below'],
  ],
  [
    'notes with commas of their own',
    'Visits\n\nCouncil,Visits,Share\nLeeds,1200,45\n\nThese are counts.\nYork was shut, so it is not here.\nSource: ours\n',
    ['Visits', 'These are counts.', 'York was shut, so it is not here.', 'Source: ours'],
    ['titles', 'notes-below'],
  ],
  [
    'more lines of text than rows',
    'Visits\nIn 2024\nBy council\n\nCouncil,Visits\nLeeds,1200\n',
    ['Visits', 'In 2024', 'By council'],
  ],
])('sets apart %s', (_case, text, remarks, ids = ['titles']) => {
  const result = read(text);
  expect(result.remarks).toEqual(remarks);
  expect(result.ids).toEqual(ids);
  expect(result.headings).toContain('Council');
});

test('a list with a comma in some of its lines is one column, and the line is named', () => {
  const text = 'Name\nAnn\nRay, Bob\nHall, Sue\nKit\nJo, Al\nMay\nTom\nZed\n';
  expect(() => read(text)).toThrow(/^Line 3 .* Expected 1 column, found 2/);
});

test('sets notes under the table apart, and reads them as data when told', () => {
  const text = 'Town,Year,Spend\nA,2024,1\nB,2024,2\n\nSource: our count, of invoices\nNote 1: B is late\n';
  expect(read(text)).toMatchObject({
    body: 'A,2024,1\nB,2024,2\n',
    remarks: ['Source: our count, of invoices', 'Note 1: B is late'],
    ids: ['notes-below'],
  });
  expect(read(text, ['notes-below'])).toMatchObject({
    body: expect.stringContaining('Note 1'),
    ids: [],
    remarks: [],
  });
});

test('a row with a gap at the end is a row', () => {
  expect(read('Town,Spend\nA,1\nTotal,\n').body).toBe('A,1\nTotal,\n');
  expect(read('Town,Year,Spend\nA,2024,1\nB,,\n').body).toBe('A,2024,1\nB,,\n');
});

test('joins headings of two lines, and takes one when told', () => {
  const text = ',Pay,,Staff,\nTown,2022,2023,2022,2023\nA,10,12,3,4\nB,9,11,2,2\n';
  expect(read(text)).toMatchObject({
    headings: ['Town', 'Pay 2022', 'Pay 2023', 'Staff 2022', 'Staff 2023'],
    body: 'A,10,12,3,4\nB,9,11,2,2\n',
    ids: ['headings-joined'],
  });
  expect(read(text, ['headings-joined']).body).toContain('2022');
});

test.each([
  [
    'one group over all',
    ',2023,,\nTown,Men,Women,All\nA,1,2,3\n',
    ['Town', '2023 Men', '2023 Women', '2023 All'],
  ],
  ['units', 'Town,Spend,Share\n,£m,%\nA,1,2\nB,3,4\n', ['Town', 'Spend £m', 'Share %']],
  [
    'three lines',
    ',Pay,,\n,Men,,Women\nTown,2022,2023,2022\nA,1,2,3\nB,2,3,4\n',
    ['Town', 'Pay Men 2022', 'Pay Men 2023', 'Pay Women 2022'],
  ],
])('joins %s', (_case, text, headings) => {
  expect(read(text).headings).toEqual(headings);
});

test.each([
  ['years as rows', 'Town,Year\nA,2022\nB,2023\n'],
  ['a first row with a gap', 'Town,Spend,Note\nA,1,\nB,2,late\n'],
  ['a mark in the first row', 'Town,Spend,Share\nA,[c],[c]\nB,2,3\n'],
  ['words alone', 'Name,,Town\nAnn,Lee,York\nBob,Ray,Hull\n'],
])('takes no row for headings: %s', (_case, text) => {
  expect(read(text)).toMatchObject({ ids: [] });
  expect(read(text).body.split('\n').filter(Boolean)).toHaveLength(2);
});

test('offers each of several tables', () => {
  const text = 'Table 1,\nArea,Count\nA,1\nB,2\n,\nTable 2,\nArea,Rate,Note\nA,0.1,x\nB,0.2,y\nC,0.3,z\n';
  const first = read(text);
  expect(first.tables.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['Table 1', 2],
    ['Table 2', 3],
  ]);
  expect(first.notes.join(' ')).toMatch(/“Table 2” from line 6/);
  expect(first.body).toBe('A,1\nB,2\n');
  expect(read(text, [], 'table-2')).toMatchObject({
    headings: ['Area', 'Rate', 'Note'],
    body: 'A,0.1,x\nB,0.2,y\nC,0.3,z\n',
  });
});

test('an empty line between groups of rows begins no table', () => {
  expect(read('Area,Count\nA,1\n\nNorth,\nB,2\n\nSouth,\nC,3\n').tables).toHaveLength(1);
});

test('takes notes out of headings', () => {
  const text = 'Area,Pay [note 3],Staff (note 1)\nA,1,2\n';
  expect(read(text)).toMatchObject({ headings: ['Area', 'Pay', 'Staff'], ids: ['heading-notes'] });
  expect(read(text, ['heading-notes']).headings[1]).toBe('Pay [note 3]');
});

test('sees that there are no headings, and takes the first line when told', () => {
  expect(read('1,20.5\n2,30\n')).toMatchObject({ headings: ['', ''], ids: ['no-headings'] });
  expect(read('1,20.5\n2,30\n', ['no-headings'])).toMatchObject({ headings: ['1', '20.5'], body: '2,30\n' });
});

test.each([
  ['a heading of digits', `${'1'.repeat(100_000)}x,b\n1,2\n`],
  ['repeated headings', `${'amount,'.repeat(499)}amount\n${'1,'.repeat(499)}1\n`],
  ['empty lines', `a,b\n${'\n'.repeat(100_000)}1,2\n`],
  ['lines with one field', `a,b,c\n${'x,,\n'.repeat(50_000)}`],
  ['tables', 'Area,Count\nA,1\n\n'.repeat(10_000)],
])('100 kB of %s are read in a moment', (_case, text) => {
  const started = performance.now();
  read(text);
  expect(performance.now() - started).toBeLessThan(3000);
});

test.each([
  ['UTF-8', [0x63, 0x61, 0x66, 0xc3, 0xa9], 'café', []],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', []],
  ['Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x20, 0xa3, 0x80], 'café £€', ['windows-1252']],
  ['UTF-16', [0xff, 0xfe, 0xe9, 0x00], 'é', ['utf-16']],
  ['UTF-16 without a mark', [0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0], 'a,b\n', ['utf-16']],
  ['UTF-16 without a mark, the other way', [0, 0x61, 0, 0x2c, 0, 0x62, 0, 0x0a], 'a,b\n', ['utf-16']],
])('reads %s', (_case, bytes, text, steps) => {
  const result = toUtf8(new Uint8Array(bytes));
  expect(new TextDecoder().decode(result.bytes)).toBe(text);
  expect(result.steps.map(({ id }) => id)).toEqual(steps);
});

test('refuses what is not text', () => {
  expect(() => toUtf8(new Uint8Array([0x50, 0x4b, 0, 0]))).toThrow(/not text/);
});

test.each([
  ['semicolons', 'sep=;\na;b\n1,5;2\n3,5;4\n', '1,5;2\n3,5;4'],
  ['tabs, in quotes', '"sep=\t"\r\na\tb\r\n1\t2\r\n', '1\t2'],
  ['a sign that we do not know', 'SEP=:\na,b\n1,2\n', '1,2'],
])('a first line that names the separator is no title: %s', (_case, text, body) => {
  const found = read(text);
  expect(found).toMatchObject({ headings: ['a', 'b'], remarks: [], body: expect.stringContaining(body) });
  expect(found.ids).toEqual(['separator-line']);
  expect(found.places.runs[0]).toEqual([0, 3]);
});
