import { expect, test } from 'vitest';
import { classifyStatement } from './classify-statement.ts';
import { splitStatements } from './statements.ts';

test.each([
  ['-- first\nselect 1', 'rows'],
  ['(SELECT 1)', 'rows'],
  ['SHOW TABLES', 'listing'],
  ['MERGE INTO a USING b ON true WHEN MATCHED THEN DELETE', 'change'],
  ['CREATE TABLE a AS SELECT 1', 'definition'],
  ['WITH a AS (SELECT 1) FROM a', 'rows'],
  ['WITH a AS (SELECT 1), b(x) AS (FROM a) UPDATE t SET x = 1', 'change'],
  ['WITH show AS (SELECT 1) SELECT * FROM show', 'rows'],
  ['WITH a AS (SELECT 1 AS update) SELECT update FROM a', 'rows'],
  ['EXPLAIN SELECT 1', 'explain'],
  ['EXPLAIN (FORMAT JSON) WITH a AS (SELECT 1) FROM a', 'explain'],
  ['EXPLAIN ANALYZE COMMIT', 'plan'],
  ['COMMIT', 'transaction'],
  ['COPY services TO x', 'outside'],
  ['SELCT 1', 'unknown'],
])('takes %s for %s', (text, kind) => {
  expect(splitStatements(text).map(classifyStatement)).toEqual([kind]);
});
