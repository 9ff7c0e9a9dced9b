import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { buildDatasetFiles } from './build-dataset-files.ts';
import { checkDatasets } from './check-datasets.ts';
import { connectDuckDb } from './connect-duckdb.ts';
import { loadDatasets } from './load-datasets.ts';
import { makeTables } from './making/make-tables.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const raw = 'river,length_km\nTyne,118\nAire,148.5\nYare,\n';

const descriptor = `id: rivers
title: Rivers and their lengths
summary: Three rivers, which is enough to see what becomes of a table in Parquet.
themeCodes: [ENVI]
publisher: Nobody
source:
  page: https://example.org/
  repository: https://example.org/
  commit: ${'a'.repeat(40)}
  files: [{ path: rivers.csv, sha256: ${hash(raw)} }]
licence: { name: None, url: https://example.org/, attribution: Nobody asks for a credit. }
period: Always
published: Never
retrieved: Never
frequency: Never
frequencyCode: NEVER
dates: { from: "2020-01-01", to: "2021-12-31" }
coverage: Three rivers in one place.
tidied: [Nothing was done to them.]
problems: [There are none that we know of.]
tables:
  - name: rivers
    row: One river with its length.
    file: rivers.parquet
    rowCount: 3
    sha256: ${'a'.repeat(64)}
    primaryKey: [river]
    rules: [{ rule: length_km > 10, meaning: Every river is longer than ten kilometres. }]
    columns:
      - { name: river, type: VARCHAR, meaning: The name of the river., nullable: false }
      - { name: length_km, type: "DECIMAL(6,1)", meaning: How long the river is., nullable: true, range: [1, 7000] }
`;

const recipe = `CREATE TABLE rivers AS
  SELECT * FROM read_csv(getvariable('raw') || '/rivers.csv', types = { length_km: 'DECIMAL(6,1)' })`;

let project: TemporaryProject;
beforeEach(() => {
  project = createTemporaryProject([]);
  mkdirSync(join(project.root, 'datasets', 'rivers'));
  mkdirSync(join(project.root, 'raw'));
  writeFileSync(join(project.root, 'datasets/rivers/dataset.yaml'), descriptor);
  writeFileSync(join(project.root, 'datasets/rivers/recipe.sql'), recipe);
  writeFileSync(join(project.root, 'raw/rivers.csv'), raw);
});
afterEach(() => project.remove());

/** Makes the table and puts its checksum into the descriptor. */
async function make(): Promise<string> {
  const { datasets } = await loadDatasets(project.root);
  const [dataset] = datasets;
  if (dataset === undefined) throw new Error('The dataset did not load.');
  const [made] = await makeTables(dataset, [join(project.root, 'raw')]);
  project.edit(
    'rivers/dataset.yaml',
    /rowCount: 3\n {4}sha256: [0-9a-f]+/,
    `rowCount: 3\n    sha256: ${made?.sha256}`,
  );
  return made?.sha256 ?? '';
}

async function messages(): Promise<string[]> {
  const { problems } = await checkDatasets(project.root);
  return problems.filter(({ path }) => path !== 'sha256').map(toProblemText);
}

test('makes a table in Parquet, sorted and with the same bytes each time', async () => {
  const first = await make();
  const { connection, close } = await connectDuckDb();
  const path = join(project.root, 'datasets/rivers/rivers.parquet');
  const read = await connection.runAndReadAll(`FROM '${path}'`);
  close();
  expect(read.columnTypes().map(String)).toEqual(['VARCHAR', 'DECIMAL(6,1)']);
  expect(read.getRowsJson()).toEqual([
    ['Aire', '148.5'],
    ['Tyne', '118.0'],
    ['Yare', null],
  ]);
  project.edit('rivers/dataset.yaml', first, 'a'.repeat(64));
  expect(await make()).toBe(first);
  expect(await messages()).toEqual([]);
});

test('builds a table in Parquet into a database for the browser', async () => {
  await make();
  const { root } = project;
  const assets = await buildDatasetFiles({
    root,
    publicDir: join(root, 'public'),
    cacheDir: join(root, 'cache'),
  });
  expect(assets['rivers']?.tables).toEqual([{ name: 'rivers', rows: 3 }]);
});

test.each([
  [
    'a value out of range',
    'range: [1, 7000]',
    'range: [1, 120]',
    '1\n  length_km: expected values from 1 to 120, found "148.5".',
  ],
  [
    'a gap where a value must be',
    'nullable: true',
    'nullable: false',
    '3\n  length_km: expected a value in every row, found a gap.',
  ],
  [
    'a rule that a row breaks',
    'length_km > 10',
    'length_km > 120',
    '2\n  length_km > 120: expected every row to keep this rule',
  ],
  [
    'another type',
    'DECIMAL(6,1)',
    'DOUBLE',
    '1\n  header: expected river VARCHAR,length_km DOUBLE, found river VARCHAR,length_km DECIMAL(6,1).',
  ],
  ['another column', 'river, type', 'stream, type', '1\n  header: expected stream VARCHAR,'],
])('explains %s in Parquet', async (_case, from, to, expected) => {
  await make();
  project.edit('rivers/dataset.yaml', from, to);
  if (to.startsWith('stream'))
    project.edit('rivers/dataset.yaml', 'primaryKey: [river]', 'primaryKey: [stream]');
  expect(await messages()).toEqual([expect.stringContaining(`rivers.parquet:${expected}`)]);
});

test('explains a file that is no Parquet', async () => {
  writeFileSync(join(project.root, 'datasets/rivers/rivers.parquet'), raw);
  expect(await messages()).toEqual([
    expect.stringContaining(
      'rivers.parquet:1\n  expected Parquet that can be read, found Invalid Input Error: No magic bytes',
    ),
  ]);
});
