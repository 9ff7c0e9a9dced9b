import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { type Compare } from '#src/compare/compare-rules.ts';
import { toWitnessStatements, type WitnessTableShape } from '#src/witnesses/witness.ts';
import type { CompiledWitness } from '../compiled-checks.ts';
import { rankAnswers } from '#src/verifying/rank-answers.ts';
import { findTextChange } from '../causes/text-change.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import type { Verdict } from '../verdict.ts';

const tables: WitnessTableShape[] = [
  {
    name: 'trees',
    primaryKey: ['name'],
    foreignKeys: [],
    columns: [
      { name: 'name', type: 'VARCHAR', nullable: false },
      { name: 'side', type: 'VARCHAR', nullable: true },
      { name: 'height', type: 'BIGINT', nullable: true },
    ],
  },
  {
    name: 'sides',
    primaryKey: ['side'],
    foreignKeys: [],
    columns: [{ name: 'side', type: 'VARCHAR', nullable: false }],
  },
];
/** A tree of just the height that is asked for, one without, and two equals. */
const witness: CompiledWitness = {
  nearMisses: [],
  tables: [
    {
      name: 'trees',
      columns: ['name', 'side', 'height'],
      rows: [
        ['ash', 'north', '20'],
        ['elm', 'north', '21'],
        ['fir', null, null],
        ['yew', 'south', '21'],
      ],
    },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(
    "CREATE TABLE trees AS FROM (VALUES ('oak', 'north', 30), ('elm', 'south', 25), ('fir', 'south', 5)) t(name, side, height)",
  );
  await database.query("CREATE TABLE sides AS FROM (VALUES ('north'), ('south')) t(side)");
});
afterAll(() => database.close());

async function judge(
  solution: string,
  answer: string,
  rules: Partial<Compare> = {},
  witnesses = [witness],
): Promise<Verdict> {
  const exercise = { solution, wrong: [], compare: compareSchema.parse(rules) };
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses, nearMisses: [] };
  return runAndJudge(database, exercise, answer, { compiled, tables });
}

const tall = 'SELECT name FROM trees WHERE height > 20';

test.each([
  ['the model answer', tall, tall],
  ['other words', tall, 'SELECT t.name FROM trees t WHERE NOT height <= 20'],
  ['a table by its full name', tall, 'SELECT trees.name FROM memory.main.trees WHERE height > 20'],
  [
    'a table that the example does not hold',
    tall,
    'SELECT name FROM trees LEFT JOIN sides USING (side) WHERE height > 20 OR name = side',
  ],
  ['tables of its own', tall, 'CREATE TABLE mine AS FROM trees; SELECT name FROM mine WHERE height > 20'],
  [
    'a model answer that fails on the example',
    "SELECT name FROM trees WHERE height > 20 AND CAST(coalesce(side, 'x') = 'north' OR side = 'south' OR error('no side') AS BOOLEAN)",
    tall,
  ],
])('accepts %s', async (_case, solution, answer) => {
  expect(await judge(solution, answer)).toEqual({ kind: 'correct' });
});

test.each([
  [
    'another table joined for nothing, and the slip beside it',
    'SELECT t.name FROM trees t LEFT JOIN sides s ON s.side = t.side WHERE height >= 20',
  ],
  [
    'another table asked whether it has rows',
    'SELECT name FROM trees WHERE height >= 20 AND EXISTS (FROM sides)',
  ],
  ['another table as a text', "SELECT name FROM trees WHERE height >= 20 AND EXISTS (FROM 'sides')"],
  [
    'another table by its full name',
    'SELECT name FROM trees WHERE height >= 20 AND EXISTS (FROM memory.main.sides)',
  ],
  [
    'a table of its own in the main schema',
    'CREATE TABLE main.mine AS FROM trees; SELECT name FROM memory.main.mine WHERE height >= 20',
  ],
])('tries an answer that reads %s', async (_case, answer) => {
  expect(await judge(tall, answer)).toMatchObject({ kind: 'right-here-only' });
});

test('a query that cannot run on the example is refused, and the example says why', async () => {
  const answer =
    'WITH wide AS (PIVOT trees ON name USING first(height)) SELECT name FROM trees WHERE height > 20 AND (SELECT oak FROM wide WHERE oak IS NOT NULL) > 0';
  expect(await judge(tall, answer)).toMatchObject({
    kind: 'right-here-only',
    error: expect.stringContaining('oak') as string,
  });
});

test('a table of its own in the main schema is no reason to refuse', async () => {
  const answer = 'CREATE TABLE main.mine AS FROM trees; SELECT name FROM memory.main.mine WHERE height > 20';
  expect(await judge(tall, answer)).toEqual({ kind: 'correct' });
});

