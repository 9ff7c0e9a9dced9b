import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import {
  isPlain,
  toAnswerKey,
  toAnswerNotes,
  toChecks,
  toOutline,
  plainKindOf,
  type PlainExercise,
} from './kinds.ts';
import { parseExercise } from './parse-exercise.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    `CREATE TABLE trees AS SELECT * FROM (VALUES ('oak', 'north', 30), ('elm', 'north', 20), ('ash', 'south', 20), ('yew', 'south', NULL)) AS t(name, side, height)`,
  );
});
afterAll(() => database.close());

const base = `title: Trees of the park
task: Say what the task of this exercise asks for.
skills: [select]
difficulty: 1
datasets: [parks]
hints: [Look again at the trees.]
explain: What the answer means for a decision.
`;

const texts = {
  choice: `kind: choice
${base}pick: several
options:
  - { text: The oak is tall, right: true }
  - { text: The elm is old, feedback: No column tells how old a tree is. }
  - { text: The ash stands south, right: true }
`,
  number: `kind: number
${base}query: SELECT sum(height) FROM trees
unit: metres
tolerance: 0.5
wrong:
  - { query: SELECT count(*) FROM trees, feedback: You counted the trees instead. }
  - { query: SELECT avg(height) FROM trees, feedback: You took the mean instead. }
`,
  predict: `kind: predict
${base}query: SELECT count(*) AS n, count(height) AS measured FROM trees
wrong:
  - { query: 'SELECT count(*) AS n, count(*) AS measured FROM trees', feedback: One tree was never measured. }
  - { query: 'SELECT count(height) AS n, count(height) AS measured FROM trees', feedback: Every row counts in the first. }
`,
  cell: `kind: predict
${base}query: SELECT name, height FROM trees ORDER BY height LIMIT 2
cell: { row: 1, column: height }
wrong:
  - { query: 'SELECT name, height FROM trees ORDER BY height DESC NULLS LAST LIMIT 2', feedback: Which way does it sort? }
  - { query: 'SELECT name, height FROM trees ORDER BY height NULLS FIRST LIMIT 2', feedback: A missing value comes last. }
`,
  order: `kind: order
${base}sql: true
lines: ['SELECT side, count(*) AS n', FROM trees, WHERE height > 10, GROUP BY side, ORDER BY n DESC]
distractors:
  - { line: HAVING height > 10, feedback: A group has no single height. }
feedback: Which line names the table?
`,
  steps: `kind: order
${base}lines: [Ask the question, Find the data, Check the data]
alternatives: [[2, 1, 3]]
feedback: What comes before you use data?
`,
};

