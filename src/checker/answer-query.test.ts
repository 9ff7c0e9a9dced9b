import { expect, test } from 'vitest';
import { toAnswerQuery, toPlainSql } from './answer-query.ts';

test.each([
  ['SELECT 1', [], 'SELECT 1'],
  ['SELECT 1; SELECT 2;', [], 'SELECT 2'],
  ['CREATE TABLE a AS SELECT 1; FROM a; INSERT INTO a VALUES (2)', ['CREATE TABLE a AS SELECT 1'], 'FROM a'],
  [
    'WITH x AS (SELECT 1) INSERT INTO a FROM x; FROM a',
    ['WITH x AS (SELECT 1) INSERT INTO a FROM x'],
    'FROM a',
  ],
  ['SET threads = 1; USE elsewhere; COMMIT; SELECT 1', [], 'SELECT 1'],
  ['WITH x AS (SELECT 1) FROM x', [], 'WITH x AS (SELECT 1) FROM x'],
])('of %j, the last rows count and only what can be undone runs before', (text, changes, query) => {
  expect(toAnswerQuery(text)).toEqual({ changes, query });
});

test.each(['', '-- SELECT 1', 'DROP TABLE a', "SET x = 'SELECT 1; FROM a'"])('%j gives no rows', (text) => {
  expect(toAnswerQuery(text)).toBeUndefined();
});

test.each([
  ['select a,b from t', 'SELECT a , b\nFROM t -- all\n;', true],
  ['SELECT a FROM t WHERE a != 1', 'SELECT a FROM t WHERE a <> 1', true],
  ["SELECT 'Tax'", "SELECT 'tax'", false],
  ['SELECT "A"', 'SELECT "a"', false],
  ['SELECT 1', 'SELECT 1; SELECT 2', false],
])('%j beside %j: the same text is %j', (left, right, same) => {
  expect(toPlainSql(left) === toPlainSql(right)).toBe(same);
});
