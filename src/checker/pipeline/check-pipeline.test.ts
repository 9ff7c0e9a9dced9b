import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSchema, type Compare } from '#src/compare/compare-rules.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { toFingerprint } from '#src/compare/fingerprint.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';
import { checkPipeline } from './check-pipeline.ts';
import type { PipelineChecks } from './pipeline-checks.ts';
import { toAcceptedAnswers, toPipelineAnswer, type RunPipelineBody } from './to-pipeline-answer.ts';

const tables: WitnessTableShape[] = [
  {
    name: 'trees',
    primaryKey: ['name'],
    foreignKeys: [],
    columns: [
      { name: 'name', type: 'VARCHAR', nullable: false },
      { name: 'side', type: 'VARCHAR', nullable: true },
      { name: 'height', type: 'BIGINT', nullable: true },
      { name: 'felled', type: 'DATE', nullable: true },
    ],
  },
];
/** A tree of just the height that is asked for, one without, and two equals. */
const witness = {
  slips: [],
  tables: [
    {
      name: 'trees',
      columns: ['name', 'side', 'height', 'felled'],
      rows: [
        ['ash', 'north', '20', null],
        ['elm', 'north', '21', null],
        ['fir', null, null, null],
        ['yew', 'south', '21', '2024-02-29'],
      ],
    },
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query('SET errors_as_json = true');
  await database.query(
    `CREATE TABLE trees AS FROM (VALUES
      ('oak', 'north', 30::BIGINT, DATE '2024-01-31'), ('elm', 'south', 25, NULL), ('fir', 'south', 5, NULL)
     ) t(name, side, height, felled)`,
  );
});
afterAll(() => database.close());

interface Trial {
  readonly solution: string;
  readonly rules?: Partial<Compare>;
  readonly compiled?: Partial<PipelineChecks>;
  readonly outcome?: SandboxOutcome;
  /** Pipelines that are known to be right. */
  readonly accepted?: readonly string[];
}

async function judge(text: string, { solution, rules = {}, compiled = {}, outcome, accepted = [] }: Trial) {
  const run: RunPipelineBody = (body, given) =>
    outcome ? Promise.resolve(outcome) : runAuthored(body, given, 1_000);
  const read = toPipelineAnswer(text, tables, run);
  if (!read.ok) throw new Error(read.error.message);
  return checkPipeline(database, {
    exercise: {
      solution,
      compare: compareSchema.parse(rules),
      compiled: { slips: [], witnesses: [witness], ...compiled },
    },
    answer: read.answer,
    accepted: toAcceptedAnswers(accepted, tables, run),
    tables,
    explain: read.explain,
  });
}

const tall = 'SELECT name FROM trees WHERE height > 20';
const counted = 'SELECT side, count(*) AS n FROM trees GROUP BY side';
const sorted = 'SELECT name, height FROM trees WHERE height IS NOT NULL ORDER BY height DESC, name';

test.each<[string, Trial]>([
  ["trees.filter(d => d.height > 20).select('name')", { solution: tall }],
  ["trees.filter(d => !(d.height <= 20)).filter(d => d.height !== null).select('name')", { solution: tall }],
  ["trees.groupby('side').count()", { solution: counted }],
  ["trees.groupby('side').rollup({ n: op.count() })", { solution: counted }],
  [
    "trees.filter(d => d.height !== null).orderby(aq.desc('height'), 'name').select('name', 'height')",
    { solution: sorted, rules: { order: 'required' } },
  ],
  ['trees.rollup({ m: op.mean("height") })', { solution: 'SELECT avg(height) FROM trees' }],
  ["trees.select('felled')", { solution: 'SELECT felled FROM trees' }],
  [
    "trees.derive({ tall: d => d.height > 20 }).select('tall')",
    { solution: 'SELECT coalesce(height > 20, false) FROM trees' },
  ],
  [
    "trees.filter(d => d.height > 1000).select('name')",
    { solution: 'SELECT name FROM trees WHERE height > 1000' },
  ],
])('accepts %s', async (text, trial) => {
  expect(await judge(text, trial)).toEqual({ kind: 'correct' });
});

test.each<[string, Trial, object]>([
  ['trees', { solution: tall }, { kind: 'wrong-columns' }],
  ["trees.select('name')", { solution: tall }, { kind: 'wrong-rows', foundCount: 3, expectedCount: 2 }],
  ["trees.groupby('side').rollup({ n: op.sum('height') })", { solution: counted }, { kind: 'wrong-values' }],
  // Right here only: a boundary, a missing value that counts as 0, a name left out.
  ["trees.filter(d => d.height >= 20).select('name')", { solution: tall }, { kind: 'right-here-only' }],
  [
    "trees.filter(d => d.height < 10).select('name')",
    { solution: 'SELECT name FROM trees WHERE height < 10' },
    { kind: 'right-here-only' },
  ],
  ["trees.filter(d => d.name !== 'fir').select('name')", { solution: tall }, { kind: 'right-here-only' }],
  [
    "trees.rollup({ n: op.valid('height') })",
    { solution: 'SELECT count(*) FROM trees' },
    { kind: 'right-here-only' },
  ],
  // Fails on the example only.
  [
    "trees.derive({ s: aq.escape(d => d.side.length > 0) }).select('name')",
    { solution: 'SELECT name FROM trees' },
    { kind: 'right-here-only', error: expect.any(String) as string },
  ],
  // An order that is there by luck.
  [
    "trees.filter(d => d.height !== null).select('name', 'height')",
    { solution: sorted, rules: { order: 'required' } },
    { kind: 'wrong-order', unsorted: true },
  ],
  [
    "trees.filter(d => d.height !== null).orderby('height').select('name', 'height')",
    { solution: sorted, rules: { order: 'required' } },
    { kind: 'wrong-order' },
  ],
  [
    "aq.table({ name: ['oak', 'elm'] })",
    { solution: tall },
    { kind: 'other-means', uses: ['literal-answer'] },
  ],
  [
    "trees.filter(d => false).concat(aq.table({ name: ['oak', 'elm'] })).select('name')",
    { solution: tall },
    { kind: 'right-here-only' },
  ],
  [
    'trees.numRows()',
    { solution: tall },
    { kind: 'does-not-run', error: { message: 'The answer is a single number, not a table.' } },
  ],
])('refuses %s', async (text, trial, expected) => {
  expect(await judge(text, trial)).toMatchObject(expected);
});

