import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEngineFiles } from './build-engine-files.ts';

const root = join(import.meta.dirname, '../../..');
let publicDir: string;

beforeAll(async () => {
  publicDir = await mkdtemp(join(tmpdir(), 'engine-files-'));
  // Where the cache is empty the slim engine is made first, which takes longer than a test may.
  await build();
});

afterAll(() => rm(publicDir, { recursive: true }));

const build = () => buildEngineFiles({ root, publicDir, cacheDir: join(root, '.cache') });

test('writes the module and the worker where it says, and removes outdated ones', async () => {
  await mkdir(join(publicDir, 'engine/outdated'), { recursive: true });
  await writeFile(join(publicDir, 'engine/outdated/duckdb.wasm'), 'old');
  const asset = await build();
  expect((await readFile(join(publicDir, asset.modulePath))).length).toBe(asset.moduleBytes);
  const worker = await readFile(join(publicDir, asset.workerPath), 'utf8');
  expect(worker).not.toContain('sourceMappingURL');
  expect(await readdir(join(publicDir, 'engine'))).toHaveLength(1);
});

test('makes good a folder that lost a file, and otherwise changes nothing', async () => {
  const first = await build();
  await rm(join(publicDir, first.workerPath));
  expect(await build()).toEqual(first);
  expect(await readFile(join(publicDir, first.workerPath), 'utf8')).toContain('WebAssembly.Module');
});