test('shows the rows that break an answer, with what differs marked', async () => {
  expect(await judge(tall, 'SELECT name FROM trees WHERE height >= 20')).toEqual({
    kind: 'right-here-only',
    tables: [
      {
        name: 'trees',
        columns: [
          { name: 'name', type: 'VARCHAR' },
          { name: 'height', type: 'BIGINT' },
        ],
        rows: [['ash', 20]],
        rowCount: 1,
      },
    ],
    found: {
      columns: [{ name: 'name', type: 'VARCHAR' }],
      rows: [['ash']],
      rowCount: 1,
      marks: [[0, 0]],
    },
    expected: {
      columns: [{ name: 'name', type: 'VARCHAR' }],
      rows: [],
      rowCount: 0,
      marks: [],
    },
  });
});

test.each<[string, string, string, Partial<Compare>, object]>([
  [
    'one cell of a row',
    'SELECT name, coalesce(height, 0) FROM trees',
    'SELECT name, height FROM trees',
    {},
    { found: { marks: [[0, 1]] }, expected: { marks: [[0, 1]] } },
  ],
  [
    'one cell beside a gap in both',
    'SELECT count(*), max(height) FROM trees WHERE side IS NULL',
    'SELECT count(height) + (SELECT 0 * count(*) FROM trees), max(height) FROM trees WHERE side IS NULL',
    {},
    { found: { marks: [[0, 0]] }, expected: { marks: [[0, 0]] } },
  ],
  [
    'a row in another order',
    'SELECT name FROM trees WHERE height > 20 ORDER BY height DESC, name DESC',
    'SELECT name FROM trees WHERE height > 20 ORDER BY height DESC, name',
    { order: 'required' },
    {
      found: { rows: [['elm'], ['yew']], marks: [[0, 0]] },
      expected: { rows: [['yew'], ['elm']], marks: [[0, 0]] },
    },
  ],
  [
    'one number',
    'SELECT count(*) FROM trees',
    'SELECT count(height) FROM trees',
    {},
    { found: { rows: [[0]], marks: [[0, 0]] }, expected: { rows: [[1]], marks: [[0, 0]] } },
  ],
  [
    'a number typed in',
    'SELECT count(*) FROM trees',
    'SELECT 3 FROM trees LIMIT 1',
    {},
    { found: { rows: [[3]] }, expected: { rows: [[1]] } },
  ],
  [
    'a query in brackets with two rows',
    'SELECT max(height) FROM trees',
    "SELECT height FROM trees WHERE name = (SELECT name FROM trees ORDER BY height DESC LIMIT 1) AND height >= (SELECT height FROM trees WHERE side = 'north')",
    {},
    { error: expect.stringContaining('More than one row') as string, expected: { rows: [[21]] } },
  ],
  [
    'what a view of its own leaves out',
    tall,
    'CREATE VIEW mine AS FROM trees WHERE height <> 21; SELECT name FROM mine WHERE height > 20',
    {},
    {
      found: { rows: [] },
      expected: {
        marks: [[0, 0]],
      },
    },
  ],
])('refuses an answer that differs in %s', async (_case, solution, answer, rules, expected) => {
  expect(await judge(solution, answer, rules)).toMatchObject({ kind: 'right-here-only', ...expected });
});

test('the smallest of the databases that break an answer is shown', async () => {
  const [table] = witness.tables;
  const small = {
    nearMisses: [],
    tables: [{ name: 'trees', columns: table?.columns ?? [], rows: [['box', null, '20']] }],
  };
  const verdict = await judge(tall, 'SELECT name FROM trees WHERE height >= 20', {}, [witness, small]);
  expect(verdict).toMatchObject({ kind: 'right-here-only', tables: [{ rows: [['box', 20]] }] });
});

const atLeast = 'SELECT name FROM trees WHERE height >= 20';
const sentence = 'Look at the edge of your condition.';

