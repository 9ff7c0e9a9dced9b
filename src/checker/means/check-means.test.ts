import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { refusesSchema, requiresSchema } from '#src/exercises/sql/schema.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(
    "CREATE TABLE trees AS FROM (VALUES ('oak', 'north', 31), ('elm', 'north', 20), ('ash', 'south', 20)) t(name, side, height)",
  );
  await database.query(
    "CREATE TABLE sides AS FROM (VALUES ('north', 'cold'), ('south', 'warm')) t(side, air)",
  );
});
afterAll(() => database.close());

const judge = (solution: string, answer: string, means: { requires?: string[]; refuses?: string[] } = {}) =>
  runAndJudge(
    database,
    {
      solution,
      wrong: [],
      compare: compareSchema.parse({}),
      requires: requiresSchema.parse(means.requires ?? []),
      refuses: refusesSchema.parse(means.refuses ?? []),
    },
    answer,
  );

const total = 'SELECT sum(height) FROM trees';

test.each([
  ['a number typed in', 'SELECT 71'],
  ['a list of values', 'VALUES (71)'],
  ['a named query of it', 'WITH a AS (SELECT 71 AS n) SELECT n FROM a'],
  ['a table that nothing uses', 'WITH a AS (FROM trees) SELECT 71'],
  ['a table in a comment', 'SELECT 71 -- FROM trees'],
  ['a series', 'SELECT 71 FROM range(1)'],
])('an answer that reads no table never passes: %s', async (_case, answer) => {
  expect(await judge(total, answer)).toEqual({ kind: 'other-means', lacks: [], uses: ['literal-answer'] });
});

test.each([
  ['a count that the engine knows by heart', 'SELECT count(*) FROM trees', 'SELECT count(*) FROM trees'],
  ['a table made on the way', total, 'CREATE TABLE mine AS FROM trees; SELECT sum(height) FROM mine'],
  ['a table in brackets', total, 'SELECT (SELECT sum(height) FROM trees)'],
  ['a typed-in answer where the model answer is one', 'SELECT 1 + 1', 'SELECT 2'],
  [
    'a table that is known to give nothing',
    'SELECT name FROM trees WHERE height > 99',
    'SELECT name FROM trees WHERE 1 = 2',
  ],
])('accepts %s', async (_case, solution, answer) => {
  expect(await judge(solution, answer)).toEqual({ kind: 'correct' });
});

test.each([
  ["SELECT sum(height) FROM trees WHERE current_schema() = 'main'"],
  ['SELECT sum(height) FROM trees WHERE current_schema IS NOT NULL'],
  ["SELECT sum(height) FROM query('FROM trees')"],
  ["SELECT sum(height) FROM QUERY_TABLE(['trees'])"],
  ["CREATE MACRO m() AS TABLE FROM query('FROM trees'); SELECT sum(height) FROM m()"],
  ['SELECT sum(height) FROM trees WHERE EXISTS (FROM duckdb_tables())'],
  ['SELECT sum(height) FROM trees WHERE EXISTS (FROM information_schema.tables)'],
  ['SELECT sum(height) FROM trees WHERE EXISTS (FROM sqlite_master)'],
  ["SELECT sum(height) FROM trees WHERE EXISTS (FROM 'sqlite_master')"],
  ['SELECT sum(height) FROM trees WHERE EXISTS (SELECT name FROM (SHOW TABLES))'],
  ['SELECT sum(height) FROM trees WHERE random() < 2'],
  ['SELECT sum(height) FROM trees WHERE now() IS NOT NULL'],
])('refuses a right result that looks past the data: %s', async (answer) => {
  expect(await judge(total, answer)).toMatchObject({ kind: 'other-means', uses: ['reflection'] });
});

test('allows what the model answer uses itself', async () => {
  const solution = 'SELECT name FROM trees WHERE random() < 2';
  expect(await judge(solution, `${solution} AND true`)).toEqual({ kind: 'correct' });
});

const airs = 'SELECT name, air FROM trees JOIN sides USING (side)';

