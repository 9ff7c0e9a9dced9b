import { expect, test } from 'vitest';
import { findConstructs } from './constructs.ts';

test.each([
  ['SELECT a FROM t', ''],
  ['SELECT a FROM t LEFT JOIN u USING (k)', 'function:using join'],
  ['SELECT a FROM t, u', 'join'],
  ['SELECT a FROM t CROSS JOIN range(3)', 'function:range join'],
  [
    'SELECT rank() OVER (ORDER BY a), sum(b) FILTER (WHERE c) OVER w FROM t',
    'function:filter function:over function:rank function:sum window',
  ],
  [
    'SELECT count(DISTINCT a) FROM t GROUP BY ALL HAVING count(*) > 1',
    'distinct function:count group having',
  ],
  ['SELECT a FROM t WHERE a IS DISTINCT FROM b', ''],
  ['SELECT CASE WHEN a THEN 1 END FROM t UNION ALL SELECT 2', 'case union'],
  ['SELECT a FROM (SELECT a FROM t)', 'function:from subquery'],
  ['SELECT a FROM t WHERE EXISTS (FROM u)', 'function:exists subquery'],
  ['WITH w AS MATERIALIZED (SELECT a FROM t) SELECT * FROM w', 'cte function:materialized'],
  ['WITH w AS (SELECT a FROM t JOIN u USING (k)) SELECT 1 FROM t', ''],
  ['SELECT \'JOIN\', "group" FROM t -- CASE WHEN', ''],
  ['SELECT t.distinct, u."case" FROM t', ''],
  ['(SELECT a FROM t) UNION ALL (SELECT a FROM u)', 'function:all union'],
  ['((SELECT a FROM t))', ''],
  [
    'SELECT a FROM t WHERE a IN ((SELECT a FROM t) UNION (SELECT a FROM u))',
    'function:in function:union subquery union',
  ],
  ['SELECT a FROM t WHERE a > ALL (SELECT b FROM u)', 'function:all subquery'],
  ['SELECT a FROM (TABLE t)', 'function:from subquery'],
  [
    'SELECT sum(a).round(1), main.upper(b), current_date FROM t',
    'function:current_date function:round function:sum function:upper',
  ],
  ['SELECT a FROM t, (SELECT b FROM u)', 'join subquery'],
  ['SELECT a FROM t, LATERAL (SELECT b FROM u)', 'function:lateral join subquery'],
  ['SELECT a FROM t, unnest([1])', 'function:unnest join'],
  ['SELECT a FROM t ORDER BY a, b LIMIT 5', 'limit'],
  ["SELECT TIMESTAMP WITH TIME ZONE '2025-01-01'", ''],
  ['SELECT LOWER(a), "upper"(b)', 'function:lower function:upper'],
])('%s', (sql, expected) => {
  expect([...findConstructs(sql)].sort().join(' ')).toBe(expected);
});
