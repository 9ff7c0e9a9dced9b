import { expect, test } from 'vitest';
import { findFileKind } from './file-kind.ts';

const text = new TextEncoder().encode('a,b\n1,2\n');
const zip = new Uint8Array([0x50, 0x4b, 3, 4]);

test.each([
  ['spend.csv', text, 'csv'],
  ['SPEND.TSV', text, 'csv'],
  ['notes.txt', text, 'csv'],
  ['no ending', text, 'csv'],
  ['x.ndjson', text, 'json'],
  ['x.xlsx', zip, 'excel'],
  ['renamed.csv', zip, 'excel'],
  ['renamed.csv', new TextEncoder().encode('PAR1....'), 'parquet'],
] as const)('%s is read as what it is', (name, start, kind) => {
  expect(findFileKind(name, 100, start)).toBe(kind);
});

test.each([
  ['an empty file', 'x.csv', 0, text, /is empty/],
  ['a picture', 'x.png', 100, text, /“\.png” cannot be read here/],
  ['an old workbook', 'x.xls', 100, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /older Excel/],
  [
    'a file that is too large',
    'x.csv',
    160_400_000,
    text,
    /has 161 MB\. The most that can be read here is 150 MB\./,
  ],
  ['a workbook that is too large', 'x.xlsx', 26_000_000, zip, /25 MB of this kind, or 150 MB as CSV/],
] as const)('refuses %s with a sentence', (_case, name, size, start, sentence) => {
  expect(() => findFileKind(name, size, start)).toThrow(sentence);
});
