import { expect, test } from 'vitest';
import { toTextPosition } from './text-position.ts';

test.each([
  ['the start', 'SELECT', 0, { line: 1, column: 1 }],
  ['a place in the first line', 'SELECT', 3, { line: 1, column: 4 }],
  ['the start of a later line', 'SELECT\nFROM', 7, { line: 2, column: 1 }],
  ['a place after Windows line ends', 'SELECT\r\n1\r\nFROM', 12, { line: 3, column: 2 }],
  ['the end of the text for an offset past it', 'SELECT\nFROM', 99, { line: 2, column: 5 }],
  ['the start for an offset before it', 'SELECT', -3, { line: 1, column: 1 }],
  ['the first place of an empty text', '', 0, { line: 1, column: 1 }],
])('finds %s', (_case, text, offset, position) => {
  expect(toTextPosition(text, offset)).toEqual(position);
});
