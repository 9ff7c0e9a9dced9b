import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import * as kinds from './node-kinds.ts';
import { parseQuery } from './parse-query.ts';
import type { Expression } from './syntax-tree.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

async function parse(sql: string): Promise<Expression | undefined> {
  const tree = await parseQuery(database, `SELECT ${sql}`);
  return kinds.isSelect(tree) ? tree.select_list[0] : undefined;
}

const tests = [
  'isCall',
  'isColumnRef',
  'isComparison',
  'isConstant',
  'isFunction',
  'isOperator',
  'isWindow',
] as const;

test.each([
  ['t.a', ['isColumnRef']],
  ["'x'", ['isConstant']],
  ['a >= 1', ['isComparison']],
  ['a LIKE b', ['isCall', 'isFunction']],
  ['a + 1', ['isCall', 'isFunction']],
  ['a IN (1, 2)', ['isOperator']],
  ['sum(a) OVER ()', ['isCall', 'isWindow']],
  ['(SELECT 1)', []],
  ["DATE '2020-01-01'", []],
])('knows what %s is', async (sql, expected) => {
  const node = await parse(sql);
  expect(kinds.isExpression(node)).toBe(true);
  expect(tests.filter((name) => kinds[name](node))).toEqual(expected);
});

test.each([
  ['SELECT 1', true],
  ['WITH w AS (SELECT 1) FROM w', true],
  ['SELECT 1 UNION SELECT 2', false],
])('knows that %s is a query, and whether it is a SELECT: %s', async (sql, isSelect) => {
  const tree = await parseQuery(database, sql);
  expect(kinds.isQuery(tree)).toBe(true);
  expect(kinds.isExpression(tree)).toBe(false);
  expect(kinds.isSelect(tree)).toBe(isSelect);
});

test.each([
  ['12', 12, false],
  ["'x'", 'x', false],
  ['1.25', 125, false],
  ['NULL', undefined, true],
  ['a', undefined, false],
])('reads the literal %s', async (sql, value, isNull) => {
  const node = await parse(sql);
  expect(kinds.constantOf(node)).toBe(value);
  expect(kinds.isNull(node)).toBe(isNull);
});

test('reads names in small letters, arguments and the condition of FILTER', async () => {
  const [call, window] = [
    await parse('count("T".Aa) FILTER (WHERE b)'),
    await parse('sum(a) FILTER (WHERE b) OVER ()'),
  ];
  expect(kinds.namesOf(kinds.childrenOf(call)[0])).toEqual(['t', 'aa']);
  expect([call, window].map((node) => kinds.namesOf(kinds.filterOf(node)))).toEqual([['b'], ['b']]);
  expect(kinds.childrenOf(await parse('a BETWEEN 1 AND 2'))).toEqual([]);
});
