import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Database } from '#src/results/database.ts';
import { proveOptimiser } from './prove-optimiser.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    "CREATE TABLE t AS FROM (VALUES ('a', 1, 0.1), ('b', 2, 0.2), ('c', 2, 0.3)) t(name, n, share)",
  );
});
afterAll(() => database.close());

/** The real engine, which without its optimiser reads one text as another: an engine that is wrong once. */
function wrongAbout(from: string, to: string): Database {
  let optimised = true;
  return {
    query(sql) {
      if (sql.startsWith('PRAGMA')) optimised = sql === 'PRAGMA enable_optimizer';
      return database.query(optimised ? sql : sql.replaceAll(from, to));
    },
  };
}

function exercise(solution: string, more: object = {}): SqlExercise {
  return {
    solution,
    alternatives: [],
    wrong: [],
    compare: { order: 'ignored', columnNames: 'ignored', columns: 'exact' },
    ...more,
  } as unknown as SqlExercise;
}

test('names the query that the optimiser changes, where it did, and what to do', async () => {
  const alternatives = ['SELECT name FROM t WHERE n >= 2', 'SELECT name FROM t WHERE n > 1'];
  const [finding, ...others] = await proveOptimiser(
    wrongAbout('n > 1', 'n > 0'),
    exercise('SELECT name FROM t WHERE n = 2', { alternatives }),
    'witness 2',
  );
  expect(others).toEqual([]);
  expect(finding?.path).toBe('alternatives.1');
  expect(finding?.expected).toContain('witness 2');
  expect(finding?.found).toContain('SELECT name FROM t WHERE n > 1');
  expect(finding?.remedy).toContain('another way');
});

test('proves declared wrong answers too', async () => {
  const wrong = [{ answer: 'SELECT name FROM t WHERE n > 1', feedback: 'Look again.' }];
  const findings = await proveOptimiser(
    wrongAbout('n > 1', 'n > 0'),
    exercise('SELECT name FROM t', { wrong }),
    'the real data',
  );
  expect(findings.map(({ path }) => path)).toEqual(['wrong.0.answer']);
});

test('a query that runs with the optimiser alone is a difference', async () => {
  const findings = await proveOptimiser(
    wrongAbout('FROM t', 'FROM nowhere'),
    exercise('SELECT name FROM t'),
    'the real data',
  );
  expect(findings.map(({ path }) => path)).toEqual(['solution']);
});

test.each([
  [
    'rows that tie at a limit are free',
    'SELECT name FROM t ORDER BY n DESC LIMIT 1',
    'DESC LIMIT 1',
    'DESC, name DESC LIMIT 1',
  ],
  ['rows stand in any order', 'SELECT name FROM t', 'FROM t', 'FROM (FROM t ORDER BY name DESC)'],
  ['nothing differs', 'SELECT name, n FROM t WHERE n > 1', 'no such text', ''],
])('finds nothing where %s', async (_case, solution, from, to) => {
  expect(await proveOptimiser(wrongAbout(from, to), exercise(solution), 'the real data')).toEqual([]);
});

test('a row beyond the tie is a difference', async () => {
  const findings = await proveOptimiser(
    wrongAbout('DESC LIMIT 1', 'ASC LIMIT 1'),
    exercise('SELECT name FROM t ORDER BY n DESC LIMIT 1'),
    'the real data',
  );
  expect(findings).toHaveLength(1);
});
