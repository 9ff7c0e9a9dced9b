import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { rankAnswers } from '#src/verifying/rank-answers.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';

const column = (name: string, type = 'VARCHAR') => ({ name, type, nullable: true });
const tables: WitnessTableShape[] = [
  {
    name: 'trees',
    columns: [column('tree'), column('park'), column('height', 'BIGINT')],
    primaryKey: ['tree'],
    foreignKeys: [],
  },
  {
    name: 'bodies',
    columns: [column('code'), column('title'), column('staff', 'BIGINT')],
    primaryKey: ['code'],
    unique: [['title']],
    foreignKeys: [],
  },
];

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    "CREATE TABLE trees AS FROM (VALUES ('oak', 'north', 31), ('elm', 'north', 20), ('ash', 'south', 20)) t(tree, park, height)",
  );
  await database.query(
    "CREATE TABLE bodies AS FROM (VALUES ('A', 'Archive', 5), ('B', 'Bureau', 5), ('C', 'Court', 7)) t(code, title, staff)",
  );
});
afterAll(() => database.close());

async function judge(solution: string, answer: string, order: 'required' | 'ignored' = 'ignored') {
  const exercise = { solution, wrong: [], compare: compareSchema.parse({ order }) };
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
  return runAndJudge(database, exercise, answer, { compiled, tables });
}

const all = 'SELECT tree FROM trees';
const total = 'SELECT sum(height) FROM trees';

test.each([
  ['a limit in brackets', all, `${all} LIMIT (3)`],
  ['a limit worked out', all, `${all} LIMIT (2 + 1)`],
  ['a limit in a subquery', all, 'SELECT tree FROM (FROM trees LIMIT 3)'],
  ['a limit in a named query', total, 'WITH t AS (FROM trees LIMIT 3) SELECT sum(height) FROM t'],
  ['a fetch', total, 'SELECT sum(height) FROM (SELECT * FROM trees FETCH FIRST 3 ROWS ONLY)'],
  ['a sample of rows', all, `${all} USING SAMPLE 3 ROWS`],
  ['a sample of all rows', all, `${all} USING SAMPLE 100 PERCENT`],
  ['a sample of a table', total, 'SELECT sum(height) FROM trees TABLESAMPLE RESERVOIR(3 ROWS)'],
  ['a row number', all, `${all} QUALIFY row_number() OVER () <= 3`],
  [
    'a row number inside',
    all,
    'SELECT tree FROM (SELECT *, row_number() OVER () AS n FROM trees) WHERE n <= 3',
  ],
  [
    'a limit on groups',
    'SELECT count(DISTINCT park) FROM trees',
    'SELECT count(*) FROM (SELECT DISTINCT park FROM trees LIMIT 2)',
  ],
  [
    'one row by a limit',
    "SELECT tree FROM trees WHERE park = 'south'",
    "SELECT tree FROM trees WHERE park = 'south' LIMIT 1",
  ],
])('refuses %s that keeps all rows of today', async (_case, solution, answer) => {
  expect(await judge(solution, answer)).toMatchObject({ kind: 'other-means' });
});

const top = 'SELECT tree FROM trees ORDER BY height DESC, tree LIMIT 2';

test.each([
  ["the task's own number", top, top],
  [
    "the task's own number by a rank",
    top,
    'SELECT tree FROM trees QUALIFY row_number() OVER (ORDER BY height DESC, tree) <= 2 ORDER BY height DESC, tree',
  ],
  [
    'the highest by a sort',
    'SELECT max(height) FROM trees',
    'SELECT (SELECT height FROM trees ORDER BY height DESC LIMIT 1)',
  ],
  [
    'one row of a key',
    "SELECT height FROM trees WHERE tree = 'oak'",
    "SELECT height FROM trees WHERE tree = 'oak' LIMIT 1",
  ],
  ['one row of a sum', total, `${total} LIMIT 1`],
  ['whether there is a row', all, 'SELECT tree FROM trees WHERE EXISTS (FROM trees LIMIT 1)'],
  ['the first row of each key', all, `${all} QUALIFY row_number() OVER (PARTITION BY tree) = 1`],
])('accepts %s', async (_case, solution, answer) => {
  const order = solution === top ? 'required' : 'ignored';
  expect(await judge(solution, answer, order)).toEqual({ kind: 'correct' });
});

test('a table whose key is a number or a day grows too', async () => {
  const byNumber: WitnessTableShape = {
    name: 'visits',
    columns: [column('id', 'INTEGER'), column('day', 'DATE'), column('people', 'BIGINT')],
    primaryKey: ['id'],
    foreignKeys: [],
  };
  await database.query(
    "CREATE OR REPLACE TABLE visits AS SELECT id::INTEGER AS id, DATE '2024-02-29' + id::INTEGER AS day, 10 * id AS people FROM range(4) AS t(id)",
  );
  for (const shape of [byNumber, { ...byNumber, primaryKey: ['day'] }]) {
    const exercise = { solution: 'SELECT people FROM visits', wrong: [], compare: compareSchema.parse({}) };
    const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
    const judgeVisits = (answer: string) =>
      runAndJudge(database, exercise, answer, { compiled, tables: [shape] });
    expect(await judgeVisits('SELECT people FROM (FROM visits LIMIT 4)')).toMatchObject({
      kind: 'other-means',
      uses: ['row-count'],
    });
    expect(await judgeVisits('SELECT people FROM visits LIMIT 100000000')).toEqual({ kind: 'correct' });
  }
});

test('where a name is unique, a rank by it may stand for a limit', async () => {
  const solution = 'SELECT code FROM bodies ORDER BY staff, title LIMIT 2';
  const ranked = 'SELECT code FROM bodies QUALIFY rank() OVER (ORDER BY staff, title) <= 2';
  expect((await judge(solution, ranked)).kind).toBe('correct');
  const rankedByFigure = 'SELECT code FROM bodies QUALIFY rank() OVER (ORDER BY staff) <= 2';
  expect((await judge(solution, rankedByFigure)).kind).not.toBe('correct');
});
