import { expect, test } from 'vitest';
import { isNumberType } from './number-type.ts';

test.each([
  ['INTEGER', true],
  ['UBIGINT', true],
  ['HUGEINT', true],
  ['DECIMAL(12,2)', true],
  ['DOUBLE', true],
  ['INTEGER[]', false],
  ['INTERVAL', false],
  ['VARCHAR', false],
  ['DATE', false],
])('tells whether %s is a type of numbers', (type, expected) => {
  expect(isNumberType(type)).toBe(expected);
});
