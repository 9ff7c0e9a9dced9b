import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Problem } from '#src/authored/parse-authored.ts';
import { openDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { createRiverProject } from '#src/testing/river-project.ts';
import { verifyFigures } from './verify-figures.ts';

const project = createRiverProject();
const folder = 'lessons/water/01-rivers';
const lesson = project.read(join(folder, 'lesson.md'));
let open: OpenDatasets;
beforeAll(async () => {
  open = await openDatasets(project.root, ['rivers']);
});
afterEach(() => {
  project.write(join(folder, 'lesson.md'), lesson);
  project.write(join(folder, 'figures.yaml'), '{}\n');
});
afterAll(() => {
  open.close();
  project.remove();
});

/** What is said of a lesson with these words in it. */
async function verify(words: string, figures = '{}'): Promise<Problem[]> {
  project.write(join(folder, 'lesson.md'), lesson.replace('Some text.', words));
  project.write(join(folder, 'figures.yaml'), figures);
  const { tracks, files, problems } = await loadCatalogue(project.root);
  expect(problems).toEqual([]);
  const found = tracks.flatMap((track) => track.lessons)[0];
  if (!found) throw new Error('There is no lesson.');
  return verifyFigures(open.database, { lesson: found, files }, ['rivers']);
}

const mean = 'figures:\n  - query: SELECT avg(km), 100 * avg((km > 90)::INT) FROM rivers\n    gives: ';

test('a number that nothing gives is told with its place', async () => {
  const [problem, ...others] = await verify('They are 111.8 km long on average.');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    file: join(folder, 'lesson.md'),
    found: expect.stringContaining('111.8') as string,
  });
  const lines = project.read(join(folder, 'lesson.md')).split('\n');
  expect(lines[(problem?.line ?? 0) - 1]).toContain('111.8');
});

test('the query of a number proves it, as briefly as it is written', async () => {
  expect(await verify('They are 111.8 km long, and 75% longer.', `${mean}[111.8, 75%]`)).toEqual([]);
  expect(
    await verify(
      'They are 112 km long.',
      'figures:\n  - { query: SELECT avg(km) FROM rivers, gives: [112] }',
    ),
  ).toEqual([]);
});

test('a number that the query does not give is told, in the words and there', async () => {
  expect(await verify('They are 111.9 km long.', `${mean}[111.9]`)).toMatchObject([
    { path: 'figures.0.gives', found: '"111.9", and the query gives 111.75' },
  ]);
  expect(await verify('They are 113 km long.', `${mean}[111.8]`)).toMatchObject([
    { file: join(folder, 'lesson.md'), found: expect.stringContaining('"113"') as string },
    { path: 'figures.0.gives', found: '"111.8", which stands nowhere' },
  ]);
});

test('a query that does not run, or gives too few columns, is told', async () => {
  expect(
    await verify('They are 5 km long.', 'figures:\n  - { query: SELECT miles FROM rivers, gives: [5] }'),
  ).toMatchObject([{ path: 'figures.0.query' }]);
  expect(await verify('A 7.', 'figures:\n  - { query: SELECT 7, gives: [7, 8] }')).toMatchObject([
    { found: '"8", and the query gives no such column' },
    { found: '"8", which stands nowhere' },
  ]);
});

test('what a model answer changes is undone before the next query', async () => {
  const file = join(folder, 'how-many.yaml');
  const exercise = project.read(file);
  project.write(
    file,
    exercise.replace(
      /^solution: .*$/m,
      "solution: INSERT INTO rivers SELECT 'Ouse', 'North', 80, 2020; SELECT count(*) FROM rivers",
    ),
  );
  try {
    expect(await verify('Of 4 rivers.')).toEqual([]);
    expect((await open.database.query('SELECT count(*) FROM rivers')).rows).toEqual([[4]]);
  } finally {
    project.write(file, exercise);
  }
});

test('constants need a reason, and what an example shows needs nothing', async () => {
  const constant = 'constants:\n  - { figures: [5.5], reason: A law that somebody made. }';
  expect(await verify('The limit is 5.5 km.', constant)).toEqual([]);
  expect(
    await verify('```sql\nSELECT max(km), 12 FROM rivers\n```\n\nOne has 148 km, more than 12; there are 4.'),
  ).toEqual([]);
});