const tallPipeline = "trees.filter(d => d.height > 20).select('name')";
const countedPipeline = "trees.groupby('side').count()";

test.each<[string, Trial]>([
  // Wrong for what it names itself alone: no tree of the witness is so called, so old, or so high.
  [
    "trees.filter(d => d.height > 20 && d.name !== 'pear').select('name')",
    { solution: tall, accepted: [tallPipeline] },
  ],
  [
    "trees.filter(d => d.height > 20 && !op.startswith(d.name, 'pe')).select('name')",
    { solution: tall, accepted: [tallPipeline] },
  ],
  [
    "trees.filter(d => d.height > 20 && d.height < 4000).select('name')",
    { solution: tall, accepted: [tallPipeline] },
  ],
  [
    "trees.filter(d => d.height > 20 && d.felled !== '1999-12-31').select('name')",
    { solution: tall, accepted: [tallPipeline] },
  ],
  [
    "trees.derive({ side: d => d.side === 'east' ? 'south' : d.side }).groupby('side').count()",
    { solution: counted, accepted: [countedPipeline] },
  ],
])('refuses what only rows of its own names tell: %s', async (text, trial) => {
  expect(await judge(text, { ...trial, accepted: [] })).toEqual({ kind: 'correct' });
  expect(await judge(text, trial)).toMatchObject({ kind: 'right-here-only' });
});

test.each<[string, Trial]>([
  [
    "trees.filter(d => d.height !== null && d.height > 20 && d.name !== '').select('name')",
    { solution: "SELECT name FROM trees WHERE height > 20 AND name <> ''", accepted: [tallPipeline] },
  ],
  [
    "trees.derive({ half: d => d.height / 2 }).filter(d => d.half > 10).select('name')",
    { solution: tall, accepted: [tallPipeline] },
  ],
  // An answer that is known to be right is not the model answer's on such rows either.
  [
    "trees.filter(d => d.height > 20 && d.name !== 'pear').select('name')",
    {
      solution: tall,
      accepted: [tallPipeline, "trees.filter(d => d.height > 20 && d.name !== 'pear').select('name')"],
    },
  ],
  // A sum of nothing is 0 or missing.
  [
    "trees.filter(d => d.side === 'south' && d.name !== '1').rollup({ n: op.sum('height') }).derive({ n: d => d.n ?? 0 })",
    {
      solution: "SELECT sum(height) AS n FROM trees WHERE side = 'south' AND name <> '1'",
      accepted: ["trees.filter(d => d.side === 'south' && d.name !== '1').rollup({ n: op.sum('height') })"],
    },
  ],
])('still accepts %s', async (text, trial) => {
  expect(await judge(text, trial)).toEqual({ kind: 'correct' });
});

test.each<[string, SandboxOutcome]>([
  ['still running', { status: 'timeout', limitMs: 5_000 }],
  ['was stopped', { status: 'cancelled' }],
  ['the host', { status: 'failed', message: 'the host' }],
])('a pipeline that nobody saw end is undecided: %s', async (reason, outcome) => {
  expect(await judge('trees', { solution: tall, outcome })).toEqual({
    kind: 'undecided',
    reason: expect.stringContaining(reason) as string,
  });
});

test('a slip is named by its result, in the words of the author where the author foresaw it', async () => {
  const compare = compareSchema.parse({});
  const fingerprint = (await toFingerprint(database, 'SELECT name FROM trees', compare)) ?? '';
  const slip = {
    fingerprint,
    words: 'This takes all trees.',
    declared: true,
    more: {},
    fewer: { filter: 1 },
  };
  const text = "trees.select('name')";
  expect(await judge(text, { solution: tall, compiled: { slips: [slip] } })).toMatchObject({
    kind: 'known-mistake',
    feedback: 'This takes all trees.',
    difference: { kind: 'wrong-rows' },
  });
  expect(
    await judge(text, { solution: tall, compiled: { slips: [{ ...slip, declared: false }] } }),
  ).toMatchObject({ kind: 'wrong-rows', nearMiss: 'This takes all trees.' });
  // The same result by other means: what the slip says is not so of this text.
  const filtered = "trees.filter(d => true).select('name')";
  expect(await judge(filtered, { solution: tall, compiled: { slips: [slip] } })).not.toHaveProperty(
    'feedback',
  );
});

test('the tables are as they were', async () => {
  expect((await database.query('SELECT count(*) FROM trees')).rows).toEqual([[3]]);
  expect((await database.query('SELECT count(*) FROM duckdb_tables()')).rows).toEqual([[1]]);
});
