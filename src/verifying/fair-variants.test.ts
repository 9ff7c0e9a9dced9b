import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { findFairVariants } from './fair-variants.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

const yes = () => Promise.resolve(true);

test('nothing added up may be 0', async () => {
  const [variant = ''] = await findFairVariants(database, 'SELECT g, sum(x) AS total FROM t GROUP BY g', yes);
  expect(variant).toBe('SELECT g, COALESCE(sum(x), 0) AS total FROM t GROUP BY g');
});

test('what is missing need not fill a list of the first', async () => {
  const variants = await findFairVariants(
    database,
    'SELECT a FROM t WHERE b > 1 ORDER BY a DESC LIMIT 5',
    yes,
  );
  expect(variants).toEqual(['SELECT a FROM t WHERE ((b > 1) AND (a IS NOT NULL)) ORDER BY a DESC LIMIT 5']);
});

test.each([
  ['without a sum', 'SELECT g, avg(x) FROM t GROUP BY g', yes],
  ['that shows all rows in order', 'SELECT a FROM t ORDER BY a', yes],
  ['that the real data refuse', 'SELECT sum(x) FROM t', () => Promise.resolve(false)],
  ['that the tree cannot carry', 'PIVOT t ON g USING sum(x)', yes],
])('there is none for an answer %s', async (_case, solution, isRight) => {
  expect(await findFairVariants(database, solution, isRight)).toEqual([]);
});
