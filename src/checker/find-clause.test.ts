import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { findTextChange } from './causes/text-change.ts';
import { findClause } from './find-clause.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(`CREATE TABLE trees AS FROM (VALUES
    ('oak', 'north', 30), ('elm', 'north', 20), ('ash', 'south', 20), ('yew', 'south', 12), ('fir', 'south', 5)) t(name, side, height)`);
  await database.query(
    "CREATE TABLE sides AS FROM (VALUES ('north', 'cold'), ('south', 'warm'), ('east', 'dry')) t(side, air)",
  );
});
afterAll(() => database.close());

const compare = compareSchema.parse({});
const groups = 'SELECT side, count(*) FROM trees WHERE height > 10 GROUP BY side HAVING count(*) > 1';
const top = 'SELECT name FROM trees WHERE height > 10 ORDER BY height DESC LIMIT 2';

test.each([
  [
    'too few rows',
    'SELECT name FROM trees WHERE height > 10',
    'SELECT name FROM trees WHERE height > 20',
    'Look at your `WHERE`: it keeps 1 row, and the answer needs more.',
  ],
  [
    'as many rows, but others',
    "SELECT name FROM trees WHERE side = 'north'",
    'SELECT name FROM trees WHERE height = 20',
    'Look at your `WHERE`: it keeps as many rows as the answer needs, but other ones.',
  ],
  [
    'as many rows, but others, before groups',
    "SELECT side, count(*) FROM trees WHERE side = 'north' GROUP BY side",
    'SELECT side, count(*) FROM trees WHERE height = 20 GROUP BY side',
    'Look at your `WHERE`: it keeps as many rows as the answer needs, but other ones.',
  ],
  [
    'no condition',
    'SELECT name FROM trees WHERE height > 10',
    'SELECT name FROM trees',
    'Your query has no `WHERE`: it takes all 5 rows, and the answer needs only some of them.',
  ],
  [
    'the wrong table',
    'SELECT side FROM trees WHERE height > 10',
    'SELECT side FROM sides',
    'Look at your `FROM`: the table `sides` gives 3 rows, and the answer needs more.',
  ],
  [
    'a join without its condition',
    'SELECT name, air FROM trees JOIN sides USING (side)',
    'SELECT name, air FROM trees, sides',
    'Look at your `FROM` and how it joins the tables: it gives 15 rows, and the answer needs fewer.',
  ],
  [
    'no groups',
    groups,
    'SELECT side, 1 FROM trees WHERE height > 10',
    'Your query has no `GROUP BY`: the answer has one row for each group.',
  ],
  [
    'groups that nobody asked for',
    'SELECT count(*) FROM trees',
    'SELECT count(*) FROM trees GROUP BY side',
    'Look at your `GROUP BY`: does the task ask for groups?',
  ],
  [
    'other groups',
    groups,
    groups.replace('BY side', 'BY side, name'),
    'Look at your `GROUP BY`: it makes 4 groups, and the answer needs fewer.',
  ],
  [
    'other groups kept',
    groups,
    groups.replace('(*) > 1', '(*) > 2'),
    'Look at your `HAVING`: it keeps no groups, and the answer needs some.',
  ],
  [
    'all groups',
    groups.replace('(*) > 1', '(*) > 2'),
    groups.replace(/ HAVING.*/, ''),
    'Your query has no `HAVING`: it shows all 2 groups, and the answer needs only some of them.',
  ],
  [
    'repeats',
    'SELECT DISTINCT side FROM trees',
    'SELECT side FROM trees',
    'Some rows stand more than once in your result. Which word after `SELECT` leaves repeats out?',
  ],
  [
    'repeats left out',
    'SELECT side FROM trees',
    'SELECT DISTINCT side FROM trees',
    'Look at your `DISTINCT`: it takes away rows that the answer shows.',
  ],
  [
    'rows that are not summed up',
    'SELECT avg(height) FROM trees',
    'SELECT height FROM trees',
    'Your query shows rows one by one. The answer is a single row that sums them up: which function does that?',
  ],
  [
    'rows that are summed up',
    'SELECT height FROM trees',
    'SELECT sum(height) FROM trees',
    'Your query sums all rows up in a single one. The answer shows more rows than that.',
  ],
  ['an offset', top, `${top} OFFSET 1`, 'Look at your `OFFSET`: it leaves out the first rows.'],
  [
    'another limit',
    top,
    top.replace('2', '3'),
    'Look at your `LIMIT`: it keeps 3 rows, and the answer needs fewer.',
  ],
  [
    'no limit',
    top,
    top.replace(' LIMIT 2', ''),
    'Your query has no `LIMIT`: it shows all 4 rows, and the answer needs only some of them.',
  ],
  [
    'another sort',
    top,
    top.replace(' DESC', ''),
    'Look at your `ORDER BY`: it decides which rows `LIMIT` keeps.',
  ],
  [
    'no sort',
    top,
    top.replace(' ORDER BY height DESC', ''),
    'Your query has no `ORDER BY`: without it, which rows `LIMIT` keeps is left to luck.',
  ],
])('names the clause of %s', async (_case, solution, answer, sentence) => {
  expect(await findClause(database, { answer, solution, compare }, '_t1')).toBe(sentence);
});

test.each([
  ['other columns', 'SELECT name FROM trees', 'SELECT side FROM trees'],
  ['other columns before a limit', top, top.replace('name', 'side')],
  [
    'a query that is not plain',
    'SELECT name FROM trees',
    'WITH t AS (FROM trees) SELECT name FROM t WHERE false',
  ],
  ['a query without a table', 'SELECT name FROM trees', 'SELECT 1'],
  [
    'rows chosen after the groups',
    groups,
    "SELECT side, sum(height) FROM trees GROUP BY side HAVING side = 'north'",
  ],
  [
    'rows chosen by FILTER',
    'SELECT count(*) FROM trees WHERE height > 10',
    'SELECT count(*) FILTER (WHERE height > 20) FROM trees',
  ],
  [
    'groups in place of DISTINCT, and other columns',
    'SELECT DISTINCT side FROM trees',
    "SELECT 'x' || side FROM trees GROUP BY side",
  ],
  ['an offset of nothing', 'SELECT name FROM trees', 'SELECT side FROM trees OFFSET 0'],
  [
    'DISTINCT that takes nothing away',
    'SELECT name FROM trees',
    'SELECT DISTINCT side, name FROM trees LIMIT 2',
  ],
  ['repeats that DISTINCT would not settle', 'SELECT DISTINCT side FROM trees', 'SELECT name FROM trees'],
  [
    'a clause that cannot stand alone',
    groups,
    'SELECT side, count(*) FROM trees WHERE height > 10 GROUP BY side HAVING error(side)',
  ],
])('leaves it out for %s', async (_case, solution, answer) => {
  expect(await findClause(database, { answer, solution, compare }, '_t1')).toBeUndefined();
});

test('a result that a slip gives is named by the slip, else by its clause; the author goes before both', async () => {
  const solution = 'SELECT name FROM trees WHERE height > 20';
  const slip = 'SELECT name FROM trees WHERE height >= 20';
  const sentence = 'Does the limit itself belong to your answer?';
  const compiled = {
    witnesses: [],
    nearMisses: [
      {
        fingerprint: (await toFingerprint(database, slip, compare)) ?? '',
        sentence,
        change: findTextChange([solution], slip),
      },
    ],
  };
  const exercise = { solution, compare, wrong: [] };
  const judge = async (answer: string, wrong: { answer: string; feedback: string }[] = []) => {
    const verdict = await runAndJudge(database, { ...exercise, wrong }, answer, { compiled });
    return { verdict, body: toVerdictWords(verdict).body };
  };
  const other = 'SELECT t.name FROM trees AS t WHERE 20 <= t.height';
  expect(await judge(other)).toMatchObject({
    verdict: { kind: 'wrong-rows', nearMiss: sentence },
    body: sentence,
  });
  expect(await judge('SELECT name FROM trees WHERE height > 10')).toMatchObject({
    verdict: { kind: 'wrong-rows', clause: expect.stringContaining('WHERE') as string },
    body: 'Look at your `WHERE`: it keeps 4 rows, and the answer needs fewer.',
  });
  expect((await judge(other, [{ answer: slip, feedback: 'More than means more.' }])).verdict).toMatchObject({
    kind: 'known-mistake',
    feedback: 'More than means more.',
    difference: { kind: 'wrong-rows' },
  });
});
