import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DatasetAsset } from '../assets.ts';
import { buildDatasetFiles } from './build-dataset-files.ts';
import { connectDuckDb } from './connect-duckdb.ts';
import { loadDatasets } from './load-datasets.ts';
import { hashFile } from '#src/cache/node/hash-file.ts';
import { createTemporaryProject, type TemporaryProject } from '#src/testing/temporary-project.ts';

let project: TemporaryProject;
beforeEach(() => {
  project = createTemporaryProject();
});
afterEach(() => project.remove());

const publicDir = () => join(project.root, 'public');
const cacheDir = () => join(project.root, '.cache');
const build = () => buildDatasetFiles({ root: project.root, publicDir: publicDir(), cacheDir: cacheDir() });
const fileOf = (asset: DatasetAsset | undefined) =>
  join(publicDir(), `api/v1/datasets/${asset?.id}/${asset?.id}.duckdb`);

async function queryAttached(asset: DatasetAsset | undefined, sql: string): Promise<unknown[][]> {
  const { connection, close } = await connectDuckDb();
  try {
    await connection.run(`ATTACH '${fileOf(asset)}' AS attached (READ_ONLY)`);
    return (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][];
  } finally {
    close();
  }
}

test('makes a database of every dataset, which the page asks for by its content', async () => {
  const assets = await build();
  expect(Object.keys(assets)).toEqual(readdirSync(join(project.root, 'datasets')).sort());
  for (const asset of Object.values(assets)) {
    const path = fileOf(asset);
    expect(asset.path).toBe(
      `/api/v1/datasets/${asset.id}/${asset.id}.duckdb?sha256=${asset.sha256.slice(0, 16)}`,
    );
    expect(await hashFile(path)).toBe(asset.sha256);
    expect(statSync(path).size).toBe(asset.bytes);
  }
  for (const { descriptor } of (await loadDatasets(project.root)).datasets) {
    const tables = descriptor.tables.map(({ name, rowCount }) => ({ name, rows: rowCount }));
    expect(assets[descriptor.id]?.tables).toEqual(tables);
  }
});

test('keeps the types and the NOT NULL of the descriptor', async () => {
  const { 'government-services': asset } = await build();
  const sql = `SELECT column_name, data_type, is_nullable FROM duckdb_columns()
    WHERE database_name = 'attached' AND table_name = 'service_periods' ORDER BY column_index`;
  expect(await queryAttached(asset, sql)).toEqual([
    ['service', 'VARCHAR', false],
    ['year_to', 'DATE', false],
    ['transactions', 'BIGINT', true],
    ['digital_transactions', 'BIGINT', true],
    ['cost_per_transaction', 'DECIMAL(12,2)', true],
  ]);
});

test('takes a dataset that has not changed from the cache', async () => {
  const first = await build();
  rmSync(publicDir(), { recursive: true });
  const writtenAt = () =>
    readdirSync(join(cacheDir(), 'datasets'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  const before = writtenAt();
  expect(await build()).toEqual(first);
  expect(writtenAt()).toEqual(before);
  for (const asset of Object.values(first)) expect(statSync(fileOf(asset)).size).toBe(asset.bytes);
});

test('makes the file again when a table changes, under the same address with another hash', async () => {
  const first = await build();
  project.edit('local-authorities/councils.csv', '217232', '217233');
  const second = await build();
  expect(second['local-authorities']?.path).not.toBe(first['local-authorities']?.path);
  expect(second['nhs-ae']).toEqual(first['nhs-ae']);
  expect(fileOf(second['local-authorities'])).toBe(fileOf(first['local-authorities']));
  expect(await hashFile(fileOf(second['local-authorities']))).toBe(second['local-authorities']?.sha256);
  const sql = "SELECT population_2020 FROM attached.councils WHERE code = 'ABC'";
  expect(await queryAttached(second['local-authorities'], sql)).toEqual([['217233']]);
});

test('mends a published file that was cut short', async () => {
  const { 'nhs-ae': asset } = await build();
  const path = fileOf(asset);
  const whole = readFileSync(path);
  truncateSync(path, 1000);
  await build();
  expect(readFileSync(path).equals(whole)).toBe(true);
});

test('gives up on descriptors with mistakes and tells them all', async () => {
  project.edit('nhs-ae/dataset.yaml', 'publisher:', 'publischer:');
  project.edit('local-authorities/dataset.yaml', 'primaryKey: [code]', 'primaryKey: [codes]');
  await expect(build()).rejects.toThrow(
    /local-authorities\/dataset\.yaml:\d+\n.*primaryKey[^]*nhs-ae\/dataset\.yaml/,
  );
});

test('leaves nothing behind when a table does not fit its descriptor', async () => {
  project.edit('local-authorities/councils.csv', '217232', 'many');
  await expect(build()).rejects.toThrow(/Could not convert string 'many' to INT64/);
  const files = readdirSync(join(cacheDir(), 'datasets')).filter((name) =>
    name.startsWith('local-authorities'),
  );
  expect(files).toEqual([]);
});
