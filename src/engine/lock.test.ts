import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAlias, toSetupStatements } from './lock.ts';
import type { NativeDatabase } from './node/native-database.ts';
import { createNativeDatabase } from './node/native-database.ts';
import { runQuery } from './run-query.ts';

let folder: string;
let database: NativeDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  const file = join(folder, "it's.duckdb");
  const maker = await createNativeDatabase();
  await maker.query(`ATTACH '${file.replaceAll("'", "''")}' AS made`);
  await maker.query('CREATE TABLE made.services AS SELECT 1 AS amount');
  maker.close();
  await writeFile(join(folder, 'secret.csv'), 'a\n1\n');

  database = await createNativeDatabase();
  const datasets = [{ alias: toAlias('trial-data'), file, tables: ['services'] }];
  for (const sql of toSetupStatements({ datasets, memoryLimit: '200MB' })) await database.query(sql);
});

afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

test('gives each table as a view and under its dataset', async () => {
  expect((await database.query('FROM services')).rows).toEqual([[1]]);
  expect((await database.query('FROM trial_data.services')).rows).toEqual([[1]]);
});

test.each([
  "FROM read_csv('FOLDER/secret.csv')",
  "FROM read_text('/etc/passwd')",
  "FROM '/etc/passwd'",
  "FROM 'FOLDER/secret.csv'",
  "FROM glob('/etc/*')",
  "FROM read_blob('/etc/passwd')",
  "FROM sniff_csv('FOLDER/secret.csv')",
  "FROM read_csv('https://localhost/x.csv')",
  "ATTACH 'FOLDER/new.duckdb'",
  "ATTACH ':memory:' AS other; DETACH trial_data",
  "COPY services TO 'FOLDER/out.csv'",
  "EXPORT DATABASE 'FOLDER'",
  'INSTALL httpfs',
  'LOAD httpfs',
  'SET enable_external_access = true',
  'SET lock_configuration = false',
  "SET memory_limit = '50GB'",
  'RESET memory_limit',
  'PRAGMA enable_logging',
  'CALL enable_logging()',
  'DROP TABLE trial_data.services',
  'DELETE FROM trial_data.services',
  'INSERT INTO services VALUES (2)',
  'UPDATE services SET amount = 2',
  'CREATE TABLE trial_data.mine (x INTEGER)',
])('refuses %s, and says so in words', async (text) => {
  const { outcome, spoiled } = await runQuery(database, text.replaceAll('FOLDER', folder));
  expect(outcome.status).toBe('error');
  if (outcome.status === 'error')
    expect(outcome.error.message).toMatch(/does not run here|cannot|stay as they are/);
  expect(spoiled).toBe(false);
  expect((await database.query('FROM services')).rows).toEqual([[1]]);
});

test('refuses what the engine itself would allow before the lock', async () => {
  for (const sql of [
    'SET threads = 4',
    "SELECT * FROM read_text('/etc/passwd')",
    "ATTACH 'x.duckdb'",
    'RESET memory_limit',
  ]) {
    await expect(database.query(sql)).rejects.toThrow(/locked|disabled|configuration/);
  }
});

test('stops a query that needs more memory than the limit', async () => {
  const { outcome, spoiled } = await runQuery(database, 'SELECT list(range) FROM range(100000000)');
  expect(outcome).toMatchObject({ status: 'error', error: { message: expect.stringContaining('memory') } });
  // Memory that WebAssembly has taken it never gives back, so this engine is to be replaced.
  expect(spoiled).toBe(true);
});

test('makes tables of other files before the lock, and reads none after it', async () => {
  const own = await createNativeDatabase();
  const loadOwnFiles = [`CREATE TABLE my_secret AS FROM '${folder}/secret.csv'`];
  for (const sql of toSetupStatements({ datasets: [], memoryLimit: '200MB', loadOwnFiles }))
    await own.query(sql);
  expect((await own.query('FROM my_secret')).rows).toEqual([[1]]);
  await expect(own.query(`FROM '${folder}/secret.csv'`)).rejects.toThrow(/disabled/);
  own.close();
});

test('two datasets with a table of the same name keep both: the first under the plain name', async () => {
  const both = await createNativeDatabase();
  const file = join(folder, "it's.duckdb");
  const copy = join(folder, 'copy.duckdb');
  await copyFile(file, copy);
  const datasets = [
    { alias: 'one', file, tables: ['services'] },
    { alias: 'two', file: copy, tables: ['services'] },
  ];
  for (const sql of toSetupStatements({ datasets, memoryLimit: '200MB' })) await both.query(sql);
  expect(
    (await both.query('SELECT count(*) FROM services JOIN two.services AS other USING (amount)')).rows,
  ).toEqual([[1]]);
  both.close();
});
