import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openContentCache } from './content-cache.ts';

let cacheDir: string;
let made: number;
beforeEach(() => {
  cacheDir = mkdtempSync(join(tmpdir(), 'cache-'));
  made = 0;
});
afterEach(() => rmSync(cacheDir, { recursive: true }));

const code = join(import.meta.dirname, 'content-cache.ts');
const open = (changed: { code?: string; engine?: string } = {}) =>
  openContentCache({ cacheDir, kind: 'proofs', code, engine: 'v1', ...changed });
const entries = () => readdirSync(join(cacheDir, 'proofs'));
const make = () => Promise.resolve({ number: ++made });
/** A value with a file beside it. */
const makeFile = (folder: string) => {
  writeFileSync(join(folder, 'a.txt'), 'whole');
  return make();
};

test('makes a value once for the same inputs, and again when one of them changes', async () => {
  const inputs = { name: 'track/busiest', texts: ['exercise', 'data'] };
  expect(await (await open()).get(inputs, make)).toEqual({ number: 1 });
  const later = await open();
  expect(await later.get(inputs, make)).toEqual({ number: 1 });
  expect(await later.get({ ...inputs, name: 'track/longest' }, make)).toEqual({ number: 2 });
  expect(await later.get({ ...inputs, texts: ['exercise', 'other data'] }, make)).toEqual({ number: 3 });
  // Where one text ends and the next begins counts.
  expect(await later.get({ ...inputs, texts: ['exercisedata', ''] }, make)).toEqual({ number: 4 });
});

test('makes it again when a file, the code or the engine changes', async () => {
  const file = join(cacheDir, 'table.csv');
  writeFileSync(file, 'a\n1\n');
  const get = async (changed?: Parameters<typeof open>[0]) =>
    (await (await open(changed)).get({ name: 'rivers', files: [file] }, make)).number;
  expect([await get(), await get()]).toEqual([1, 1]);
  writeFileSync(file, 'a\n2\n');
  expect(await get()).toBe(2);
  expect(await get({ engine: 'v2' })).toBe(3);
  expect(await get({ code: join(import.meta.dirname, 'hash-file.ts') })).toBe(4);
});

test('keeps nothing of what fails', async () => {
  const cache = await open();
  await expect(cache.get({ name: 'a' }, () => Promise.reject(new Error('no disk')))).rejects.toThrow(
    'no disk',
  );
  expect(entries()).toEqual([]);
  expect(await cache.get({ name: 'a' }, make)).toEqual({ number: 1 });
});

test.each([
  ['a value that is cut off', 'value.json', '{"value":{"num'],
  ['a value that is empty', 'value.json', ''],
  ['a file that is cut off', 'a.txt', 'who'],
  ['a file that changed', 'a.txt', 'whale'],
])('takes %s for none', async (_case, file, text) => {
  const { folder } = await (await open()).getFiles({ name: 'a' }, makeFile);
  writeFileSync(join(folder, file), text);
  const { value } = await (await open()).getFiles({ name: 'a' }, makeFile);
  expect(value).toEqual({ number: 2 });
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('whole');
});

test('keeps the versions that were used last, and nothing that nobody used for long', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const cache = await open();
  for (let version = 1; version <= 6; version++) {
    const { folder } = await cache.getFiles({ name: 'a', texts: [String(version)] }, makeFile);
    utimesSync(folder, daysAgo(version), daysAgo(version));
  }
  const { folder } = await cache.getFiles({ name: 'old' }, makeFile);
  utimesSync(folder, daysAgo(90), daysAgo(90));
  mkdirSync(join(cacheDir, 'proofs/a.1.part'));
  writeFileSync(join(cacheDir, 'proofs/earlier-form.json'), '{}');
  const unused = await open();
  expect(await unused.get({ name: 'a', texts: ['2'] }, make)).toEqual({ number: 2 });
  expect(await unused.get({ name: 'b' }, make)).toEqual({ number: 8 });
  expect(
    entries()
      .map((name) => name.replace(/\.[0-9a-f]{32}$/, ''))
      .sort(),
  ).toEqual([...['a', 'a', 'a', 'a'], ...['a.1.part', 'b']]);
});

test('two processes that make the same thing at once do each other no harm', async () => {
  const script = join(cacheDir, 'make.mjs');
  writeFileSync(
    script,
    `import { readFileSync, writeFileSync } from 'node:fs';
     import { openContentCache } from ${JSON.stringify(code)};
     const cache = await openContentCache({ cacheDir: ${JSON.stringify(cacheDir)}, kind: 'proofs', code: ${JSON.stringify(code)} });
     for (let number = 0; number < 20; number++) {
       const { value, folder } = await cache.getFiles({ name: 'a', texts: [String(number)] }, async (to) => {
         writeFileSync(to + '/a.txt', process.pid + ' '.repeat(500_000));
         await new Promise((done) => setTimeout(done, 5));
         return process.pid;
       });
       // What one process reads is of one making, whosever it is.
       if (Number(readFileSync(folder + '/a.txt', 'utf8')) !== value) throw new Error('mixed');
     }`,
  );
  const run = () => promisify(execFile)(process.execPath, [script]);
  await expect(Promise.all([run(), run()])).resolves.toHaveLength(2);
  expect(entries()).toHaveLength(20);
});
