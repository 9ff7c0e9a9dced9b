import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { openLawfulJudge } from './judge-exercise.ts';

const root = join(import.meta.dirname, '../../..');
const [{ tracks }, { datasets }] = await Promise.all([loadCatalogue(root), loadDatasets(root)]);
const exercises = sqlExercisesOf(tracks);

/** `npm run judge:answers` takes many more, some made of each answer's own numbers, and the mutants too. */
const few = { shared: 20, own: 0, sizes: 'small' } as const;

let wrong = 0;
let shown = 0;

test.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  'random lawful databases agree with the names of the answers to %s',
  { timeout: 300_000 },
  async (id, exercise) => {
    const folder = join(root, 'e2e/answers', id);
    const answers = new Map<string, string>();
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')))
      answers.set(name, await readFile(join(folder, name), 'utf8'));
    const used = datasets.flatMap(({ descriptor: { id: dataset, tables } }) =>
      exercise.datasets.includes(dataset) ? [{ id: dataset, tables }] : [],
    );
    const judge = await openLawfulJudge(root, exercise, used, few);
    const differences = await judge.judge(answers);
    judge.close();
    const named = (side: string) => [...answers.keys()].filter((name) => name.startsWith(`${side}-`));
    expect(named('right').filter((name) => differences.has(name))).toEqual([]);
    wrong += named('wrong').length;
    shown += named('wrong').filter((name) => differences.has(name)).length;
    expect(Math.min(named('right').length, named('wrong').length)).toBeGreaterThanOrEqual(10);
  },
);

test('so few databases cannot show every wrong answer, but many', () => {
  expect(wrong).toBeGreaterThan(500);
  expect(shown / wrong).toBeGreaterThan(0.4);
});