test.each([
  ['a join', airs, airs, { requires: ['join'] }],
  [
    'a join by a comma',
    airs,
    'SELECT name, air FROM trees t, sides s WHERE t.side = s.side',
    { requires: ['join'] },
  ],
  [
    'a window',
    'SELECT name, count(*) OVER () FROM trees',
    'SELECT name, count(*) OVER w FROM trees WINDOW w AS ()',
    { requires: ['window'] },
  ],
  ['a function in capitals', total, 'SELECT SUM(height) FROM trees', { requires: ['function:sum'] }],
  ['a refused word in a text', "SELECT 'JOIN' FROM trees", "SELECT 'JOIN' FROM trees", { refuses: ['join'] }],
  [
    'a join of a query in brackets',
    airs,
    'SELECT t.name, s.air FROM trees t, (SELECT side, air FROM sides) s WHERE t.side = s.side',
    { requires: ['join'] },
  ],
  ['a function as a method', total, 'SELECT height.sum() FROM trees', { requires: ['function:sum'] }],
  [
    'two whole queries in brackets',
    'SELECT name FROM trees',
    "(SELECT name FROM trees WHERE side = 'north') UNION ALL (SELECT name FROM trees WHERE side <> 'north')",
    { refuses: ['subquery'] },
  ],
  ['a limit where there is one row', total, `${total} LIMIT 1`, {}],
  ['a generous limit', 'SELECT name FROM trees', 'SELECT name FROM trees LIMIT 1000', {}],
  [
    'a limit where the model answer has one',
    'SELECT name FROM trees ORDER BY name LIMIT 3',
    'SELECT name FROM trees ORDER BY name LIMIT 3',
    {},
  ],
  [
    'a limit inside',
    'SELECT max(height) FROM trees',
    'SELECT height FROM (FROM trees ORDER BY height DESC LIMIT 1)',
    {},
  ],
  [
    'a year that the model answer has inside a date',
    "SELECT name, 2025 FROM trees WHERE '2025-01-01' > name OR height > 0",
    'SELECT name, 2025 FROM trees WHERE height > 0',
    { refuses: ['hard-coded-number'] },
  ],
  [
    'a number that the task gives',
    'SELECT 31 FROM trees WHERE height = 31',
    'SELECT height FROM trees WHERE height = 31',
    { refuses: ['hard-coded-number'] },
  ],
  [
    'a small number',
    'SELECT count(*) FROM trees',
    'SELECT count(*) FROM trees WHERE 3 > 2',
    { refuses: ['hard-coded-number'] },
  ],
])('accepts %s', async (_case, solution, answer, means) => {
  expect(await judge(solution, answer, means)).toEqual({ kind: 'correct' });
});

test.each([
  [
    'no join',
    airs,
    "SELECT name, CASE side WHEN 'north' THEN 'cold' ELSE 'warm' END FROM trees -- JOIN",
    { requires: ['join'] },
    'The task asks you to use a join.',
  ],
  [
    'a join that is not used',
    airs,
    "WITH j AS (FROM trees JOIN sides USING (side)) SELECT name, if(side = 'north', 'cold', 'warm') FROM trees",
    { requires: ['join'] },
    'The task asks you to use a join.',
  ],
  [
    'a limit that cuts nothing off today',
    'SELECT name FROM trees',
    'SELECT name FROM trees LIMIT 5',
    {},
    'The task asks for all such rows. With more of them in the table, `LIMIT` would leave some out.',
  ],
  [
    'a number of the answer typed in as text',
    total,
    "SELECT sum(height) - sum(height) + '71'::INTEGER FROM trees",
    { refuses: ['hard-coded-number'] },
    'When the data change, so must the answer. Let the query work the number out.',
  ],
  [
    'two constructs too few',
    total,
    total,
    { requires: ['window', 'case'] },
    'The task asks you to use a window function (`OVER`) and `CASE`.',
  ],
  [
    'what the task leaves out',
    total,
    'SELECT sum(height) FROM (FROM trees)',
    { refuses: ['subquery'] },
    'The task asks you to do without a query inside the query.',
  ],
  [
    'a number of the answer typed in',
    total,
    'SELECT sum(height) - sum(height) + 71 FROM trees',
    { refuses: ['hard-coded-number'] },
    'When the data change, so must the answer. Let the query work the number out.',
  ],
])('refuses %s', async (_case, solution, answer, means, body) => {
  const verdict = await judge(solution, answer, means);
  expect(verdict).toMatchObject({ kind: 'other-means' });
  expect(toVerdictWords(verdict)).toEqual({
    headline: expect.stringMatching(/^The result is right/) as string,
    body,
  });
});

test('an author may name only constructs that are known', () => {
  expect(requiresSchema.safeParse(['jion']).success).toBe(false);
  expect(requiresSchema.safeParse(['literal-answer']).success).toBe(false);
  expect(refusesSchema.safeParse(['function:round', 'hard-coded-number']).success).toBe(true);
});
