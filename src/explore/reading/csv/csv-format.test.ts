import { expect, test } from 'vitest';
import { findCsvShape } from './csv-format.ts';

const shapeOf = (text: string) => findCsvShape(new TextEncoder().encode(text), { at: 0, line: 1 });

test.each([
  ['commas', 'a,b\n1,2\n3,4\n', ',', 2],
  ['tabs', 'a\tb\n1,5\t2\n3\t4\n', '\t', 2],
  ['semicolons with decimal commas', 'a;b;c\n1,5;2;3\n3,1;4;5\n', ';', 3],
  ['bars', 'a|b\n1|2\n', '|', 2],
  ['quoted commas and line breaks', '"a, b",c\r\n"x\r\ny, z",2\r\n', ',', 2],
  ['a single column', 'name\nAda, or so\nBob\nCat\n', ',', 1],
  ['one broken row', 'a,b,c\n1,2,3\n1,2\n1,2,3\n', ',', 3],
  ['old Mac line ends', 'a,b\r1,2\r', ',', 2],
  ['empty fields at the ends of the rows', 'a,b\n1,2,\n3,4,\n', ',', 2],
  ['the first of two tables', 'a,b\n1,2\n\nc,d,e\n1,2,3\n4,5,6\n7,8,9\n', ',', 2],
])('finds %s', (_case, text, delimiter, width) => {
  expect(shapeOf(text)).toMatchObject({ delimiter, width });
});

test.each([
  ['nothing', ''],
  ['empty lines', '\n\n'],
])('refuses %s with a sentence', (_case, text) => {
  expect(() => shapeOf(text)).toThrow(/holds no rows/);
});
