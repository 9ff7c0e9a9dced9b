import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { openDatasets } from '#src/engine/node/open-datasets.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { compiledOf } from '#src/exercises/kinds.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { Database } from '#src/results/database.ts';
import { makeRewrites, rules } from './rewrites/make-rewrites.ts';
import type { RewriteRule } from './rewrites/rewrite-rule.ts';
import { textRules } from './rewrites/text-rules.ts';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { verifyExercise } from '#src/verifying/verify-exercise.ts';
import { makeExampleTables, exampleExercises, exampleTables } from './example-exercises.ts';
import { runAndJudge } from '#src/verifying/run-and-judge.ts';

const root = join(import.meta.dirname, '../..');

// `npm run fuzz:check` tries every rule on every answer; here each answer meets one rule in twenty, and each rule some answers.
const share = 20;
const all = process.env['FAIR_REWRITES'] === 'all';
// These change nothing but letters, spaces and signs, so an answer keeps the means that a task asks for.
const inSameMeans = new Set(textRules.map(({ name }) => name));

interface Refusal {
  readonly exercise: string;
  readonly rule: string;
  readonly sql: string;
  readonly verdict: string;
}

/** How many rewrites were made by each rule. */
type Count = Map<string, number>;

const counted: Count = new Map();
let answers = 0;

/** Every rewrite of the answers that the checker refuses. */
async function findRefusals(
  database: Database,
  exercise: Pick<SqlExercise, 'id' | 'solution' | 'alternatives' | 'wrong' | 'compare'>,
  { compiled, tables, count }: { compiled: CompiledChecks; tables: readonly TableDescriptor[]; count: Count },
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  const { compare } = exercise;
  const keeps = { names: compare.columnNames === 'required', order: compare.order === 'required' };
  for (const answer of [exercise.solution, ...exercise.alternatives]) {
    answers++;
    const isDue = (rule: RewriteRule) => (rules.indexOf(rule) + answers) % share === 0;
    const tried = (rule: RewriteRule) => all || isDue(rule) || !count.has(rule.name);
    for (const { rule, sql } of await makeRewrites(database, answer, {
      tables,
      keeps,
      rules: rules.filter(tried),
    })) {
      count.set(rule, (count.get(rule) ?? 0) + 1);
      const verdict = await runAndJudge(database, exercise, sql, { compiled, tables });
      // A task that asks for certain means may refuse others.
      const isFair = verdict.kind === 'correct' || (verdict.kind === 'other-means' && !inSameMeans.has(rule));
      if (!isFair) refusals.push({ exercise: exercise.id, rule, sql, verdict: JSON.stringify(verdict) });
    }
  }
  return refusals;
}

test('every answer of the lessons is accepted in other words', { timeout: 900_000 }, async () => {
  const { tracks } = await loadCatalogue(root);
  const { datasets } = await loadDatasets(root);
  const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
  const exercises = sqlExercisesOf(tracks);
  const open = new Map<string, Awaited<ReturnType<typeof openDatasets>>>();
  const refusals: Refusal[] = [];
  for (const exercise of exercises) {
    const key = exercise.datasets.toSorted().join();
    const { database, close } = open.get(key) ?? (await openDatasets(root, exercise.datasets));
    if (!open.has(key)) await database.query('SET threads = 1');
    open.set(key, { database, close });
    const tables = datasets
      .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
      .flatMap(({ descriptor }) => descriptor.tables);
    const known = compiledOf(built, exercise);
    if (!known) throw new Error(`"${exercise.id}" was not compiled.`);
    refusals.push(...(await findRefusals(database, exercise, { compiled: known, tables, count: counted })));
  }
  for (const { close } of open.values()) close();
  expect(exercises.length).toBeGreaterThan(10);
  expect(refusals).toEqual([]);
});

test('so are answers about joins, lists, cases and ties over made tables', { timeout: 900_000 }, async () => {
  const database = await createNativeDatabase();
  await makeExampleTables(database);
  const refusals: Refusal[] = [];
  for (const { id, solution, compare } of exampleExercises) {
    const exercise = {
      id,
      solution,
      compare,
      alternatives: [],
      wrong: [],
      equivalent: [],
      unproven: [],
      witnesses: true,
    };
    const { compiled } = await verifyExercise(database, exercise as never, exampleTables);
    refusals.push(
      ...(await findRefusals(database, exercise, { compiled, tables: exampleTables, count: counted })),
    );
  }
  database.close();
  expect(refusals).toEqual([]);
});

test('every rule was tried, and there are more than thirty', () => {
  const total = [...counted.values()].reduce((sum, each) => sum + each, 0);
  console.log(
    `${total} rewrites by ${counted.size} rules: ${[...counted].map(([rule, n]) => `${rule} ${n}`).join(', ')}.`,
  );
  expect(rules.map(({ name }) => name).filter((name) => !counted.has(name))).toEqual([]);
  expect(counted.size).toBeGreaterThan(30);
});
