import { expect, test } from 'vitest';
import { findChange } from './find-change.ts';

test.each([
  ['SELECT a FROM t WHERE b > 1', 'SELECT a FROM t WHERE b >= 1', 't WHERE b > 1', 't WHERE b >= 1'],
  ['SELECT a FROM t WHERE b > 1', 'SELECT a FROM t', 'a FROM t WHERE b > 1', 'a FROM t'],
  [
    'SELECT count(*), a FROM t',
    'SELECT count(b), a FROM t',
    'SELECT count ( * ) , a',
    'SELECT count ( b ) , a',
  ],
  ['SELECT a', 'SELECT a', 'SELECT a', 'SELECT a'],
])('between %s and %s', (old, now, before, after) => {
  expect(findChange(old, now)).toEqual({ before, after });
});
