import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NativeDatabase } from './node/native-database.ts';
import { createNativeDatabase } from './node/native-database.ts';
import { runQuery } from './run-query.ts';

let database: NativeDatabase;

beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(
    "CREATE TABLE services AS SELECT * FROM (VALUES ('a', 1), ('b', 2)) AS given(service, amount)",
  );
});

afterAll(() => database.close());

async function run(text: string, rowLimit = 1000) {
  const { outcome } = await runQuery(database, text, { rowLimit, now: () => 0 });
  if (outcome.status !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.table;
}

test.each([
  ['1::TINYINT', 'TINYINT', 1],
  ['9007199254740991', 'BIGINT', 9007199254740991],
  ['9007199254740993', 'BIGINT', '9007199254740993'],
  ['18446744073709551615::UBIGINT', 'UBIGINT', '18446744073709551615'],
  ['170141183460469231731687303715884105727', 'HUGEINT', '170141183460469231731687303715884105727'],
  ['1.50::DECIMAL(5, 2)', 'DECIMAL(5,2)', '1.50'],
  ['-0.05::DECIMAL(38, 2)', 'DECIMAL(38,2)', '-0.05'],
  ['0.1::FLOAT', 'FLOAT', 0.1],
  ['1e300::DOUBLE', 'DOUBLE', 1e300],
  ["'nan'::DOUBLE", 'DOUBLE', 'NaN'],
  ["'-inf'::DOUBLE", 'DOUBLE', '-Infinity'],
  ['true', 'BOOLEAN', true],
  ["''", 'VARCHAR', ''],
  ["'🍋'", 'VARCHAR', '🍋'],
  ['NULL', 'INTEGER', null],
  ['NULL::VARCHAR', 'VARCHAR', null],
  ["DATE '2025-04-01'", 'DATE', '2025-04-01'],
  ["DATE '0044-03-15 (BC)'", 'DATE', '0044-03-15 (BC)'],
  ["TIME '12:30:00.5'", 'TIME', '12:30:00.5'],
  ["TIMESTAMP '2025-04-01 12:30:00.123456'", 'TIMESTAMP', '2025-04-01 12:30:00.123456'],
  ["INTERVAL '1 year 2 days'", 'INTERVAL', '1 year 2 days'],
  ["'\\xAA'::BLOB", 'BLOB', '\\xAA'],
  ["'101'::BIT", 'BIT', '101'],
  ['[1, NULL]', 'INTEGER[]', '[1, NULL]'],
  ["{'a': 1, 'b': 'x'}", 'STRUCT(a INTEGER, b VARCHAR)', "{'a': 1, 'b': x}"],
  ["MAP {'k': 1}", 'MAP(VARCHAR, INTEGER)', '{k=1}'],
  ["'x'::ENUM('x', 'y')", "ENUM('x', 'y')", 'x'],
  ['union_value(n := 1)', 'UNION(n INTEGER)', '1'],
  ["'4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::UUID", 'UUID', '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'],
])('shows %s as a %s', async (sql, type, cell) => {
  expect(await run(`SELECT ${sql} AS value`)).toEqual({
    columns: [{ name: 'value', type }],
    rows: [[cell]],
    rowCount: 1,
  });
});

test.each([
  ['two columns of one name', 'SELECT 1 AS a, 2 AS a', ['a', 'a'], [[1, 2]]],
  ['the order asked for', 'SELECT amount FROM services ORDER BY amount DESC', ['amount'], [[2], [1]]],
  ['FROM first', 'FROM services LIMIT 1', ['service', 'amount'], [['a', 1]]],
  ['a query in brackets', '(SELECT 1 AS a) UNION ALL (SELECT 2)', ['a'], [[1], [2]]],
  ['a comment at the end', 'SELECT 1 AS a -- one', ['a'], [[1]]],
  ['PIVOT', 'PIVOT services ON service USING sum(amount)', ['a', 'b'], [[1, 2]]],
  ['SHOW', 'SHOW TABLES', ['name'], [['services']]],
  ['DESCRIBE', 'SELECT column_name FROM (DESCRIBE services)', ['column_name'], [['service'], ['amount']]],
  ['the last of several', 'CREATE TABLE t AS SELECT 5 AS n; FROM t', ['n'], [[5]]],
  ['a count of changed rows', 'DELETE FROM services', ['Count'], [[2]]],
  [
    'rows returned by a change',
    "INSERT INTO services VALUES ('c', 3) RETURNING *",
    ['service', 'amount'],
    [['c', 3]],
  ],
  ['a change after WITH', 'WITH w AS (SELECT 1) UPDATE services SET amount = 0', ['Count'], [[2]]],
  ['nothing after a change of structure', 'DROP TABLE services', [], []],
  ['no rows', 'FROM services WHERE false', ['service', 'amount'], []],
])('gives %s', async (_case, text, names, rows) => {
  const table = await run(text);
  expect(table.columns.map(({ name }) => name)).toEqual(names);
  expect(table.rows).toEqual(rows);
});

test('shows as many rows as asked and counts them all', async () => {
  const table = await run('FROM range(10000000)', 3);
  expect(table.rows).toEqual([[0], [1], [2]]);
  expect(table.rowCount).toBe(10_000_000);
});

test('shows a thousand columns', async () => {
  const table = await run(`SELECT ${Array.from({ length: 1000 }, (_, index) => `${index} AS c`).join(', ')}`);
  expect(table.columns).toHaveLength(1000);
  expect(table.rows[0]?.[999]).toBe(999);
});

test.each([
  'DROP TABLE services',
  'DELETE FROM services',
  'ALTER TABLE services ADD COLUMN x INTEGER',
  'CREATE TABLE other AS FROM services',
  "CREATE TEMP TABLE services AS SELECT 'mine' AS service, 0 AS amount",
  'CREATE MACRO sum(x) AS 0',
  'DROP TABLE services; SELECT nope',
  'COMMIT',
  'SELECT 1; COMMIT; DROP TABLE services',
  'EXPLAIN ANALYZE DELETE FROM services',
])('leaves the database as it was after %s', async (text) => {
  expect((await runQuery(database, text)).spoiled).toBe(false);
  expect((await run('SELECT sum(amount) AS total FROM services')).rows).toEqual([[3]]);
  expect((await run('SHOW TABLES')).rows).toEqual([['services']]);
});

test('says that the engine is spoiled when the transaction could not be undone', async () => {
  const leaky = {
    query: async (sql: string) => {
      if (sql.startsWith('SELECT')) await database.query('COMMIT');
      return database.query(sql);
    },
  };
  expect(await runQuery(leaky, 'SELECT 1')).toMatchObject({ outcome: { status: 'ok' }, spoiled: true });
});

test('starts afresh when something before it left a transaction open', async () => {
  await database.query('BEGIN TRANSACTION');
  expect((await run('SELECT 1 AS a')).rows).toEqual([[1]]);
});
