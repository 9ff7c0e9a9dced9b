import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { type Compare } from '#src/compare/compare-rules.ts';
import { judgeSql } from './judge-sql.ts';
import { rankAnswers } from '#src/verifying/rank-answers.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(`CREATE TABLE trees AS FROM (VALUES
    ('oak', 'north', 30, 1.5::DOUBLE), ('elm', 'north', 20, 0.3), ('ash', 'south', 20, 0.3), ('yew', 'south', 20, 2.5),
    ('fir', 'south', 5, 0.5), ('box', NULL, NULL, NULL)) t(name, side, height, girth)`);
});
afterAll(() => database.close());

/** Both ways of judging: what the learner reads, and what the build asks thousands of times. */
async function judge(solution: string, answer: string, rules: Partial<Compare>) {
  const exercise = { solution, wrong: [], compare: compareSchema.parse(rules) };
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
  const verdict = await runAndJudge(database, exercise, answer, { compiled });
  return { verdict, right: await judgeSql(database, { ...exercise, compiled }, answer) };
}

test.each([
  ['HUGEINT', 'sum(0)', 'sum(0) - 1'],
  ['DECIMAL', '0.00::DECIMAL(38,2)', '-0.01::DECIMAL(38,2)'],
])('minus one is not zero in %s, although their hashes are equal', async (_type, zero, minusOne) => {
  const { verdict, right } = await judge(
    `SELECT ${zero} FROM trees LIMIT 1`,
    `SELECT ${minusOne} FROM trees LIMIT 1`,
    {},
  );
  expect([verdict.kind, right]).toEqual(['wrong-values', false]);
});

const required = { order: 'required' } as const;
const byHeight = 'SELECT name FROM trees ORDER BY height DESC';
const firstTwo = `${byHeight} LIMIT 2`;
const pick = (names: string, order = '') =>
  `SELECT name FROM trees WHERE name IN (${names}) ORDER BY height DESC${order}`;

test.each<[string, string, string, Partial<Compare>]>([
  [
    'columns in any order where ties are cut',
    'SELECT name, height FROM trees ORDER BY height DESC LIMIT 2',
    'SELECT height AS h, name AS n FROM trees ORDER BY height DESC LIMIT 2',
    { columns: 'any-order' },
  ],
  [
    'columns of the same values in any order',
    'SELECT i % 7 AS a, i * 2 % 7 AS b, i * 3 % 7 AS c, i * 4 % 7 AS d, i * 5 % 7 AS e, name FROM trees, range(1, 7) r(i)',
    'SELECT name, i * 5 % 7, i * 4 % 7, i * 3 % 7, i * 2 % 7, i % 7 FROM trees, range(1, 7) r(i)',
    { columns: 'any-order' },
  ],
  ['a sort in a named query', byHeight, `WITH a AS MATERIALIZED (${byHeight}) SELECT name FROM a`, required],
  [
    'the first of each kind',
    'SELECT DISTINCT ON (side) side, name FROM trees ORDER BY side, height DESC, name',
    'SELECT side, arg_max(name, (height, -ascii(name))) FROM trees WHERE side IS NOT NULL GROUP BY side UNION ALL SELECT side, name FROM trees WHERE side IS NULL ORDER BY side',
    required,
  ],
  ['ties on a key that is not shown', byHeight, `${byHeight}, name DESC`, required],
  ['one of the rows that tie at the limit', firstTwo, pick("'oak', 'yew'"), required],
  ['another one', firstTwo, pick("'oak', 'ash'"), required],
  [
    'one of them where the order is free',
    firstTwo,
    "SELECT name FROM trees WHERE name IN ('elm', 'oak')",
    {},
  ],
  ['ties on both sides of an offset', `${byHeight} LIMIT 2 OFFSET 2`, pick("'elm', 'yew'"), required],
  ['all rows when the limit is beyond them', `${byHeight} LIMIT 50`, `${byHeight}, name`, required],
  ['no rows for a limit of none', `${byHeight} LIMIT 0`, 'SELECT name FROM trees LIMIT 0', required],
  [
    'tied sums up to noise',
    'SELECT name, girth FROM trees WHERE height = 20 ORDER BY girth LIMIT 1',
    "SELECT name, 0.1::DOUBLE + 0.2::DOUBLE FROM trees WHERE name = 'ash'",
    required,
  ],
  [
    'a row twice where two of the same tie',
    'SELECT side FROM trees ORDER BY height DESC LIMIT 3',
    "SELECT side FROM trees WHERE name IN ('oak', 'ash', 'yew') ORDER BY height DESC",
    required,
  ],
  [
    'a sort inside a query whose order is kept',
    byHeight,
    `WITH t AS (${byHeight}) SELECT name FROM t`,
    required,
  ],
  [
    'a sorted union',
    "SELECT 'a' AS x UNION SELECT 'b' ORDER BY x",
    "SELECT 'b' AS x UNION SELECT 'a' ORDER BY 1",
    required,
  ],
  ['one row without a sort', `${byHeight} LIMIT 1`, "SELECT name FROM trees WHERE name = 'oak'", required],
  [
    'columns in any order',
    'SELECT name, side FROM trees',
    'SELECT side, name FROM trees',
    { columns: 'any-order' },
  ],
  [
    'columns in any order with two alike',
    'SELECT height, height AS again, name FROM trees ORDER BY height',
    'SELECT name, height, height FROM trees ORDER BY height',
    { columns: 'any-order', order: 'required' },
  ],
  [
    'columns of two kinds in any order, each in the other kind',
    'SELECT name, height FROM trees WHERE height > 20',
    'SELECT height::VARCHAR, name FROM trees WHERE height > 20',
    { columns: 'any-order' },
  ],
  [
    'rows that tie the other way round, beside numbers up to noise',
    'SELECT name, girth FROM trees ORDER BY height DESC',
    'SELECT name, girth + 1e-13 FROM trees ORDER BY height DESC, name DESC',
    required,
  ],
  [
    'one settled order of numbers up to noise',
    "SELECT name, girth FROM trees WHERE name <> 'box' ORDER BY name",
    "SELECT name, girth - 1e-13 FROM trees WHERE name <> 'box' ORDER BY name",
    required,
  ],
  [
    'named columns in any order with ties at the limit',
    'SELECT name, height FROM trees ORDER BY height DESC LIMIT 2',
    'SELECT height, name FROM trees ORDER BY height DESC, name DESC LIMIT 2',
    { columns: 'any-order' },
  ],
])('accepts %s', async (_case, solution, answer, rules) => {
  expect(await judge(solution, answer, rules)).toEqual({ verdict: { kind: 'correct' }, right: true });
});

test.each<[string, string, string, Partial<Compare>, object]>([
  [
    'a row from below the ties',
    firstTwo,
    pick("'oak', 'fir'"),
    required,
    { kind: 'wrong-rows', missingCount: 1 },
  ],
  ['ties without the row above them', firstTwo, pick("'elm', 'yew'"), required, { kind: 'wrong-rows' }],
  ['a tied row twice', firstTwo, "SELECT 'elm' FROM range(2) ORDER BY 1", {}, { kind: 'wrong-rows' }],
  [
    'tied rows that stand before the first',
    firstTwo,
    `SELECT name FROM (${firstTwo}) ORDER BY name`,
    required,
    { kind: 'wrong-order', row: 1, found: ['elm'] },
  ],
  [
    'hidden keys the other way round',
    byHeight,
    'SELECT name FROM trees ORDER BY height NULLS FIRST',
    required,
    { kind: 'wrong-order', row: 1, found: ['box'] },
  ],
  [
    'a limit too many',
    firstTwo,
    `${byHeight} LIMIT 3`,
    required,
    { kind: 'wrong-rows', expectedCount: 2, foundCount: 3, missingCount: 0 },
  ],
  [
    'columns in another order where that counts',
    'SELECT name, side FROM trees',
    'SELECT side, name FROM trees',
    {},
    { kind: 'wrong-columns', wantedOrder: ['name', 'side'] },
  ],
  [
    'one settled order the other way round',
    'SELECT name, girth FROM trees ORDER BY name',
    'SELECT name, girth + 1e-13 FROM trees ORDER BY name DESC',
    required,
    { kind: 'wrong-order', row: 1 },
  ],
  [
    'columns of two kinds with a wrong one',
    'SELECT name, height FROM trees',
    'SELECT name, height + 1 FROM trees',
    { columns: 'any-order' },
    { kind: 'wrong-values' },
  ],
  [
    'a number without end in place of one',
    'SELECT name, girth FROM trees',
    "SELECT name, CASE name WHEN 'oak' THEN 'inf'::DOUBLE ELSE girth END FROM trees",
    {},
    { kind: 'wrong-values' },
  ],
  [
    'the right values in other rows, columns in any order',
    'SELECT name, height FROM trees WHERE height > 20 OR height < 10',
    "SELECT height, CASE name WHEN 'oak' THEN 'fir' ELSE 'oak' END FROM trees WHERE height > 20 OR height < 10",
    { columns: 'any-order' },
    { kind: 'wrong-values' },
  ],
])('refuses %s', async (_case, solution, answer, rules, expected) => {
  const { verdict, right } = await judge(solution, answer, rules);
  expect(verdict).toMatchObject(expected);
  expect(right).toBe(false);
});

test.each([
  ['rows that stand right by luck', "SELECT name FROM trees WHERE name IN ('oak', 'elm')"],
  ['a sort that a join may undo', `SELECT name FROM (${pick("'oak', 'elm'")}) JOIN trees USING (name)`],
  [
    'a sort for a window only',
    "SELECT name FROM (SELECT name, rank() OVER (ORDER BY height DESC) FROM trees WHERE name IN ('oak', 'elm'))",
  ],
])('asks for a sort of %s', async (_case, answer) => {
  const { verdict } = await judge(pick("'oak', 'elm'"), answer, required);
  expect(verdict).toEqual({ kind: 'wrong-order', unsorted: true });
});

test('an answer is judged right by the build whether or not it sorts', async () => {
  const { right } = await judge(
    "SELECT 'a' AS x UNION ALL SELECT 'b' ORDER BY x",
    "VALUES ('a'), ('b')",
    required,
  );
  expect(right).toBe(true);
});

test('a query that does not run is not right, and a model answer that does not is our own fault', async () => {
  const exercise = { solution: byHeight, compare: compareSchema.parse({}) };
  expect(await judgeSql(database, exercise, 'SELECT nope FROM trees')).toBe(false);
  expect(await judgeSql(database, exercise, 'SELECT CAST(name AS INTEGER)::VARCHAR FROM trees')).toBe(false);
  await expect(judgeSql(database, { ...exercise, solution: 'SELECT nope' }, byHeight)).rejects.toThrow(
    /nope/,
  );
});

test.each([
  ['other averages', 'SELECT avg(height) FROM trees', 'SELECT avg(height) + 0.001 FROM trees', false],
  [
    'averages up to noise',
    'SELECT avg(girth) FROM trees',
    'SELECT sum(girth) / count(girth) FROM trees',
    true,
  ],
  [
    'numbers that have changed rows',
    'SELECT name, girth FROM trees',
    "SELECT CASE name WHEN 'oak' THEN 'yew' WHEN 'yew' THEN 'oak' ELSE name END, girth FROM trees",
    false,
  ],
  ['NaN beside NaN', "SELECT 'nan'::DOUBLE", "SELECT 'nan'::DOUBLE", true],
  ['NaN beside a number', "SELECT 'nan'::DOUBLE", 'SELECT 1::DOUBLE', false],
  ['a column too many', 'SELECT name FROM trees', 'SELECT name, 1 FROM trees', false],
])('the build judges %s', async (_case, solution, answer, right) => {
  expect(await judgeSql(database, { solution, compare: compareSchema.parse({}) }, answer)).toBe(right);
});