function read(text: string): PlainExercise {
  const parsed = parseExercise({ id: 'track/lesson/trees', file: 'trees.yaml', text });
  if (!parsed.ok || !isPlain(parsed.value)) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

const verify = (exercise: PlainExercise) => plainKindOf(exercise).verify(database, exercise);

async function judgeOf(text: string) {
  const exercise = read(text);
  const { built, findings } = await verify(exercise);
  if (!built) throw new Error(JSON.stringify(findings));
  const key = toAnswerKey(exercise, built);
  return (answer: string) => plainKindOf(exercise).judge(answer, key);
}

test.each(Object.entries(texts))(
  'the exercise "%s" is proven, accepts its own answer and hides it',
  async (_name, text) => {
    const exercise = read(text);
    const { built, findings, accepted, refused } = await verify(exercise);
    expect(findings).toEqual([]);
    if (!built) throw new Error('not built');
    expect(accepted).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(exercise.kind === 'order' && !exercise.sql ? -1 : 0);
    const key = toAnswerKey(exercise, built);
    const kind = plainKindOf(exercise);
    expect(kind.answerKeySchema.parse(JSON.parse(JSON.stringify(key)))).toEqual(key);
    expect(kind.judge(key.solution, key)).toEqual({ kind: 'correct' });
    const outline = JSON.stringify(toOutline(exercise, built));
    expect(outline).not.toContain('feedback');
    expect(outline).not.toContain(exercise.explain);
    expect(kind.judge(toOutline(exercise, built).starter, key).kind).not.toBe('correct');
    expect(toChecks(exercise).length).toBeGreaterThan(0);
    expect(toAnswerNotes(exercise, built).answer).not.toBe('');
  },
);

describe('judges', () => {
  test.each<[keyof typeof texts, string, string, RegExp?]>([
    ['choice', 'a, c', 'correct'],
    ['choice', 'C A', 'correct'],
    ['choice', '', 'unreadable'],
    ['choice', 'a', 'wrong-answer', /not all/],
    ['choice', 'a, b, c', 'known-mistake', /how old/],
    ['choice', 'z', 'unreadable'],
    ['number', '70 metres', 'correct'],
    ['number', '70.4', 'correct'],
    ['number', '4', 'known-mistake', /counted/],
    ['number', '23.33', 'known-mistake', /mean/],
    ['number', '100', 'wrong-answer', /lower/],
    ['number', '0.1k', 'wrong-answer'],
    ['number', 'many', 'unreadable', /not a figure/],
    ['cell', '20', 'correct'],
    ['cell', '20 metres', 'correct'],
    ['cell', '20%', 'correct'],
    ['cell', 'not 20 metres', 'wrong-answer'],
    ['cell', '20 or 30', 'wrong-answer'],
    ['cell', '20 million', 'wrong-answer'],
    ['cell', '20 million metres', 'wrong-answer'],
    ['cell', '30', 'known-mistake', /Which way/],
    ['cell', 'null', 'known-mistake', /missing value/],
    ['cell', '7', 'wrong-answer'],
    ['cell', ' ', 'unreadable'],
    [
      'order',
      'FROM trees\nSELECT side, count(*) AS n\nWHERE height > 10\nGROUP BY side\nORDER BY n DESC',
      'correct',
    ],
    [
      'order',
      'SELECT side, count(*) AS n\nFROM trees\nHAVING height > 10\nGROUP BY side\nORDER BY n DESC',
      'known-mistake',
      /no single height/,
    ],
    [
      'order',
      'SELECT side, count(*) AS n\nFROM trees\nGROUP BY side\nORDER BY n DESC',
      'wrong-answer',
      /One line that belongs/,
    ],
    [
      'order',
      'FROM trees\nWHERE height > 10\nSELECT side, count(*) AS n\nGROUP BY side\nORDER BY n DESC',
      'wrong-answer',
      /first line is right/,
    ],
    ['order', '', 'unreadable'],
    ['steps', 'Find the data\nAsk the question\nCheck the data', 'correct'],
    ['steps', 'Check the data\nAsk the question\nFind the data', 'wrong-answer', /first line is not/],
  ])('%s: %j is %s', async (name, answer, kind, words) => {
    const verdict = (await judgeOf(texts[name]))(answer);
    expect(verdict.kind).toBe(kind);
    if (words) expect(JSON.stringify(verdict)).toMatch(words);
  });

  test('a figure that is rounded more than the task allows is called that', async () => {
    const judge = await judgeOf(texts.number.replace('SELECT sum(height)', 'SELECT 1234567 + count(*) * 0'));
    expect(judge('1.2m')).toMatchObject({
      kind: 'wrong-answer',
      headline: expect.stringMatching(/rounded more/),
    });
  });
});

test.each<[string, string, RegExp]>([
  [
    'a query that does not run',
    texts.number.replace('SELECT sum(height)', 'SELECT sum(hight)'),
    /query.*a query that runs/,
  ],
  [
    'more than one figure',
    texts.number.replace('SELECT sum(height)', 'SELECT 1, sum(height)'),
    /at most 1 rows and 1 columns/,
  ],
  [
    'a figure that is missing',
    texts.number.replace('SELECT sum(height) FROM trees', 'SELECT NULL::INTEGER'),
    /a missing value/,
  ],
  [
    'a near miss within the tolerance',
    texts.number.replace('SELECT count(*) FROM trees', 'SELECT 70.8'),
    /wrong.0.query.*further than twice/,
  ],
  [
    'an option that repeats the right one',
    texts.predict.replace(
      'SELECT count(*) AS n, count(*) AS measured FROM trees',
      'SELECT 4 AS n, 3 AS measured',
    ),
    /the same as the query gives/,
  ],
  [
    'an option of another shape',
    texts.predict.replace('count(*) AS measured', 'count(*) AS trees'),
    /the columns of the query/,
  ],
  ['a cell that is not there', texts.cell.replace('row: 1', 'row: 3'), /a row 3/],
  [
    'rows without an order',
    texts.cell.replace('ORDER BY height LIMIT 2\ncell', 'LIMIT 2\ncell'),
    /no ORDER BY/,
  ],
  [
    'lines that make no query',
    texts.order.replace('WHERE height > 10', 'WHERE hight > 10'),
    /lines.*does not run/,
  ],
  [
    'a line that would belong',
    texts.order.replace('HAVING height > 10', 'WHERE height > 12'),
    /distractors.0.*can make the right result/,
  ],
  [
    'a shown result that is too long',
    texts.steps.replace(
      'lines:',
      "shows: { query: 'SELECT i FROM range(20) AS t(i) ORDER BY i', caption: Twenty }\nlines:",
    ),
    /at most 8 rows/,
  ],
])('an author is told of %s', async (_case, text, expected) => {
  const { findings } = await verify(read(text));
  expect(findings.map(({ path, ...rest }) => `${path} ${JSON.stringify(rest)}`).join('\n')).toMatch(expected);
});

test.each<[string, string, RegExp]>([
  ['two right options where one is asked', texts.choice.replace('several', 'one'), /exactly one option/],
  [
    'a wrong option without feedback',
    texts.choice.replace(', feedback: No column tells how old a tree is.', ''),
    /feedback for an option/,
  ],
  ['"all of the above"', texts.choice.replace('The elm is old', 'All of the above'), /stands for itself/],
  [
    'no wrong option',
    texts.choice.replace('The elm is old,', 'The elm is old, right: true,'),
    /one option that is wrong/,
  ],
  ['a line twice', texts.order.replace('HAVING height > 10', 'FROM trees'), /each line once/],
  ['an order with a place missing', texts.steps.replace('[2, 1, 3]', '[2, 1]'), /every place from 1 to 3/],
  [
    'a kind that does not exist',
    texts.steps.replace('kind: order', 'kind: essay'),
    /"sql", "arquero", "chart", "choice"/,
  ],
  [
    'a broken query that is not declared',
    `kind: sql\n${base}broken: true\nstarter: SELECT 1\nsolution: SELECT 2\n`,
    /whose answer is the starter/,
  ],
  [
    'a broken query without a starter',
    `kind: sql\n${base}broken: true\nsolution: SELECT 2\n`,
    /the query to mend/,
  ],
])('a file with %s is refused', (_case, text, expected) => {
  const parsed = parseExercise({ id: 'track/lesson/trees', file: 'trees.yaml', text });
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).toMatch(new RegExp(expected.source.replaceAll('"', '\\\\"')));
});
