import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stageRawFiles } from './stage-raw-files.ts';

let raw: string;
beforeEach(() => {
  raw = mkdtempSync(join(tmpdir(), 'raw-'));
  mkdirSync(join(raw, 'first/deep'), { recursive: true });
  mkdirSync(join(raw, 'second'));
});
afterEach(() => rmSync(raw, { recursive: true }));

const file = (path: string, content: string | Buffer) => ({
  path,
  sha256: createHash('sha256').update(content).digest('hex'),
});

async function stage(files: { path: string; sha256: string }[]) {
  return stageRawFiles(files, [join(raw, 'first'), join(raw, 'second')]);
}

test('takes the named files from any folder and leaves the others', async () => {
  writeFileSync(join(raw, 'first/deep/a.csv'), 'a\n1\n');
  writeFileSync(join(raw, 'second/b.csv'), 'b\n2\n');
  writeFileSync(join(raw, 'second/notes.csv'), 'never\n');
  const staged = await stage([file('x/a.csv', 'a\n1\n'), file('y/b.csv', 'b\n2\n')]);
  expect(readFileSync(join(staged.folder, 'deep/a.csv'), 'utf8')).toBe('a\n1\n');
  expect(readFileSync(join(staged.folder, 'b.csv'), 'utf8')).toBe('b\n2\n');
  expect(existsSync(join(staged.folder, 'notes.csv'))).toBe(false);
  await staged.remove();
  expect(existsSync(staged.folder)).toBe(false);
});

test('unpacks a file that was stored with gzip and knows it by the checksum of its content', async () => {
  writeFileSync(join(raw, 'first/a.csv.gz'), gzipSync('a\n1\n'));
  const staged = await stage([file('a.csv', 'a\n1\n')]);
  expect(readFileSync(join(staged.folder, 'a.csv'), 'utf8')).toBe('a\n1\n');
  await staged.remove();
});

test.each([
  ['Windows-1252', Buffer.from('Caf\xe9 \x9650\n', 'latin1'), 'Café –50\n'],
  ['UTF-8', Buffer.from('Café –50\n'), 'Café –50\n'],
])('gives text in %s as UTF-8', async (_case, bytes, expected) => {
  writeFileSync(join(raw, 'first/a.csv'), bytes);
  const staged = await stage([file('a.csv', bytes)]);
  expect(readFileSync(join(staged.folder, 'a.csv'), 'utf8')).toBe(expected);
  await staged.remove();
});

test('says which files are missing, and where it looked', async () => {
  writeFileSync(join(raw, 'first/a.csv'), 'another version\n');
  const wanted = file('data/a.csv', 'a\n1\n');
  await expect(stage([wanted])).rejects.toThrow(
    `${join(raw, 'first')}, ${join(raw, 'second')} does not hold these files, which the descriptor names as the ` +
      `source:\n  data/a.csv (SHA-256 ${wanted.sha256})`,
  );
});
