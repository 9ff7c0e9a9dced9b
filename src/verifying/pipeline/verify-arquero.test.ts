import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { arqueroSchema } from '#src/exercises/arquero/schema.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { verifyArquero } from './verify-arquero.ts';

let stored: OpenDatasets;
let learner: NativeDatabase;
let used: LoadedDataset[];
beforeAll(async () => {
  const { datasets } = await loadDatasets(projectRoot);
  used = datasets.filter(({ descriptor }) => descriptor.id === 'government-services');
  stored = await openLoadedDatasets(used);
  learner = await openLearnerTables(used);
});
afterAll(() => {
  stored.close();
  learner.close();
});

const busy = 'services.filter(d => d.transactions >= 1000000)';
const fields = {
  kind: 'arquero',
  title: 'Busy services',
  task: 'Show the service and the transactions of those with 1,000,000 or more.',
  skills: ['select'],
  difficulty: 1,
  datasets: ['government-services'],
  starter: busy,
  solution: 'SELECT service, transactions FROM services WHERE transactions >= 1000000',
  arquero: `${busy}.select('service', 'transactions')`,
  wrong: [
    {
      answer: "services.filter(d => d.transactions > 1000000).select('service', 'transactions')",
      feedback: 'A service with exactly 1,000,000 counts too.',
    },
  ],
  hints: ['Which verb chooses columns?'],
  explain: 'Most services are small.',
};

function verify(parts: object) {
  const exercise = { ...arqueroSchema.parse({ ...fields, ...parts }), id: 'a/b/c', version: 'trial' };
  const tables = used.flatMap(({ descriptor }) => descriptor.tables);
  const run = (body: string, handed: Parameters<typeof runAuthored>[1]) => runAuthored(body, handed, 100_000);
  return verifyArquero({ learner, stored: stored.database }, exercise, { tables, run });
}

test('both languages are proven, and every mutant of both is counted', async () => {
  const { findings, made } = await verify({});
  expect(findings).toEqual([]);
  expect(made?.scorecard).toMatchObject({
    kind: 'arquero',
    survivors: [],
    wrongAnswers: 1,
    wrongOnWitnesses: 1,
  });
  const { mutants = 0, killedOnRealData = 0, killedOnWitnesses = 0 } = made?.scorecard ?? {};
  expect(mutants).toBeGreaterThan(10);
  expect(killedOnRealData + killedOnWitnesses).toBe(mutants);
  const declared = made?.compiled.witnesses.flatMap(({ slips }) => slips).filter((slip) => slip.declared);
  expect(declared?.map(({ words }) => words)).toEqual(['A service with exactly 1,000,000 counts too.']);
});

test('a model answer in SQL that cannot be judged stops all else', async () => {
  const { findings, made } = await verify({ solution: 'SELECT service FROM nowhere' });
  expect(findings).toMatchObject([{ path: 'solution' }]);
  expect(made).toBeUndefined();
});

test('a model answer in JavaScript that gives something else is told', async () => {
  const { findings } = await verify({ arquero: `${busy}.select('service')` });
  expect(findings).toMatchObject([{ path: 'arquero' }]);
});

const wide = {
  starter: 'services',
  wrong: [],
  arquero:
    "services.filter(d => d.customer_type === 'Citizen (able)' || d.customer_type === 'Business').groupby('service_type').pivot('customer_type', { n: d => op.sum(d.transactions) })",
};
const pivoted = (columns: string) =>
  `PIVOT (SELECT service_type, customer_type, transactions FROM services WHERE customer_type IN ('Citizen (able)', 'Business')) ON customer_type${columns} USING sum(transactions) GROUP BY service_type`;

test('a PIVOT that takes its columns from the rows is told apart from chance', async () => {
  const { findings, made } = await verify({ ...wide, solution: pivoted('') });
  expect(findings).toMatchObject([
    { path: 'solution', found: 'a PIVOT that takes its columns from the rows' },
  ]);
  expect(made).toBeUndefined();
});

test('a PIVOT that names its columns stands beside a pipeline', async () => {
  const { made } = await verify({ ...wide, solution: pivoted(" IN ('Citizen (able)', 'Business')") });
  expect(made?.scorecard.killedOnRealData).toBeGreaterThan(0);
});
