import { expect, test } from 'vitest';
import { splitClauses } from './clauses.ts';

test.each([
  ['SELECT 1', { select: '1', distinct: false }],
  [
    'select a, count(*) from t where b > 1 group by a having count(*) > 2 order by 2 desc limit 5 offset 2;',
    {
      select: 'a, count(*)',
      distinct: false,
      from: 't',
      where: 'b > 1',
      groupBy: 'a',
      having: 'count(*) > 2',
      orderBy: '2 desc',
      limit: '5',
      offset: '2',
    },
  ],
  ['FROM t', { select: '*', distinct: false, from: 't' }],
  ['FROM t SELECT a', { select: 'a', distinct: false, from: 't' }],
  ['SELECT DISTINCT a FROM t', { select: 'a', distinct: true, from: 't' }],
  [
    'SELECT (SELECT max(x) FROM u WHERE y), rank() OVER (ORDER BY a) FROM t -- WHERE no\nWHERE c IN (SELECT d FROM v)',
    {
      select: '(SELECT max(x) FROM u WHERE y), rank() OVER (ORDER BY a)',
      distinct: false,
      from: 't',
      where: 'c IN (SELECT d FROM v)',
    },
  ],
  [
    "SELECT a IS DISTINCT FROM b FROM t WHERE c = 'LIMIT 5'",
    { select: 'a IS DISTINCT FROM b', distinct: false, from: 't', where: "c = 'LIMIT 5'" },
  ],
])('splits %s', (sql, expected) => {
  expect(splitClauses(sql)).toEqual(expected);
});

test.each([
  '',
  'WITH a AS (FROM t) FROM a',
  'SELECT 1 UNION SELECT 2',
  'SELECT DISTINCT ON (a) a FROM t',
  'SELECT a FROM t QUALIFY rank() OVER (ORDER BY a) = 1',
  '(SELECT 1)',
  'INSERT INTO t SELECT 1',
  'SELECT a FROM t WHERE b WHERE c',
])('has no clauses for %s', (sql) => {
  expect(splitClauses(sql)).toBeUndefined();
});
