import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { makeNarrowedAnswers } from './make-narrowed-answers.ts';
import type { TableShape } from '#src/syntax/scope/scope.ts';

const services: TableShape = {
  name: 'services',
  primaryKey: ['service'],
  columns: [
    { name: 'service', type: 'VARCHAR', nullable: false },
    { name: 'agency', type: 'VARCHAR', nullable: true },
    { name: 'transactions', type: 'BIGINT', nullable: true },
    { name: 'cost', type: 'DECIMAL(9,2)', nullable: false },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    "CREATE TABLE services AS FROM (VALUES ('a', 'x', 5, 1.50), ('b', NULL, 90, 2.25), ('c', 'y', NULL, 3)) t(service, agency, transactions, cost)",
  );
});
afterAll(() => database.close());

const narrowedAnswersOf = async (sql: string) =>
  (await makeNarrowedAnswers(database, sql, [services])).map((narrowedAnswer) => narrowedAnswer.sql);

test.each([
  [
    'a gap in a used column',
    'SELECT service FROM services WHERE transactions > 1',
    '(services.transactions IS NOT NULL)',
  ],
  ['a gap in another column', 'SELECT service FROM services', '(services.agency IS NOT NULL)'],
  ['more than the largest value', 'SELECT sum(cost) FROM services', '(services."cost" <= 3.00)'],
  [
    'less than the smallest, or a gap',
    'SELECT transactions FROM services',
    '((services.transactions >= 5) OR (services.transactions IS NULL))',
  ],
  ['a table by its alias', 'SELECT s.cost FROM services AS s', '(s."cost" >= 1.50)'],
  [
    'a group of a single row',
    'SELECT agency, count(*) FROM services GROUP BY agency',
    'HAVING (count_star() > 1)',
  ],
  [
    'a query inside',
    'SELECT * FROM (SELECT agency FROM services) AS q',
    'WHERE (services.agency IS NOT NULL)) AS q',
  ],
])('looks for %s', async (_case, solution, condition) => {
  expect(await narrowedAnswersOf(solution)).toContainEqual(expect.stringContaining(condition));
});

test('each probe runs, and gives what the model answer gives where nothing is missing or extreme', async () => {
  const solution = 'SELECT service, cost FROM services WHERE cost > 1';
  const narrowedAnswers = (await narrowedAnswersOf(solution)).filter((sql) => !sql.includes('IS NOT NULL'));
  expect(narrowedAnswers.length).toBeGreaterThan(1);
  const rowsOf = async (sql: string) => (await database.query(sql)).rows;
  for (const sql of narrowedAnswers) expect(await rowsOf(sql)).toEqual(await rowsOf(solution));
});

test('makes none of what the tree cannot carry', async () => {
  expect(await narrowedAnswersOf('PIVOT services ON agency USING sum(cost)')).toEqual([]);
});
