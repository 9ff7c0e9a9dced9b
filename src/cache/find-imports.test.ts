import { expect, test } from 'vitest';
import { findImports, packageOf } from './find-imports.ts';

test.each([
  ['a name', "import { a } from './a.ts';", ['./a.ts']],
  ['names over several lines', "import {\n  a,\n  type B,\n} from '#src/a.ts';", ['#src/a.ts']],
  ['a module for what it does', "import './a.ts';", ['./a.ts']],
  ['everything', 'import * as a from \'zod\';\nimport b from "yaml";', ['zod', 'yaml']],
  ['what is handed on', "export { a } from './a.ts';\nexport * from './b.ts';", ['./a.ts', './b.ts']],
  ['a module that is loaded late', "const { a } = await import('./a.ts');", ['./a.ts']],
  ['types alone', "import type { A } from './a.ts';\nexport type { B } from './b.ts';", []],
  ['code that imports nothing', "export const a = 'text';\nexport function from(b: string) {}", []],
])('finds %s', (_case, text, expected) => {
  expect(findImports(text)).toEqual(expected);
});

test.each([
  ['zod', 'zod'],
  ['zod/v4', 'zod'],
  ['@duckdb/node-api', '@duckdb/node-api'],
  ['@duckdb/duckdb-wasm/blocking', '@duckdb/duckdb-wasm'],
])('%s stands in the package %s', (specifier, expected) => {
  expect(packageOf(specifier)).toBe(expected);
});
