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
  ['x.xlsx', zip, 'workbook'],
  ['renamed.csv', zip, 'workbook'],
  ['renamed.csv', new TextEncoder().encode('PAR1....'), 'parquet'],
] as const)('%s is read as what it is', (name, start, kind) => {
  expect(findFileKind(name, 100, start).kind).toBe(kind);
});

test.each([
  ['an empty file', 'x.csv', 0, text, /is empty/],
  ['a picture', 'x.png', 100, text, /“\.png” cannot be read here/],
  [
    'a sign-in page',
    'x.csv',
    100,
    new TextEncoder().encode('\n<!DOCTYPE html><html>'),
    /is a web page, not data/,
  ],
  ['a PDF', 'x.csv', 100, new TextEncoder().encode('%PDF-1.7'), /is a PDF/],
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

test.each([
  ['x.xlsx', 'a,b\n1,2\n', 'csv', /says Excel, but it is text with separators/],
  ['x.xlsx', '[{"a": 1}]', 'json', /says Excel, but it is JSON/],
  ['x.csv.gz', 'a,b\n1,2\n', 'csv', /says GZ, but it is text with separators/],
  ['x.json.gz', '{"a": 1}', 'json', /says GZ, but it is JSON/],
  ['x.csv', '[{"a": 1}]', 'json', /says CSV, but it is JSON/],
  ['x.csv', 'PAR1....', 'parquet', /says CSV, but it is Parquet/],
  ['x.xls', '\u00d0\u00cf\u0011\u00e0', 'workbook', undefined],
] as const)('%s that holds %s is read as %s, and says so', (name, text, kind, note) => {
  const start = Uint8Array.from(text, (char) => char.charCodeAt(0));
  const found = findFileKind(name, 100, start);
  expect(found.kind).toBe(kind);
  if (note) expect(found.note).toMatch(note);
  else expect(found.note).toBeUndefined();
});
