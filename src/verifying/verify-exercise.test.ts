import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { parseExercise } from '#src/exercises/parse-exercise.ts';
import { verifyExercise, type Verification } from './verify-exercise.ts';

const column = (name: string, type: string, nullable: boolean) => ({
  name,
  type,
  nullable,
  meaning: name,
  unit: 'x',
});
const services = {
  name: 'services',
  row: 'one service',
  file: 'services.csv',
  rowCount: 6,
  sha256: '0'.repeat(64),
  primaryKey: ['service'],
  foreignKeys: [],
  links: [],
  rules: [],
  columns: [
    column('service', 'VARCHAR', false),
    column('agency', 'VARCHAR', true),
    column('transactions', 'BIGINT', true),
  ],
} as unknown as TableDescriptor;

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(`CREATE TABLE services AS FROM (VALUES ('Car tax', 'DVLA', 50), ('Licences', 'DVLA', 30),
    ('Pensions', 'DWP', 90), ('Grants', NULL, NULL), ('Maps', 'OS', 7), ('Visas', 'HO', 12)) t(service, agency, transactions)`);
});
afterAll(() => database.close());

async function compile(yaml: string): Promise<Verification> {
  const text = `kind: sql
title: An exercise for the test
task: Show what the model answer of this exercise shows.
skills: [select]
difficulty: 1
datasets: [government-services]
hints: [Look again.]
explain: What the answer means for a decision.
${yaml}`;
  const parsed = parseExercise({ id: 'track/lesson/exercise', file: 'exercise.yaml', text });
  if (!parsed.ok || parsed.value.kind !== 'sql') throw new Error(JSON.stringify(parsed));
  return verifyExercise(database, parsed.value, [services]);
}

test('a boundary that no real row stands on is caught by a witness', async () => {
  const { scorecard, compiled, findings } = await compile(
    'solution: SELECT service FROM services WHERE transactions > 20\nalternatives: ["FROM services SELECT service WHERE NOT transactions <= 20"]',
  );
  expect(findings).toEqual([]);
  expect(scorecard.killedOnWitnesses).toBeGreaterThan(0);
  expect(scorecard.survivors).toEqual([]);
  expect(scorecard.mutants).toBe(scorecard.killedOnRealData + scorecard.killedOnWitnesses);
  expect(scorecard.witnessRows).toBeLessThan(60);
  expect(compiled.witnesses).toHaveLength(scorecard.witnesses);
});

const boundary = `solution: SELECT service FROM services WHERE transactions > 20
wrong: [{ answer: SELECT service FROM services WHERE transactions >= 20, feedback: Does 20 count too? }]`;

test('a declared wrong answer that the real data do not tell is told by a witness', async () => {
  const { compiled, scorecard, findings } = await compile(boundary);
  expect(findings).toEqual([]);
  expect(compiled.wrongOnWitnesses).toEqual([0]);
  expect(scorecard).toMatchObject({ wrongAnswers: 1, wrongOnWitnesses: 1 });
});

test('one that nothing can tell is a mistake', async () => {
  const { findings } = await compile(boundary.replace('>= 20,', '>= 21,'));
  expect(findings).toMatchObject([
    {
      path: 'wrong.0.answer',
      expected: 'an answer that is refused',
      remedy: expect.stringContaining('remove') as string,
    },
  ]);
});

test('a witness knows the slips that only it tells', async () => {
  const { compiled } = await compile('solution: SELECT service FROM services WHERE transactions > 20');
  const sentences = compiled.witnesses.flatMap(({ nearMisses }) =>
    nearMisses.map(({ sentence }) => sentence),
  );
  expect(sentences).toContainEqual(expect.stringContaining('edge of your condition'));
});

test('near misses are known by their results, with what to look at', async () => {
  const { compiled } = await compile('solution: SELECT service FROM services WHERE transactions >= 30');
  const sentences = compiled.nearMisses.map(({ sentence }) => sentence);
  expect(sentences).toContainEqual(expect.stringContaining('edge of your condition'));
  const edge = compiled.nearMisses.find(({ sentence }) => sentence.includes('edge of your condition'));
  expect(edge?.change).toMatchObject({ more: { 'condition:>': 0 }, fewer: { 'condition:>=': 1 } });
});

