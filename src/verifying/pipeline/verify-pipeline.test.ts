import { afterAll, beforeAll, expect, test } from 'vitest';
import { arqueroSchema, type ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import { toPipelineMutantId, toSqlExercise, verifyPipeline } from './verify-pipeline.ts';
import { verifyExercise } from '../verify-exercise.ts';

let stored: OpenDatasets;
let learner: NativeDatabase;
let used: LoadedDataset[];
beforeAll(async () => {
  const { datasets } = await loadDatasets(projectRoot);
  used = datasets.filter(({ descriptor }) => descriptor.id === 'government-services');
  stored = await openLoadedDatasets(used);
  learner = await openLearnerTables(used);
  const tables = used.flatMap(({ descriptor }) => descriptor.tables);
  const { compiled } = await verifyExercise(stored.database, toSqlExercise(toExercise({})), tables);
  const { ranked, witnesses } = compiled;
  checks = {
    ...(ranked && { ranked }),
    slips: [],
    witnesses: witnesses.map((witness) => ({ tables: witness.tables, slips: [] })),
  };
});
afterAll(() => {
  stored.close();
  learner.close();
});

const fields = {
  kind: 'arquero',
  title: 'Count by department',
  task: 'Count the services of each department.',
  skills: ['summarise'],
  difficulty: 2,
  datasets: ['government-services'],
  hints: ['Group first.'],
  explain: 'A department with many services has many digital teams.',
};

const solution =
  'SELECT department, count(*) AS n FROM services WHERE transactions >= 1000000 GROUP BY department ORDER BY n DESC, department';
const arquero =
  "services.filter(d => d.transactions >= 1000000).groupby('department').count().orderby(aq.desc('count'), 'department')";
const right = {
  solution,
  arquero,
  alternatives: [
    "services.filter(d => d.transactions >= 1e6).groupby('department').rollup({ n: op.count() }).orderby(aq.desc('n'), 'department')",
  ],
  wrong: [{ answer: "services.groupby('department').count()", feedback: 'This counts every service.' }],
  compare: { order: 'required' },
};

/** What the build makes of the model answer in SQL, which is the same in all of these. */
let checks: PipelineChecks;

function toExercise(parts: object): ArqueroExercise {
  return { ...arqueroSchema.parse({ ...fields, ...right, ...parts }), id: 'a/b/c', version: 'trial' };
}

function verify(parts: object) {
  return verifyPipeline(learner, toExercise(parts), {
    tables: used.flatMap(({ descriptor }) => descriptor.tables),
    checks,
    run: (body, handed) => runAuthored(body, handed, 100_000),
  });
}

test('every mutant of a good exercise is refused, half of them by a small table alone', async () => {
  const { findings, mutants, killedOnRealData, killedOnWitnesses, slips, witnessSlips } = await verify({});
  expect(findings).toEqual([]);
  expect(mutants).toBeGreaterThan(8);
  expect(killedOnRealData + killedOnWitnesses).toBe(mutants);
  expect(killedOnWitnesses).toBeGreaterThan(2);
  expect(slips[0]).toMatchObject({ words: 'This counts every service.', declared: true });
  expect(witnessSlips.flat().map(({ words }) => words)).toContain(
    'Look at the edge of your condition: does a value of exactly that count?',
  );
});

test('a model answer that is not that of the SQL is told, and nothing else is', async () => {
  const { findings, mutants } = await verify({ arquero: "services.groupby('department').count()" });
  expect(findings).toMatchObject([{ path: 'arquero', found: expect.stringContaining('refused') as string }]);
  expect(mutants).toBe(0);
});

test('what authors must mend is told with its place', async () => {
  const { findings } = await verify({
    alternatives: [arquero.replace('>=', '>'), 'services.count('],
    wrong: [{ answer: arquero.replace('1000000', '1e6'), feedback: 'This is right after all.' }],
  });
  expect(findings).toMatchObject([
    { path: 'alternatives.0', found: expect.stringContaining('right-here-only') as string },
    { path: 'alternatives.1', found: 'The `(` is not closed.' },
  ]);
  const passing = await verify({
    wrong: [{ answer: arquero.replace('1000000', '1e6'), feedback: 'This is right after all.' }],
    equivalent: [{ mutant: 'pipeline-step/000000', reason: 'No such mutant is made here.' }],
  });
  expect(passing.findings).toMatchObject([
    { path: 'wrong.0.answer' },
    { path: 'equivalent.0', found: expect.stringContaining('is not made') as string },
  ]);
});

test('a starter that is right already is told', async () => {
  const { findings } = await verify({ starter: arquero });
  expect(findings).toMatchObject([{ path: 'starter' }]);
});

test('a mutant that nothing tells apart is told, until its author says why', async () => {
  // Groups come out without the missing ones either way.
  const twice = `${arquero}.slice(0, 1000)`;
  const { findings, survivors } = await verify({ arquero: twice });
  expect(survivors.length).toBeGreaterThan(0);
  expect(findings).toHaveLength(survivors.length);
  const equivalent = survivors.map((mutant) => ({
    mutant: toPipelineMutantId(mutant),
    reason: 'There are never a thousand departments.',
  }));
  const marked = await verify({ arquero: twice, equivalent });
  expect(marked.findings).toEqual([]);
  expect(marked.equivalent).toBe(survivors.length);
});
