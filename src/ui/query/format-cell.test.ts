import { expect, test } from 'vitest';
import { isNumeric, marksThousands, toCellText, toDigitGroups, toHeading } from './format-cell.ts';

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

test.each([
  ['216811000', ['216', '811', '000']],
  ['-1234567.50', ['-1', '234', '567.50']],
  ['2012', ['2', '012']],
  ['999.75', ['999.75']],
  ['1e300', ['1e300']],
  ['NaN', ['NaN']],
])('%s is read in groups', (text, groups) => {
  expect(toDigitGroups(text)).toEqual(groups);
  expect(groups.join('')).toBe(text);
});

test.each([
  ['figures, small ones too', 'BIGINT', 'total', [14347, 8390, null], true],
  ['years', 'INTEGER', 'n', [2012, 2013], false],
  ['decimals as text', 'DECIMAL(12,2)', 'cost', ['12345.50'], true],
  ['shares', 'DOUBLE', 'share', [0.123456], false],
  ['codes', 'BIGINT', 'organisation_id', [104512], false],
  ['digits that are text', 'VARCHAR', 'total', ['216811000'], false],
])('a column of %s is marked by thousands or not', (_case, type, name, cells, expected) => {
  expect(marksThousands({ name, type }, cells)).toBe(expected);
});

test('a count without a name is headed as people say it', () => {
  expect(toHeading('count_star()')).toBe('number of rows');
  expect(toHeading('(100 * a)')).toBe('(100 * a)');
  expect(toHeading('total')).toBe('total');
});
