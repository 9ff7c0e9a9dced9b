import { expect, test } from 'vitest';
import { findRelations } from './relations.ts';
import { toUsedTokens } from './used-tokens.ts';

test.each([
  ['FROM t', 't'],
  ['SELECT a, b FROM t, u WHERE x IN (SELECT y FROM v)', 't +u v'],
  ['SELECT * FROM t JOIN u USING (k) LEFT JOIN "V v" ON u.a = v.a', 't +u +v v'],
  ['SELECT * FROM (t JOIN u ON true), w', 't +u +w'],
  ['SELECT * FROM data.main.t AS x, main.u', 't(2) +u(1)'],
  ['SELECT extract(year FROM day), trim(both FROM name) FROM t', 't'],
  ['SELECT a IS NOT DISTINCT FROM b FROM t', 't'],
  ['SELECT * FROM range(3), t', '+t'],
  ['SELECT * FROM (VALUES (1), (2)) AS v(a)', ''],
  ['SELECT array(SELECT a FROM t)', 't'],
  ['WITH a AS (SELECT * FROM t) FROM a', 't a'],
  ['WITH a AS (FROM t), b(x) AS MATERIALIZED (FROM u) SELECT 5', ''],
  ['WITH a AS (FROM t), b AS (FROM a) SELECT 5 FROM x', 'x'],
  ["SELECT 'FROM t' -- FROM u\n FROM v /* JOIN w */", 'v'],
  ['SELECT (SELECT max(x) FROM u), FROM t GROUP BY ALL', 'u t'],
  ['SELECT CASE WHEN (a > 1) THEN 2 END FROM t ORDER BY a, b', 't'],
  ['TABLE main.t', 't(1)'],
  ['PIVOT main.t ON a USING sum(b)', 't(1)'],
  ['SELECT * FROM (UNPIVOT t ON a)', 't'],
  ['CREATE TEMP TABLE mine AS FROM t', 't'],
  ['FROM', ''],
  ['SELECT (((', ''],
])('%s reads: %s', (sql, expected) => {
  const relations = findRelations(toUsedTokens(sql).tokens);
  const show = relations.map(
    ({ name, qualifiers, joined }) => `${joined ? '+' : ''}${name}${qualifiers > 0 ? `(${qualifiers})` : ''}`,
  );
  expect(show.join(' ')).toBe(expected);
});

test('says where a name stands in the text', () => {
  const sql = 'SELECT 1 FROM data."My t"';
  const [relation] = findRelations(toUsedTokens(sql).tokens);
  expect([sql.slice(relation?.start, relation?.end), sql.slice(relation?.nameStart)]).toEqual([
    'data."My t"',
    '"My t"',
  ]);
});
