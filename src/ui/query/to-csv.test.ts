import { expect, test } from 'vitest';
import type { Cell } from '#src/results/cell.ts';
import { toCsv } from './to-csv.ts';

const toTable = (rows: readonly (readonly Cell[])[], names = ['a', 'b']) => ({
  columns: names.map((name) => ({ name, type: 'VARCHAR' })),
  rows,
  rowCount: rows.length,
});

test.each<[string, readonly Cell[], string]>([
  ['plain text and numbers stay as they are', ['oak', 12.5], 'oak,12.5'],
  ['text with a comma is quoted', ['oak, red', 1], '"oak, red",1'],
  ['quotes are doubled', ['the "big" oak', 1], '"the ""big"" oak",1'],
  ['line breaks stay inside quotes', ['one\ntwo', 1], '"one\ntwo",1'],
  ['NULL is empty', [null, 1], ',1'],
  ['empty text is not NULL', ['', 1], '"",1'],
  ['truth values are words', [true, false], 'true,false'],
  ['a formula is disarmed', ['=1+1', '@SUM(A1)'], "'=1+1,'@SUM(A1)"],
  [
    'a formula that needs quotes is disarmed inside them',
    ['=HYPERLINK("x","y")', 1],
    '"\'=HYPERLINK(""x"",""y"")",1',
  ],
  ['negative numbers and decimals kept as text are not formulas', [-5, '-12.50'], '-5,-12.50'],
  [
    'big integers kept as text are not formulas',
    ['-170141183460469231731687303715884105728', '+1e9'],
    '-170141183460469231731687303715884105728,+1e9',
  ],
  ['a full-width sign is disarmed', ['＝1+1', '－2＋cmd'], "'＝1+1,'－2＋cmd"],
  ['a formula after a line break is disarmed', ['\n=1+1', '\r\n +cmd'], '"\'\n=1+1","\'\r\n +cmd"'],
  ['a formula after blanks is disarmed', ['  =1+1', '\u00a0@cmd'], "'  =1+1,'\u00a0@cmd"],
  ['text that starts with a minus is disarmed', ['-oak', '+elm'], "'-oak,'+elm"],
])('%s', (_case, row, line) => {
  expect(toCsv(toTable([row]))).toBe(`a,b\r\n${line}\r\n`);
});

test('two columns of the same name both appear', () => {
  expect(toCsv(toTable([[1, 2]], ['n', 'n']))).toBe('n,n\r\n1,2\r\n');
});

test('a column name can hold a formula too', () => {
  expect(toCsv(toTable([], ['=1+1', 'b']))).toBe("'=1+1,b\r\n");
});

test('a result without rows still has its header', () => {
  expect(toCsv(toTable([]))).toBe('a,b\r\n');
});

test('a long field of digits takes no longer than any other', () => {
  const digits = '-' + '1'.repeat(100_000);
  const started = performance.now();
  expect(toCsv(toTable([[digits + 'x', digits]])).length).toBeGreaterThan(200_000);
  expect(performance.now() - started).toBeLessThan(1000);
});
