import { expect, test } from 'vitest';
import { classifyStatement } from './classify-statement.ts';
import { splitClauses } from './clauses.ts';
import { findConstructs } from './constructs.ts';
import { findReflection } from './reflection.ts';
import { splitStatements } from './statements.ts';
import { toUsedTokens } from './used-tokens.ts';

const size = 100_000;
const texts: readonly string[] = [
  '= NULL ',
  'WITH a AS (',
  '? ',
  'IN (',
  'FROM a.b, ',
  '-- a\n',
  '; ',
  'WITH a AS (FROM a), ',
].map((piece) => piece.repeat(Math.ceil(size / piece.length)));
const chain = `WITH ${Array.from({ length: 4000 }, (_query, index) => `a${index} AS (FROM a${index - 1})`).join(', ')}`;

test.each([...texts, chain, `${chain} FROM a3999`])(
  'reads 100 kB of a text in a moment: %.30s',
  { timeout: 60_000 },
  (text) => {
    const started = performance.now();
    splitStatements(text).forEach(classifyStatement);
    splitClauses(text);
    findConstructs(text);
    findReflection(text);
    expect(performance.now() - started).toBeLessThan(3000);
  },
);

test('drops named queries that only others which are dropped name', () => {
  const named = (sql: string) => [...toUsedTokens(sql).named];
  expect(named('WITH a AS (FROM t), b AS (FROM a), c AS (FROM b) FROM t')).toEqual([]);
  expect(named('WITH a AS (FROM t), b AS (FROM a), c AS (FROM b) FROM a')).toEqual(['a']);
  expect(named('WITH a AS (WITH b AS (FROM t) FROM b) FROM a')).toEqual(['a', 'b']);
  expect(named('WITH a AS (WITH b AS (FROM a) FROM t) FROM t')).toEqual([]);
});
