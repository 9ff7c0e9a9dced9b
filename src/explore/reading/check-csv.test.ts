import { expect, test } from 'vitest';
import { checkCsv } from './check-csv.ts';
import { toLineFeeds } from './line-ends.ts';
import { toUtf8 } from './to-utf8.ts';

const format = { delimiter: ',', skippedLines: 0, hasHeader: true } as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ['plain rows', 'a,b\n1,2\n'],
  ['no line end at the end', 'a,b\n1,2'],
  ['empty lines', 'a,b\n\n1,2\n\n'],
  ['quoted commas, quotes and line breaks', 'a,b\r\n"x, ""y""\r\nz",2\r\n'],
  ['a quote mark inside a plain field', 'a,b\n5" pipe,2\n'],
  ['an empty last field', 'a,b\n1,\n'],
])('takes %s', (_case, text) => {
  expect(checkCsv(bytesOf(text), format, 2)).toMatchObject({ ok: true });
});

test.each([
  ['a field too few', 'a,b\n1,2\n3\n4,5\n', /^Line 3 .* Expected 2 columns, found 1: “3”/],
  ['a field too many', 'a,b\n1,2\n3,4,5\n', /^Line 3 .* Expected 2 columns, found 3: “3,4,5”/],
  ['a field too few in the last row', 'a,b\n1,2\n3', /^Line 3 .* found 1/],
  ['a row after one with line breaks', 'a,b\n"x\ny\nz",2\n3\n', /^Line 5 .* found 1/],
  [
    'a quote mark that never closes',
    'a,b\n1,2\n"3,4\n5,6\n',
    /^Line 3 .* opens here and never closes: “"3,4 5,6”/,
  ],
  ['text after a closing quote mark', 'a,b\n"x"y,2\n', /^Line 2 .* After a closing quote mark/],
  ['a long row', `a,b\n${'x'.repeat(500)}\n`, /“x{60}…”/],
])('names the line of %s', (_case, text, sentence) => {
  const check = checkCsv(bytesOf(text), format, 2);
  expect(check).toMatchObject({ ok: false });
  if (!check.ok) expect(check.message).toMatch(sentence);
});

test('does not look at lines before the headings', () => {
  const skipping = { ...format, skippedLines: 2 };
  expect(checkCsv(bytesOf('A "title, with\n\na,b\n1,2\n'), skipping, 2)).toMatchObject({ ok: true });
  expect(checkCsv(bytesOf('t\n\na,b\n1\n'), skipping, 2)).toMatchObject({
    message: expect.stringMatching(/^Line 4 /),
  });
});

test('tells how far it is', () => {
  const seen: number[] = [];
  const bytes = bytesOf('1234567,9\n'.repeat(1_000_000));
  checkCsv(bytes, format, 2, (done) => seen.push(done));
  expect(seen).toEqual([4_000_000, 8_000_000, 10_000_000]);
});

test('sees mixed line ends and makes them one', () => {
  const mixed = bytesOf('a,b\r\n1,2\n3,4\r5,6');
  expect(checkCsv(mixed, format, 2)).toEqual({ ok: true, mixedLineEnds: true });
  expect(new TextDecoder().decode(toLineFeeds(mixed))).toBe('a,b\n1,2\n3,4\n5,6');
});

test.each([
  ['UTF-8', [0x63, 0x61, 0x66, 0xc3, 0xa9], 'café', 0],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', 0],
  ['Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x20, 0xa3, 0x80], 'café £€', 1],
  ['UTF-16', [0xff, 0xfe, 0xe9, 0x00], 'é', 1],
])('reads %s', (_case, bytes, text, notes) => {
  const read = toUtf8(new Uint8Array(bytes));
  expect(new TextDecoder().decode(read.bytes)).toBe(text);
  expect(read.notes).toHaveLength(notes);
});

test('refuses what is not text', () => {
  expect(() => toUtf8(new Uint8Array([0x50, 0x4b, 0, 0]))).toThrow(/not text/);
});
