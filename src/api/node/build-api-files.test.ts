import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildDatasetFiles } from '#src/datasets/node/build-dataset-files.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';
import { buildApiFiles } from './build-api-files.ts';

let project: TemporaryProject;
let api: string;
beforeEach(() => {
  project = createTemporaryProject(['government-services', 'local-authorities']);
  api = join(project.root, 'public', 'api', 'v1');
});
afterEach(() => project.remove());

async function build() {
  const folders = {
    root: project.root,
    publicDir: join(project.root, 'public'),
    cacheDir: join(project.root, '.cache'),
  };
  return buildApiFiles(folders, await buildDatasetFiles(folders));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const contents = () => new Map(filesIn(api).map((path) => [path, readFileSync(path, 'base64')]));
const writtenAt = () => new Map(filesIn(api).map((path) => [path, statSync(path).mtimeMs]));

test('writes the same bytes every time', async () => {
  await build();
  const first = contents();
  rmSync(join(project.root, 'public'), { recursive: true });
  rmSync(join(project.root, '.cache'), { recursive: true });
  await build();
  expect(contents()).toEqual(first);
});

test('leaves everything in place when nothing has changed', async () => {
  const first = await build();
  const before = writtenAt();
  expect(await build()).toEqual(first);
  expect(writtenAt()).toEqual(before);
});

test('publishes the file of the repository as it is', async () => {
  await build();
  const published = readFileSync(join(api, 'datasets/local-authorities/councils.csv'));
  const source = readFileSync(join(project.root, 'datasets/local-authorities/councils.csv'));
  expect(published.equals(source)).toBe(true);
});

test('mends a page that was cut short and removes what belongs to no dataset', async () => {
  await build();
  const page = join(api, 'datasets/government-services/service_periods/pages/2.json');
  const whole = readFileSync(page, 'utf8');
  truncateSync(page, 100);
  mkdirSync(join(api, 'datasets/old'));
  writeFileSync(join(api, 'datasets/old/old.csv'), 'a\n');
  writeFileSync(join(api, 'datasets/local-authorities/councils.csv.99999.part'), 'another build writes this');
  await build();
  expect(readFileSync(page, 'utf8')).toBe(whole);
  expect(readdirSync(join(api, 'datasets')).sort()).toEqual(['government-services', 'local-authorities']);
  expect(readdirSync(join(api, 'datasets/local-authorities'))).toContain('councils.csv.99999.part');
});

test('makes a dataset again when a table or its description changes, and no other', async () => {
  await build();
  const before = writtenAt();
  project.edit('local-authorities/councils.csv', '217232', '217233');
  project.edit('local-authorities/dataset.yaml', 'The short name, as people say it.', 'The name in short.');
  const after = await build();
  const page = readFileSync(join(api, 'datasets/local-authorities/councils/pages/1.json'), 'utf8');
  expect(page).toContain('217233');
  expect(readFileSync(join(api, 'openapi.json'), 'utf8')).toContain('The name in short.');
  expect(after.map(({ descriptor }) => descriptor.id)).toEqual(['government-services', 'local-authorities']);
  const services = join(api, 'datasets/government-services/services.parquet');
  expect(statSync(services).mtimeMs).toBe(before.get(services));
});

test('tells the pages of the site what the catalogue says', async () => {
  await build();
  expect(readFileSync(join(project.root, '.cache/catalogue.json'), 'utf8')).toBe(
    readFileSync(join(api, 'catalogue.json'), 'utf8'),
  );
});
