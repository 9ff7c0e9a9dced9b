import { expect, test } from 'vitest';
import { findOrderColumns } from './order-columns.ts';

test.each<[string, string[], number[] | undefined]>([
  ['SELECT a, b FROM t ORDER BY b', ['a', 'b'], [1]],
  ['SELECT a, b FROM t ORDER BY 2 DESC, A LIMIT 5', ['a', 'b'], [1, 0]],
  ['SELECT a, b FROM t ORDER BY b DESC NULLS LAST -- by b', ['a', 'b'], [1]],
  ['SELECT a, count(*) FROM t GROUP BY a ORDER BY count(*) DESC', ['a', 'count_star()'], [1]],
  ['SELECT a, count(*) AS n FROM t GROUP BY a ORDER BY COUNT(*)', ['a', 'n'], [1]],
  ['SELECT a, count(*) n FROM t GROUP BY a ORDER BY n', ['a', 'n'], [1]],
  ['SELECT t.a, u.a FROM t JOIN u USING (k) ORDER BY u.a', ['a', 'a'], [1]],
  ['SELECT t.a AS x, b FROM t ORDER BY t.b', ['x', 'b'], [1]],
  ['SELECT a AS "My name" FROM t ORDER BY "my name"', ['My name'], [0]],
  ['SELECT DISTINCT lower(a) FROM t ORDER BY lower(a)', ['lower(a)'], [0]],
  ['WITH w AS (SELECT z FROM t ORDER BY z) SELECT a FROM w ORDER BY a', ['a'], [0]],
  ['SELECT * FROM t ORDER BY b', ['a', 'b'], [1]],
  ['SELECT *, a + b FROM t ORDER BY a + b', ['a', 'b', '(a + b)'], undefined],
  ['SELECT a FROM t ORDER BY hidden', ['a'], undefined],
  ['SELECT a FROM t ORDER BY a, hidden', ['a'], undefined],
  ['SELECT t.a, u.a FROM t, u ORDER BY a', ['a', 'a'], undefined],
  ['SELECT a FROM t ORDER BY 3', ['a'], undefined],
  ['SELECT a FROM t ORDER BY ALL', ['a'], undefined],
  ['SELECT a FROM t', ['a'], undefined],
  ['SELECT rank() OVER (ORDER BY a) FROM t', ['r'], undefined],
  ['SELECT a FROM t UNION SELECT b FROM u ORDER BY a', ['a'], [0]],
])('%s', (sql, names, expected) => {
  expect(findOrderColumns(sql, names)).toEqual(expected);
});
