import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { toTableReport } from '../to-refresh-report.ts';
import { refreshDataset } from './refresh-dataset.ts';
import { createRiverProject, type RiverProject, riversCsv } from '#src/testing/river-project.ts';

let project: RiverProject;
beforeEach(() => {
  project = createRiverProject();
});
afterEach(() => project.remove());

async function refresh(write = false, accept: string[] = []) {
  const { datasets, problems } = await loadDatasets(project.root);
  expect(problems).toEqual([]);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('No dataset.');
  return refreshDataset({ root: project.root, dataset, from: { folder: project.raw }, write, accept });
}

const newEdition =
  riversCsv.replace('Yare,East,85,2021\n', '').replace('Tyne,North,118,', 'Tyne,North,180,') +
  'Ouse,East,230,2024\n';

test('finds nothing new in the same file, whatever its name and packing', async () => {
  rmSync(join(project.raw, 'rivers.csv'));
  writeFileSync(join(project.raw, 'from-a-colleague.csv.gz'), gzipSync(riversCsv));
  const { files, tables, answers, problems, written } = await refresh(true);
  expect(files).toEqual([expect.objectContaining({ path: 'data/rivers.csv', isNew: false })]);
  expect(tables.map(toTableReport)).toEqual(['rivers: nothing changed, 4 rows.']);
  expect({ changed: answers.changed, compared: answers.compared }).toEqual({ changed: [], compared: 2 });
  expect([problems, written]).toEqual([[], []]);
});

test('says which rows, totals and answers a new edition changes, and writes nothing unasked', async () => {
  project.write('raw/rivers.csv', newEdition);
  const before = project.read('datasets/rivers/dataset.yaml');
  const { files, tables, answers, written } = await refresh();
  expect(files[0]?.isNew).toBe(true);
  expect(tables.map(toTableReport).join('\n').split('\n')).toEqual([
    'rivers: 4 rows before, 4 now.',
    '  1 row added, Ouse.',
    '  1 row removed, Yare.',
    '  1 row changed, Tyne.',
    '    km in 1 row',
    '  Total of km: 447 before, 654 now (+46.31%).',
  ]);
  expect(answers).toEqual({
    compared: 2,
    changed: [
      {
        exerciseId: 'water/01-rivers/longest',
        title: 'A question about rivers',
        before: 'Aire, 148',
        after: 'Ouse, 230',
      },
    ],
  });
  expect(written).toEqual([]);
  expect(project.read('datasets/rivers/dataset.yaml')).toBe(before);
});

test('puts the new tables and checksums in place when told to, so that the next refresh finds nothing new', async () => {
  project.write('raw/rivers.csv', newEdition + 'Cam,East,69,2024\n');
  const { written } = await refresh(true, [
    'rivers rows: The gauge on the Yare was closed.',
    'rivers measured periods: It was the only one of that year.',
  ]);
  expect(written).toEqual([
    'datasets/rivers/dataset.yaml',
    'datasets/rivers/rivers.csv',
    'datasets/rivers/source-forms.json',
  ]);
  expect(project.read('datasets/rivers/dataset.yaml')).toMatch(
    /^id: rivers # a made-up dataset\n[^]*rowCount: 5\n/,
  );
  expect(project.read('datasets/rivers/rivers.csv')).toContain('Cam,East,69,2024');
  const again = await refresh(true);
  expect([again.files[0]?.isNew, again.tables.map(toTableReport), again.problems]).toEqual([
    false,
    ['rivers: nothing changed, 5 rows.'],
    [],
  ]);
});

test('names the places where new figures break the descriptor', async () => {
  project.write('raw/rivers.csv', `${riversCsv}Usk,West,9,2024\n`);
  const { problems } = await refresh();
  expect(problems.map(({ path, found }) => `${path}: ${found}`)).toEqual([
    'region: "West"',
    'km > 10: 1 row that breaks it, the first with the key "Usk"',
  ]);
});

test('compares answers even where no database takes the new table', async () => {
  project.write('raw/rivers.csv', riversCsv.replace('Tyne,North,118', 'Tyne,,118'));
  const { answers, problems } = await refresh();
  expect(problems[0]?.found).toBe('a gap');
  expect(answers.changed.map(({ after }) => after)).toEqual([
    expect.stringMatching(/^It does not run: .*NOT NULL/),
    expect.stringMatching(/^It does not run: .*NOT NULL/),
  ]);
});

test('says which files are missing', async () => {
  rmSync(join(project.raw, 'rivers.csv'));
  await expect(refresh()).rejects.toThrow(
    `${project.raw} does not hold these files of the publisher, nor any with their names:\n  rivers.csv (data/rivers.csv)\n`,
  );
});

test('says in a sentence that the recipe does not run, and keeps the words of the engine apart', async () => {
  project.write('raw/rivers.csv', riversCsv.replace('region', 'area'));
  const { findings, details } = await refresh();
  expect(findings.map(({ says }) => says)).toEqual([
    'datasets/rivers/recipe.sql does not run on these files. Look whether the publisher renamed a column or changed how a date or a number is written.',
  ]);
  expect(details).toMatch(/"region" not found/);
});
