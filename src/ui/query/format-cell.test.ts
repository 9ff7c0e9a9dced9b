import { expect, test } from 'vitest';
import { isNumeric, toCellText, toDigitGroups, toHeading } from './format-cell.ts';

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
  ['216811000', 'BIGINT', 'total', ['216', '811', '000']],
  ['-1234567.50', 'DECIMAL(12,2)', 'total', ['-1', '234', '567.50']],
  ['12345', 'INTEGER', 'n', ['12', '345']],
  ['2012', 'INTEGER', 'n', ['2012']],
  ['9999.75', 'DOUBLE', 'n', ['9999.75']],
  ['20120', 'INTEGER', 'financial_year', ['20120']],
  ['104512', 'BIGINT', 'organisation_id', ['104512']],
  ['216811000', 'VARCHAR', 'total', ['216811000']],
  ['1e300', 'DOUBLE', 'n', ['1e300']],
  ['NaN', 'DOUBLE', 'n', ['NaN']],
])('%s of type %s in the column %s is read in groups', (text, type, name, groups) => {
  expect(toDigitGroups(text, { name, type })).toEqual(groups);
  expect(groups.join('')).toBe(text);
});

test('a count without a name is headed as people write it', () => {
  expect(toHeading('count_star()')).toBe('count(*)');
  expect(toHeading('total')).toBe('total');
});
