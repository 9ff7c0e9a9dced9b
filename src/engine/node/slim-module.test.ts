import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '#src/results/database.ts';
import { createWasmDatabase } from '../wasm-database.ts';
import { runQuery } from '../run-query.ts';
import { createNativeDatabase } from './native-database.ts';
import { corpusTables, queryCorpus } from '#src/testing/query-corpus.ts';
import { keepNamedExports, slimModule } from './slim-module.ts';
import { readExports, readSections } from '#src/engine/wasm-sections.ts';

const require = createRequire(import.meta.url);
const dist = dirname(require.resolve('@duckdb/duckdb-wasm'));
const stockPath = join(dist, 'duckdb-eh.wasm');
const workerPath = join(dist, 'duckdb-browser-eh.worker.js');
const cacheDir = join(import.meta.dirname, '../../../.cache');

let folder: string;
let slimPath: string;
let answers: Map<string, readonly unknown[]>;

/** The WASM engine inside Node, made from any module. */
async function openWasm(modulePath: string): Promise<Database> {
  return createWasmDatabase((await openBindings(modulePath)).connect() as never);
}

async function openBindings(modulePath: string) {
  const duckdb =
    require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs') as typeof import('@duckdb/duckdb-wasm/blocking');
  const bundle = { mainModule: modulePath, mainWorker: '' };
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
  bindings.open({ path: ':memory:' });
  return bindings;
}

async function answerAll(database: Database): Promise<unknown[]> {
  for (const setting of [
    'autoinstall_known_extensions = false',
    'autoload_known_extensions = false',
    'errors_as_json = true',
  ]) {
    await database.query(`SET ${setting}`);
  }
  for (const sql of corpusTables) await database.query(sql);
  const outcomes = [];
  for (const sql of queryCorpus) outcomes.push((await runQuery(database, sql, { now: () => 0 })).outcome);
  return outcomes;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slim-'));
  const slim = await slimModule({ stockPath, workerPath, cacheDir });
  expect(slim.warning).toBeUndefined();
  slimPath = slim.path;
  answers = new Map([
    ['native', await answerAll(await createNativeDatabase())],
    ['stock', await answerAll(await openWasm(stockPath))],
    ['slim', await answerAll(await openWasm(slimPath))],
  ]);
});

afterAll(() => rm(folder, { recursive: true }));

test('has a corpus worth the name, in which nearly everything runs', () => {
  expect(queryCorpus.length).toBeGreaterThan(150);
  const failed = queryCorpus.filter(
    (_sql, index) => (answers.get('slim')?.[index] as { status: string }).status !== 'ok',
  );
  // The last nine are mistakes on purpose.
  expect(failed).toEqual(queryCorpus.slice(-9));
});

test('runs a long query in slices, between which a worker can be ended', async () => {
  const bindings = await openBindings(slimPath);
  const poll = vi.spyOn(bindings, 'pollPendingQuery');
  const { rows } = await createWasmDatabase(bindings.connect() as never).query(
    'SELECT count(*) FROM range(200000000) a WHERE hash(range) % 2 < 2',
  );
  expect(rows).toEqual([[200_000_000]]);
  expect(poll.mock.calls.length).toBeGreaterThan(2);
});

test.each(queryCorpus.map((sql, index) => [sql, index] as const))('gives one answer to %s', (_sql, index) => {
  expect(answers.get('slim')?.[index]).toEqual(answers.get('stock')?.[index]);
  expect(answers.get('slim')?.[index]).toEqual(answers.get('native')?.[index]);
});

test('is under 25 MiB, the limit for one file at common static hosts', async () => {
  expect((await stat(slimPath)).size).toBeLessThan(25 * 1024 * 1024);
});

test('keeps the exports the script names, and every table, memory and tag', async () => {
  const stock = await readFile(stockPath);
  const kept = keepNamedExports(stock, 'Module._duckdb_web_open(1); malloc();');
  expect(WebAssembly.validate(Uint8Array.from(kept))).toBe(true);
  const exports = readExports(readSections(kept).find(({ id }) => id === 7)?.body ?? new Uint8Array());
  expect(exports.map(({ name }) => name)).toEqual(['malloc']);
});

test('serves the stock module, and says why, when it cannot be made slim', async () => {
  const broken = join(folder, 'broken.wasm');
  await writeFile(broken, 'not a module');
  const result = await slimModule({ stockPath: broken, workerPath, cacheDir: join(folder, 'cache') });
  expect(result).toMatchObject({ path: broken, slim: false });
  expect(result.warning).toMatch(/stock one is served.*not a WebAssembly module/);
});