test('an ordered answer brings its ranks, an unordered one does not', async () => {
  const ordered = await compile(
    'solution: SELECT service FROM services ORDER BY transactions DESC LIMIT 2\ncompare: { order: required }',
  );
  expect(ordered.compiled.ranked).toMatchObject({ limit: 2 });
  const unordered = await compile('solution: SELECT service FROM services');
  expect(unordered.compiled.ranked).toBeUndefined();
});

test('without witnesses the mutants that the real data miss are told as survivors', async () => {
  const { scorecard, compiled } = await compile(
    'solution: SELECT service FROM services WHERE transactions > 20\nwitnesses: false\nwitnessesReason: The task asks about these six services alone.',
  );
  expect(compiled.witnesses).toEqual([]);
  expect(scorecard.survivors.map(({ id }) => id.split('/')[0])).toContain('boundary');
});

test('a mark spares a mutant, and a mark that no mutant needs is a mistake', async () => {
  const bare =
    'solution: SELECT service FROM services WHERE transactions > 20\nwitnesses: false\nwitnessesReason: Only for this test of marks.';
  const [survivor] = (await compile(bare)).scorecard.survivors;
  const marked = await compile(
    `${bare}\nequivalent: [{ mutant: ${survivor?.id ?? ''}, reason: A reason of its own. }, { mutant: boundary/000000, reason: Nothing has this name. }]`,
  );
  expect(marked.scorecard.equivalent).toBe(1);
  expect(marked.scorecard.survivors).not.toContainEqual(survivor);
  expect(marked.findings).toMatchObject([
    { path: 'equivalent.1', found: expect.stringContaining('not made') as string },
  ]);
});

test('a mutant may be marked as one that nothing was found to tell, and counts apart', async () => {
  const plain =
    'solution: SELECT count(*) AS n FROM services WHERE 7 = length(agency) * 7 OR agency IS NOT NULL';
  const survivors = (await compile(plain)).scorecard.survivors.map(({ id }) => id);
  expect(survivors.length).toBeGreaterThan(0);
  const marks = survivors.map((id) => `{ mutant: ${id}, reason: A reason of its own. }`).join(', ');
  const marked = await compile(`${plain}\nunproven: [${marks}]`);
  expect(marked.findings).toEqual([]);
  expect(marked.scorecard).toMatchObject({ equivalent: 0, unproven: survivors.length, survivors: [] });
});

test('a mark under unproven of a mutant that the data or a witness catch is a mistake', async () => {
  const solution = 'solution: SELECT service FROM services WHERE transactions > 20';
  const unmarked = await compile(`${solution}\nwitnesses: false\nwitnessesReason: Only to learn the ids.`);
  const onlyByWitness = unmarked.scorecard.survivors[0]?.id ?? '';
  const { findings, scorecard } = await compile(
    `${solution}\nunproven: [{ mutant: ${onlyByWitness}, reason: A reason of its own. }, { mutant: boundary/000000, reason: Nothing has this name. }]`,
  );
  expect(findings).toMatchObject([
    { path: 'unproven.1', found: expect.stringContaining('not made') as string },
    { path: 'unproven.0', found: expect.stringContaining('witness') as string },
  ]);
  expect(scorecard.survivors).toEqual([]);
});

test('no mutant is marked both ways', async () => {
  const mark = '{ mutant: boundary/000000, reason: A reason of its own. }';
  await expect(
    compile(`solution: SELECT service FROM services\nequivalent: [${mark}]\nunproven: [${mark}]`),
  ).rejects.toThrow('unproven');
});

test('an alternative that answers another question is refused on a witness', async () => {
  const { findings } = await compile(
    'solution: SELECT service FROM services WHERE transactions > 20\nalternatives: [SELECT service FROM services WHERE transactions >= 30]',
  );
  expect(findings.map(({ path }) => path)).toContain('alternatives.0');
});

test('a model answer that the tree cannot carry is checked by results alone', async () => {
  const { scorecard } = await compile(
    'solution: PIVOT services ON agency USING sum(transactions) GROUP BY service',
  );
  expect(scorecard).toMatchObject({ resultsOnly: true, mutants: 0, witnesses: 0 });
});