test('a slip that only the example shows is named by its result there', async () => {
  const exercise = { solution: tall, wrong: [], compare: compareSchema.parse({}) };
  await database.query('CREATE SCHEMA s');
  await database.query('USE s');
  for (const sql of toWitnessStatements(witness, tables, 'w').slice(1))
    await database.query(sql.replaceAll('"w".', ''));
  const fingerprint = (await toFingerprint(database, atLeast, exercise.compare)) ?? '';
  await database.query('USE main');
  await database.query('DROP SCHEMA s CASCADE');
  const compiled = {
    ...(await rankAnswers(database, exercise)),
    witnesses: [
      { ...witness, nearMisses: [{ fingerprint, sentence, change: findTextChange([tall], atLeast) }] },
    ],
    nearMisses: [],
  };
  const judgeSlip = (answer: string) => runAndJudge(database, exercise, answer, { compiled, tables });
  const named = await judgeSlip('SELECT t.name FROM trees AS t WHERE 20 <= t.height');
  expect(named).toMatchObject({ kind: 'right-here-only', nearMiss: sentence, tables: [{ rowCount: 1 }] });
  expect(toVerdictWords(named).body).toMatch(/^Look at the edge of your condition\. Here is a small example/);
  const other = await judgeSlip('SELECT name FROM trees WHERE height > 21');
  expect(other).toMatchObject({ kind: 'right-here-only' });
  expect(other).not.toHaveProperty('nearMiss');
});

test("a declared mistake that only the example shows gets the author's words, and the example", async () => {
  const exercise = {
    solution: tall,
    wrong: [
      { answer: 'SELECT name FROM trees', feedback: 'This takes all trees.' },
      { answer: atLeast, feedback: 'Does a tree of just 20 count?' },
    ],
    compare: compareSchema.parse({}),
  };
  const compiled = {
    ...(await rankAnswers(database, exercise)),
    witnesses: [witness],
    wrongOnWitnesses: [1],
    nearMisses: [],
  };
  for (const answer of [atLeast, 'SELECT name FROM trees WHERE 20 <= height']) {
    const verdict = await runAndJudge(database, exercise, answer, { compiled, tables });
    expect(verdict).toMatchObject({
      kind: 'known-mistake',
      feedback: 'Does a tree of just 20 count?',
      difference: { kind: 'right-here-only', tables: [{ rows: [['ash', 20]] }] },
    });
  }
});

test('a wrong answer is not run on the witnesses, and the real tables are as they were', async () => {
  expect(await judge(tall, 'SELECT name FROM trees')).toMatchObject({ kind: 'wrong-rows' });
  expect((await database.query('SELECT count(*) FROM trees')).rows).toEqual([[3]]);
  expect((await database.query('SELECT count(*) FROM duckdb_tables()')).rows).toEqual([[2]]);
});

const count = 'SELECT count(*) FROM trees WHERE height > 24';

test.each([
  ['a table that the example does not hold', 'SELECT 2 FROM sides LIMIT 1'],
  ['a column by its full name', 'SELECT 2 FROM main.trees WHERE main.trees.height = 30'],
  [
    'a view in place of the table',
    'CREATE OR REPLACE VIEW trees AS FROM other.main.trees; SELECT 2 FROM trees LIMIT 1',
  ],
  ['a list and a table beside it', 'SELECT 2 FROM (SELECT 1) WHERE EXISTS (FROM sides)'],
])('refuses a number typed in beside %s', async (_case, answer) => {
  const verdict = await judgeAsOnThePage(count, answer);
  expect(['right-here-only', 'other-means']).toContain(verdict.kind);
});

test.each([
  ['columns by their full names', 'SELECT count(*) FROM main.trees WHERE main.trees.height > 24'],
  ['a table by its database', 'SELECT count(t.name) FROM other.main.trees AS t WHERE t.height > 24'],
  [
    'a table that the example does not hold',
    'SELECT count(*) FROM trees LEFT JOIN sides USING (side) WHERE height > 24',
  ],
  [
    'the table after TABLE',
    'WITH all_trees AS (TABLE main.trees) SELECT count(*) FROM all_trees WHERE height > 24',
  ],
])('accepts %s', async (_case, answer) => {
  expect(await judgeAsOnThePage(count, answer)).toEqual({ kind: 'correct' });
});

/** With the tables in a database of their own and views of them in `main`. */
async function judgeAsOnThePage(solution: string, answer: string): Promise<Verdict> {
  const page = await createNativeDatabase();
  for (const sql of [
    'SET errors_as_json = true',
    "ATTACH ':memory:' AS other",
    "CREATE TABLE other.trees AS FROM (VALUES ('oak', 'north', 30), ('elm', 'south', 25), ('fir', 'south', 5)) t(name, side, height)",
    "CREATE TABLE other.sides AS FROM (VALUES ('north'), ('south')) t(side)",
    'CREATE VIEW main.trees AS FROM other.main.trees',
    'CREATE VIEW main.sides AS FROM other.main.sides',
  ]) {
    await page.query(sql);
  }
  const exercise = { solution, wrong: [], compare: compareSchema.parse({}) };
  const verdict = await runAndJudge(page, exercise, answer, {
    compiled: { witnesses: [witness], nearMisses: [] },
    tables,
  });
  page.close();
  return verdict;
}
