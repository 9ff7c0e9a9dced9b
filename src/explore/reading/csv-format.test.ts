import { expect, test } from 'vitest';
import { findCsvFormat } from './csv-format.ts';

test.each([
  ['commas', 'a,b\n1,2\n3,4\n', ',', ['a', 'b']],
  ['tabs', 'a\tb\n1,5\t2\n3\t4\n', '\t', ['a', 'b']],
  ['semicolons with decimal commas', 'a;b;c\n1,5;2;3\n3,1;4;5\n', ';', ['a', 'b', 'c']],
  ['bars', 'a|b\n1|2\n', '|', ['a', 'b']],
  ['quoted commas and line breaks', '"a, b",c\r\n"x\r\ny, z",2\r\n', ',', ['a, b', 'c']],
  ['a single column', 'name\nAda, or so\nBob\nCat\n', ',', ['name']],
  ['one broken row', 'a,b,c\n1,2,3\n1,2\n1,2,3\n', ',', ['a', 'b', 'c']],
  ['old Mac line ends', 'a,b\r1,2\r', ',', ['a', 'b']],
])('finds %s', (_case, text, delimiter, headings) => {
  expect(findCsvFormat(text, false)).toEqual({
    format: { delimiter, skippedLines: 0, hasHeader: true },
    headings,
  });
});

test('skips a title and empty lines before the headings', () => {
  const { format, headings } = findCsvFormat(
    'Spend in May,,\n\nCouncil,Amount,Date\nLeeds,1,x\nYork,2,y\n',
    false,
  );
  expect(format.skippedLines).toBe(2);
  expect(headings).toEqual(['Council', 'Amount', 'Date']);
});

test('skips a title that has a comma of its own', () => {
  const rows = 'Ref,Council,Paid,Amount,Note\n' + '1,Leeds,x,2,y\n'.repeat(3);
  expect(findCsvFormat(`Payments over £25,000 in May,,,,\n${rows}`, false).format.skippedLines).toBe(1);
  expect(findCsvFormat(`Payments over £25,000\n${rows}`, false).format.skippedLines).toBe(1);
});

test('sees that there are no headings', () => {
  const { format, headings } = findCsvFormat('1,20.5\n2,30\n', false);
  expect(format.hasHeader).toBe(false);
  expect(headings).toEqual(['', '']);
});

test('does not count a row that the cut shortened', () => {
  expect(findCsvFormat('a,b,c\n1,2,3\n1,2', true).headings).toHaveLength(3);
});

test.each([
  ['nothing', '', /holds no rows/],
  ['empty lines', '\n\n', /holds no rows/],
  [
    'headings that do not fit',
    'a,b\n1,2,3\n4,5,6\n',
    /Line 1 should hold the headings\. It has 2 columns, but most lines below it have 3/,
  ],
])('refuses %s with a sentence', (_case, text, sentence) => {
  expect(() => findCsvFormat(text, false)).toThrow(sentence);
});
