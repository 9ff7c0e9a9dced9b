import { expect, test } from 'vitest';
import { findReflection } from './reflection.ts';

test.each([
  ["SELECT current_schema() FROM query('FROM t')", ['current_schema', 'query']],
  ['SELECT "CURRENT_QUERY"() FROM t', ['current_query']],
  ["SELECT 'FROM t'.query()", ['query']],
  ['FROM memory.information_schema.tables', ['information_schema']],
  ['SHOW TABLES', ['show']],
  ['SELECT now()', ['now']],
])('finds %s', (sql, names) => {
  expect([...findReflection(sql)]).toEqual(names);
});

test.each([
  ['a column of such a name', 'SELECT t.now, t.current_date, version FROM t'],
  ['an alias of such a name', 'SELECT a AS today, b AS current_date FROM t'],
  ['a text and a comment', "SELECT 'now()' FROM t -- random()"],
  ['a named query', 'WITH pg_class AS (FROM t) FROM pg_class'],
  ['a sort that runs down', 'SELECT a FROM t ORDER BY a DESC'],
  ['a type asked for', 'SELECT pg_typeof(a), typeof(a) FROM t'],
])('lets stand %s', (_case, sql) => {
  expect([...findReflection(sql)]).toEqual([]);
});
