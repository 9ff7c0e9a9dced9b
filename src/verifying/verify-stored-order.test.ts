import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSchema, type Compare } from '#src/compare/compare-rules.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { rankRows } from '#src/syntax/rank-rows.ts';
import { verifyStoredOrder } from './verify-stored-order.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    "CREATE TABLE trees AS SELECT i AS id, i % 4 AS side, 'tree ' || i AS name, i / 7 AS height FROM range(60) AS t(i)",
  );
});
afterAll(() => database.close());

const findingsOf = async (solution: string, rules: Partial<Compare> = {}, columnCount = 1) =>
  verifyStoredOrder(database, {
    solution,
    compare: { ...compareSchema.parse({}), ...rules },
    ranked: await rankRows(database, solution, columnCount),
  });

test.each([
  ['a first value', 'SELECT side, first(name) FROM trees GROUP BY side'],
  ['any value', 'SELECT side, any_value(name) FROM trees GROUP BY side'],
  ['a limit without a sort', 'SELECT name FROM trees LIMIT 5'],
  ['a limit that cuts ties', 'SELECT name FROM trees ORDER BY side LIMIT 5'],
  ['a list that nothing sorts', "SELECT string_agg(name, ', ') FROM trees"],
  ['numbers of rows', 'SELECT name, row_number() OVER () FROM trees'],
  [
    'a running sum over ties',
    'SELECT name, sum(height) OVER (ORDER BY side ROWS UNBOUNDED PRECEDING) FROM trees',
  ],
])('%s depends on how rows are stored', async (_case, solution) => {
  expect(await findingsOf(solution)).toMatchObject([
    { path: 'solution', found: expect.stringContaining('stored') },
  ]);
});

test.each<[string, string, Partial<Compare>?]>([
  ['a sum of decimals', 'SELECT side, sum(height), avg(height) FROM trees GROUP BY side'],
  ['a first value in an order', 'SELECT side, first(name ORDER BY id) FROM trees GROUP BY side'],
  ['rows in any order', 'SELECT name FROM trees WHERE height > 2'],
  ['a sorted limit', 'SELECT name FROM trees ORDER BY id LIMIT 5', { order: 'required' }],
  [
    'ties that may stand in any order',
    'SELECT name FROM trees ORDER BY side',
    { order: 'required', ties: 'any-order' },
  ],
  ['a list that is sorted', "SELECT string_agg(name, ', ' ORDER BY id) FROM trees"],
  ['no table', 'SELECT 1'],
])('%s does not', async (_case, solution, rules) => {
  expect(await findingsOf(solution, rules)).toEqual([]);
});

test('a table is copied once for all the answers that read it, and the query is put back where it was', async () => {
  const copiesOf = async () =>
    (await database.query("SELECT table_oid FROM duckdb_tables() WHERE schema_name = 'stored_otherwise'"))
      .rows;
  await findingsOf('SELECT max(height) FROM trees');
  const before = await copiesOf();
  await findingsOf('SELECT min(height) FROM trees');
  expect(await copiesOf()).toEqual(before);
  expect(before).toHaveLength(1);
  expect((await database.query('SELECT current_schema()')).rows).toEqual([['main']]);
});
