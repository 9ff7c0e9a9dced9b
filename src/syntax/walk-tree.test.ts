import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { columnRef } from './build-tree.ts';
import { isColumnRef, namesOf } from './node-kinds.ts';
import { parseQuery, printQuery } from './parse-query.ts';
import type { QueryNode } from './syntax-tree.ts';
import { mapTree, replaceAt, sameTree, walk } from './walk-tree.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

async function parse(sql: string): Promise<QueryNode> {
  const tree = await parseQuery(database, sql);
  if (!tree) throw new Error(`No query: ${sql}`);
  return tree;
}

test('visits every node with its path and the nodes above it', async () => {
  const tree = await parse('SELECT a FROM t WHERE b > c AND d IN (SELECT e FROM u)');
  const visits = [...walk(tree)].filter(({ node }) => isColumnRef(node));
  expect(visits.map(({ node }) => namesOf(node)[0])).toEqual(['a', 'b', 'c', 'e', 'd']);
  expect(visits[1]?.path).toEqual(['where_clause', 'children', 0, 'left']);
  expect(visits[1]?.ancestors.map(({ type }) => type)).toEqual([
    'SELECT_NODE',
    'CONJUNCTION_AND',
    'COMPARE_GREATERTHAN',
  ]);
});

test('edits a copy and leaves the tree as it was', async () => {
  const tree = await parse('SELECT a FROM t WHERE b > 1 ORDER BY b');
  const before = structuredClone(tree);
  const path = [...walk(tree)].find(({ path }) => path.join('.') === 'where_clause.left')?.path ?? [];
  expect(await printQuery(database, replaceAt(tree, path, columnRef('z')))).toBe(
    'SELECT a FROM t WHERE (z > 1) ORDER BY b',
  );
  const all = mapTree(tree, (node) => (namesOf(node)[0] === 'b' ? columnRef('z') : node));
  expect(await printQuery(database, all)).toBe('SELECT a FROM t WHERE (z > 1) ORDER BY z');
  expect(tree).toEqual(before);
});

test('tells trees apart by what they say, not by where it stands or what it is called', async () => {
  const [one, same, other] = await Promise.all(
    ['SELECT a + 1 FROM t', 'SELECT   a + 1 AS b FROM t', 'SELECT a + 2 FROM t'].map(parse),
  );
  expect(sameTree(one, same)).toBe(true);
  expect(sameTree(one, other)).toBe(false);
});

test.each([
  ['a lambda', 'SELECT list_transform(l, lambda x: x + 1) FROM t'],
  ['a collation', "SELECT a FROM t WHERE a COLLATE NOCASE = 'x'"],
  ['a parameter', 'SELECT $1'],
  ['a table function', 'SELECT * FROM range(3)'],
  ['a list of values', "SELECT * FROM (VALUES (1, 'a')) AS v(n, c)"],
  ['columns turned to rows', 'FROM (UNPIVOT t ON a, b INTO NAME n VALUE v)'],
  ['an interval', 'SELECT INTERVAL 2 MONTH'],
  [
    'a recursive query',
    'WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) FROM r',
  ],
])('carries %s that no type of ours describes', async (_case, sql) => {
  const tree = await parse(sql);
  const printed = await printQuery(database, tree);
  expect(printed).toBeDefined();
  expect(
    await printQuery(
      database,
      mapTree(tree, (node) => node),
    ),
  ).toBe(printed);
});
