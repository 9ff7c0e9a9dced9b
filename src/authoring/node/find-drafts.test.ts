import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApiFiles } from '#src/api/node/build-api-files.ts';
import { buildDatasetFiles } from '#src/datasets/node/build-dataset-files.ts';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { createRiverProject, type RiverProject } from '#src/testing/river-project.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { buildExercises } from './build-exercises.ts';
import { findDrafts, toDraftText } from './find-drafts.ts';

const descriptor = 'datasets/rivers/dataset.yaml';
let project: RiverProject;
beforeEach(() => {
  project = createRiverProject();
});
afterEach(() => project.remove());

/** The descriptor without what a draft may lack. */
const bare = () =>
  project
    .read(descriptor)
    .replace(/^licence: .*\n/m, '')
    .replace(/^ +sha256: .*\n/m, '');
const makeDraft = () => project.write(descriptor, `draft: true\n${bare()}`);
const folders = () => ({
  ...{ root: project.root, publicDir: join(project.root, 'public') },
  cacheDir: join(project.root, '.cache'),
});

test('without a licence and a checksum only a draft is a dataset', async () => {
  project.write(descriptor, bare());
  const problems = (await loadDatasets(project.root)).problems.map(({ path }) => path);
  expect(problems).toEqual(expect.arrayContaining(['licence', 'tables.0.sha256']));
  makeDraft();
  const { datasets } = await loadDatasets(project.root);
  expect(datasets[0]?.descriptor.title).toBe('Rivers and their lengths (draft)');
});

test('a draft is checked all the same, and so are the lessons that use it', async () => {
  makeDraft();
  expect((await checkDatasets(project.root)).problems).toEqual([]);
  const { problems, scorecards } = await verifyLessons(project.root, { cacheDir: folders().cacheDir });
  expect(problems).toEqual([]);
  expect(scorecards).toHaveLength(2);
  project.write(descriptor, project.read(descriptor).replace('rowCount: 4', 'rowCount: 5'));
  expect((await checkDatasets(project.root)).problems).toMatchObject([{ path: 'rowCount' }]);
});

test('what was made to try a draft is gone when the site is built', { timeout: 60_000 }, async () => {
  makeDraft();
  const file = join(folders().publicDir, 'api/v1/datasets/rivers/rivers.duckdb');
  const tried = await buildDatasetFiles(folders(), { drafts: true });
  expect((await buildApiFiles(folders(), tried)).map(({ descriptor: { id } }) => id)).toEqual(['rivers']);
  expect(existsSync(file)).toBe(true);
  const published = await buildDatasetFiles(folders(), { drafts: false });
  expect(published).toEqual({});
  expect(await buildApiFiles(folders(), published)).toEqual([]);
  expect(existsSync(file)).toBe(false);
  expect(Object.keys((await buildExercises(project.root, { drafts: true })).built)).toHaveLength(2);
  expect((await buildExercises(project.root, { drafts: false })).built).toEqual({});
});

test('the build says what it leaves out and how to publish it', async () => {
  expect((await findDrafts(project.root)).datasets).toEqual([]);
  makeDraft();
  const drafts = await findDrafts(project.root);
  expect(drafts).toEqual({ datasets: ['rivers'], lessons: ['water/01-rivers'] });
  expect(toDraftText(drafts)).toBe(
    'The build leaves out a draft: the dataset rivers, and the lesson water/01-rivers, which uses it. ' +
      'To publish it, add the licence and the checksums to dataset.yaml and take out "draft: true".',
  );
  expect(toDraftText({ datasets: ['a', 'b'], lessons: [] })).toContain(
    'drafts: the datasets a and b. To publish them',
  );
});
