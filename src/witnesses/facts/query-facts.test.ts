import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import type { TableShape } from '#src/syntax/scope/scope.ts';
import { parseQuery } from '#src/syntax/parse-query.ts';
import { readQueryFacts, type QueryFacts } from './query-facts.ts';

const shapes: TableShape[] = [
  {
    name: 'trips',
    primaryKey: ['id'],
    columns: [
      { name: 'id', type: 'VARCHAR', nullable: false },
      { name: 'route', type: 'VARCHAR', nullable: false },
      { name: 'day', type: 'DATE', nullable: false },
      { name: 'late', type: 'BIGINT', nullable: true },
      { name: 'fares', type: 'DECIMAL(8,2)', nullable: true },
    ],
  },
  { name: 'routes', primaryKey: ['code'], columns: [{ name: 'code', type: 'VARCHAR', nullable: false }] },
];

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

async function factsOf(sql: string): Promise<QueryFacts> {
  const tree = await parseQuery(database, sql);
  if (!tree) throw new Error(`No query: ${sql}`);
  return readQueryFacts(tree, shapes);
}

test.each([
  ['late > 5', 'late', 5],
  ['5 > late', 'late', 5],
  ['late BETWEEN 5 AND 9', 'late', 9],
  ['late IN (2, 3)', 'late', 3],
  ['late = -4', 'late', -4],
  ['fares >= 1.25', 'fares', 1.25],
  ['late / 4 > 10', 'late', 40],
  ['100 - late < 30', 'late', 70],
  ['late * 2 + 1 = 7', 'late', 3],
  ['CAST(late AS DOUBLE) < 8', 'late', 8],
])('reads the literal that a column meets in %s', async (condition, column, number) => {
  const { literals } = await factsOf(`SELECT id FROM trips WHERE ${condition}`);
  expect(literals.map(({ column, literal }) => [column, literal.number])).toContainEqual([column, number]);
});

test('reads texts, patterns and dates', async () => {
  const { literals } = await factsOf(
    "SELECT id FROM trips WHERE route LIKE '%north%' AND day >= DATE '2025-03-01'",
  );
  expect(literals.map(({ column, literal, isPattern }) => [column, literal.text, isPattern])).toEqual([
    ['route', '%north%', true],
    ['day', '2025-03-01', false],
  ]);
});

test.each([
  ['SELECT route FROM trips GROUP BY route HAVING sum(late) > 10', 'sum', 10],
  ['SELECT route, count(*) AS n FROM trips GROUP BY ALL HAVING n >= 3', 'count_star', 3],
  ['WITH t AS (SELECT route, max(late) AS m FROM trips GROUP BY 1) SELECT * FROM t WHERE m < 7', 'max', 7],
])('finds the limit on groups in %s', async (sql, aggregate, value) => {
  const { thresholds, selects } = await factsOf(sql);
  expect(thresholds.map((threshold) => [threshold.aggregate, threshold.value])).toContainEqual([
    aggregate,
    value,
  ]);
  expect(selects.flatMap(({ groupColumns }) => groupColumns)).toContainEqual({
    table: 'trips',
    column: 'route',
  });
});

test('finds links, quotients, cuts and the tables of subqueries', async () => {
  const facts = await factsOf(
    `SELECT * FROM (SELECT t.id, rank() OVER (PARTITION BY t.route ORDER BY late) AS place FROM trips t JOIN routes r ON t.route = r.code
       WHERE late / fares < 0.5) WHERE place <= 2 ORDER BY 1 LIMIT 5 OFFSET 3`,
  );
  expect(facts.tables).toEqual(['trips', 'routes']);
  expect(facts.links).toEqual([link]);
  expect(facts.divisors).toEqual([{ table: 'trips', column: 'fares' }]);
  expect(facts.ratios).toEqual([
    { top: { table: 'trips', column: 'late' }, bottom: { table: 'trips', column: 'fares' }, value: 0.5 },
  ]);
  expect(facts.cuts).toEqual([8, 2]);
});

const link = [
  [
    { table: 'routes', column: 'code' },
    { table: 'trips', column: 'route' },
  ],
];

test.each([
  ['of IN with a subquery', 'SELECT id FROM trips WHERE route IN (SELECT code FROM routes)'],
  ['of two branches', 'SELECT route FROM trips EXCEPT SELECT code FROM routes'],
])('links the columns %s', async (_case, sql) => {
  expect((await factsOf(sql)).links).toEqual([link]);
});

test('keeps the columns of one ON together', async () => {
  const { links } = await factsOf(
    'SELECT t.id FROM trips t JOIN routes r ON t.route = r.code AND t.id = r.code JOIN routes q ON q.code = t.id',
  );
  expect(links.map((pairs) => pairs.map(([, { column }]) => column))).toEqual([['route', 'id'], ['id']]);
});

test.each([
  ["regexp_matches(route, '^[A-Z]+$')"],
  ["split_part(route, '-', 1) = id"],
  ['length(route) > 5'],
  ["strftime(day, '%Y-%m') = route"],
  ['late / fares < 0.5'],
])('takes no part of %s for a value of a column', async (condition) => {
  expect((await factsOf(`SELECT id FROM trips WHERE ${condition}`)).literals).toEqual([]);
});

test('finds nothing in a query without a known table', async () => {
  const facts = await factsOf('SELECT 1 FROM range(5) WHERE range > 3');
  expect(facts.tables).toEqual([]);
  expect(facts.literals).toEqual([]);
});
