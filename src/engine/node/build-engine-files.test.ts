import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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
  const script = await readFile(join(publicDir, dirname(asset.workerPath), 'duckdb-script.js'), 'utf8');
  expect(script).not.toContain('sourceMappingURL');
  expect(await readdir(join(publicDir, 'engine'))).toHaveLength(1);
});

test('packs the module and the script, which unpack to what the page expects', async () => {
  const asset = await build();
  for (const [packed, bytes, sha256] of [
    [asset.modulePacked, asset.moduleBytes, asset.moduleSha256],
    [asset.scriptPacked, asset.scriptBytes, asset.scriptSha256],
  ] as const) {
    const content = await readFile(join(publicDir, packed.path));
    expect(content.length).toBe(packed.bytes);
    // Less than a third of the whole: otherwise packing is not worth its time.
    expect(content.length).toBeLessThan(bytes / 3);
    const unpacked = gunzipSync(content);
    expect(unpacked.length).toBe(bytes);
    expect(createHash('sha256').update(unpacked).digest('hex')).toBe(sha256);
  }
});

test('makes good a folder that lost a file, and otherwise changes nothing', async () => {
  const first = await build();
  await rm(join(publicDir, first.workerPath));
  expect(await build()).toEqual(first);
  expect(await readFile(join(publicDir, first.workerPath), 'utf8')).toContain('WebAssembly.Module');
});
