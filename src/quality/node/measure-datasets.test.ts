import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureDatasets } from './measure-datasets.ts';
import { createRiverProject, type RiverProject } from '#src/testing/river-project.ts';

let project: RiverProject;
beforeEach(() => {
  project = createRiverProject();
});
afterEach(() => project.remove());

const measure = () => measureDatasets({ root: project.root, cacheDir: join(project.root, '.cache') });
const written = () => join(project.root, '.cache/quality.json');

test('writes the figures of every dataset for the pages', async () => {
  const quality = await measure();
  expect(quality['rivers']?.tables[0]).toMatchObject({ name: 'rivers', rows: 4, wholeRows: 3 });
  expect(JSON.parse(readFileSync(written(), 'utf8'))).toEqual(quality);
});

test('takes what has not changed from the cache, and measures anew what has', async () => {
  await measure();
  // A figure that nobody measured shows what comes from the cache.
  const [entry = ''] = readdirSync(join(project.root, '.cache/quality'));
  const kept = join(project.root, '.cache/quality', entry, 'value.json');
  writeFileSync(kept, readFileSync(kept, 'utf8').replace('"rows":4', '"rows":5'));
  utimesSync(join(project.root, 'datasets/rivers/rivers.csv'), new Date(), new Date());
  expect((await measure())['rivers']?.tables[0]?.rows).toBe(5);
  project.write(
    'datasets/rivers/rivers.csv',
    project.read('datasets/rivers/rivers.csv').replace('148', '149'),
  );
  expect((await measure())['rivers']?.tables[0]?.rows).toBe(4);
});
