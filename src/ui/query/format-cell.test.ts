import { expect, test } from 'vitest';
import { isNumeric, toCellText } from './format-cell.ts';

test.each([
  ['TINYINT', true],
  ['UBIGINT', true],
  ['HUGEINT', true],
  ['INTEGER', true],
  ['DECIMAL(12,2)', true],
  ['DOUBLE', true],
  ['INTERVAL', false],
  ['INTEGER[]', false],
  ['VARCHAR', false],
  ['DATE', false],
])('a column of type %s is numeric: %s', (type, numeric) => {
  expect(isNumeric({ name: 'x', type })).toBe(numeric);
});

test('NULL and empty text have a mark in words', () => {
  expect([null, '', 0, false, 'NULL'].map(toCellText)).toEqual([
    { text: 'NULL', mark: 'null' },
    { text: '(empty text)', mark: 'empty' },
    { text: '0', mark: null },
    { text: 'false', mark: null },
    { text: 'NULL', mark: null },
  ]);
});
