import { expect, test } from 'vitest';
import { findNearest } from './nearest.ts';

const names = ['service', 'department', 'transactions', 'digital_transactions', 'agency'];

test.each([
  ['servce', ['service']],
  ['SERVICE', ['service']],
  ['departmnet', ['department']],
  ['transaction', ['transactions']],
  ['depart', ['department']],
  ['HMRC', []],
  ['x', []],
])('finds the names near %s', (word, expected) => {
  expect(findNearest(word, names)).toEqual(expected);
});
