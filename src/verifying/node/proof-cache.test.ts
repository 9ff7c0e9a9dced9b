import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProofCache } from './proof-cache.ts';

let cacheDir: string;
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'proofs-'));
});
afterAll(() => rm(cacheDir, { recursive: true }));

test('a proof is made once for the same texts, and again when one of them changes', async () => {
  let made = 0;
  const make = () => Promise.resolve({ number: ++made });
  const first = await createProofCache<{ number: number }>({ cacheDir, codeRoot: import.meta.dirname });
  expect(await first.get(['exercise', 'data'], make)).toEqual({ number: 1 });
  const later = await createProofCache<{ number: number }>({ cacheDir, codeRoot: import.meta.dirname });
  expect(await later.get(['exercise', 'data'], make)).toEqual({ number: 1 });
  expect(await later.get(['exercise', 'other data'], make)).toEqual({ number: 2 });
  // Where one text ends and the next begins counts.
  expect(await later.get(['exercisedata', ''], make)).toEqual({ number: 3 });
});

test('a proof that fails is not kept', async () => {
  const cache = await createProofCache<number>({ cacheDir, codeRoot: import.meta.dirname });
  await expect(cache.get(['fails'], () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await cache.get(['fails'], () => Promise.resolve(1))).toBe(1);
});
