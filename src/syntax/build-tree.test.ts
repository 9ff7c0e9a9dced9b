import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import {
  allOf,
  callOf,
  columnRef,
  comparison,
  conjunction,
  constant,
  cteMap,
  distinctModifier,
  notOf,
  operator,
  selectOf,
  turned,
  withValue,
} from './build-tree.ts';
import { isConstant, isSelect } from './node-kinds.ts';
import { parseQuery, printQuery } from './parse-query.ts';
import type { Expression, SelectNode } from './syntax-tree.ts';
import { sameTree } from './walk-tree.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

async function parseSelect(sql: string): Promise<SelectNode> {
  const tree = await parseQuery(database, sql);
  if (!isSelect(tree)) throw new Error(`No SELECT: ${sql}`);
  return tree;
}

const [a, b] = [columnRef('a'), columnRef('b')];
const equal = comparison('COMPARE_EQUAL', a, b);

const built: [sql: string, node: Expression | null][] = [
  ['a', a],
  ['t.a', columnRef('t', 'a')],
  ['3', constant(3)],
  ['NULL', constant(null)],
  ['a IS DISTINCT FROM b', comparison('COMPARE_DISTINCT_FROM', a, b)],
  ['a OR b OR a', conjunction('CONJUNCTION_OR', [a, b, a])],
  ['a = b AND a', allOf([equal, null, a])],
  ['a = b', allOf([null, equal])],
  ['NOT a', notOf(a)],
  ['a IS NOT NULL', operator('OPERATOR_IS_NOT_NULL', [a])],
  ['min(a)', callOf('min', a)],
  ['coalesce(a, 0)', operator('OPERATOR_COALESCE', [a, constant(0)])],
];

test.each(built)('builds what DuckDB makes of %s', async (sql, node) => {
  const [parsed] = (await parseSelect(`SELECT ${sql}`)).select_list;
  expect(node && sameTree(node, parsed), JSON.stringify(parsed)).toBe(true);
});

test('builds true, which DuckDB itself reads as a cast', async () => {
  expect(await printQuery(database, selectOf(constant(true)))).toBe('SELECT true');
});

test('gives no condition where there is none', () => {
  expect(allOf([null, null])).toBeNull();
});

test('changes a literal, a direction, DISTINCT and WITH, and prints them', async () => {
  const query = await parseSelect("WITH w AS (SELECT 1) SELECT a, 'x' FROM t ORDER BY a");
  const [first, second] = query.select_list;
  const [order] = query.modifiers;
  if (!first || !isConstant(second) || order?.type !== 'ORDER_MODIFIER') throw new Error('Not as written.');
  const changed = await printQuery(database, {
    ...query,
    cte_map: cteMap([]),
    select_list: [first, withValue(second, "it's")],
    modifiers: [distinctModifier(), { ...order, orders: order.orders.map(turned) }],
  });
  expect(changed).toBe("SELECT DISTINCT a, 'it''s' FROM t ORDER BY a DESC");
});
