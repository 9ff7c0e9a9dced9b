import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codePaths, hashCode } from './hash-code.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'code-'));
  write('package.json', '{}');
  write('node_modules/yaml/package.json', '{ "version": "1.0.0" }');
  write('src/making/make.ts', "import { rule } from '#src/rules/rule.ts';\nimport type { A } from './a.ts';");
  write('src/rules/rule.ts', "import { parse } from 'yaml';\nimport { make } from '../making/make.ts';");
  write('src/making/a.ts', 'export type A = 1;');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const hash = () => hashCode(join(root, 'src/making/make.ts'), new Map());

test('the same code has the same hash', () => {
  expect(hash()).toBe(hash());
});

test.each([
  ['the module itself', 'src/making/make.ts', 'export {};'],
  ['a module that it imports from another part', 'src/rules/rule.ts', 'export {};'],
  ['the version of a package', 'node_modules/yaml/package.json', '{ "version": "1.0.1" }'],
])('another hash comes of a change in %s', (_case, path, text) => {
  const before = hash();
  write(path, text);
  expect(hash()).not.toBe(before);
});

test.each([
  ['a module that gives types alone', 'src/making/a.ts', 'export type A = 2;'],
  ['a module that is not imported', 'src/making/b.ts', 'export {};'],
])('a change in %s makes no difference', (_case, path, text) => {
  const before = hash();
  write(path, text);
  expect(hash()).toBe(before);
});

// The parts that a list by hand once left out.
test.each([
  [
    '../../verifying/node/verify-lessons.ts',
    ['src/authored/parse-authored.ts', 'src/datasets/descriptor.ts'],
  ],
  ['../../quality/node/measure-datasets.ts', ['src/authored/issue-words.ts', 'src/datasets/table-sql.ts']],
  ['../../datasets/node/write-database-file.ts', ['src/datasets/table-sql.ts', 'src/sql/quote.ts']],
  ['../../api/node/write-table-files.ts', ['src/api/page.ts', 'src/datasets/table-sql.ts']],
])('the code of %s is found in other parts too', (entry, paths) => {
  expect(codePaths(join(import.meta.dirname, entry))).toEqual(expect.arrayContaining(paths));
});
