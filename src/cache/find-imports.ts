/**
 * What stands between a keyword and the name of a module: no quote and no end of a statement. Imports of types alone are
 * passed over, because they are gone when the code runs.
 */
const importPattern =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;

/**
 * The modules that a module's text names, as it names them. A comment that looks like an import may add one.
 *
 * @example findImports("import { join } from 'node:path';\nimport type { A } from './a.ts';") // => ['node:path']
 */
export function findImports(text: string): string[] {
  const found = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
  return [...new Set(found)];
}

/**
 * The package that a name of a module stands in.
 *
 * @example
 * packageOf('@duckdb/node-api/lib/a.js') // => '@duckdb/node-api'
 * packageOf('zod') // => 'zod'
 */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
