import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findImports, packageOf } from '../find-imports.ts';

interface Module {
  readonly hash: string;
  /** Absolute paths of the project's own modules that it imports. */
  readonly imports: readonly string[];
  /** Packages that it imports, with their versions. */
  readonly packages: readonly string[];
}

/** Modules by path. Code does not change while it runs, so each file is read once. */
const knownModules = new Map<string, Module>();

/**
 * A hash of a module with everything that it imports at any remove: the project's own files by their content, packages
 * by their version. What a module reads without importing it is not seen.
 *
 * @param entry absolute path of a module under the project's `src`
 * @param known modules that were read before; tests that change code give their own
 */
export function hashCode(entry: string, known: Map<string, Module> = knownModules): string {
  const root = projectOf(entry);
  const hash = createHash('sha256');
  for (const [path, { hash: own, packages }] of readModules(entry, root, known))
    hash.update([path.slice(root.length), own, ...packages].join('\0'));
  return hash.digest('hex');
}

/** The modules that an entry leads to, from the project's root, sorted. */
export function codePaths(entry: string): string[] {
  const root = projectOf(entry);
  return readModules(entry, root, knownModules).map(([path]) => path.slice(root.length + 1));
}

function readModules(entry: string, root: string, known: Map<string, Module>): [string, Module][] {
  const found = new Map<string, Module>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const module = known.get(path) ?? readModule(path, root);
    known.set(path, module);
    found.set(path, module);
    waiting.push(...module.imports);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function readModule(path: string, root: string): Module {
  const text = readFileSync(path, 'utf8');
  const specifiers = findImports(text).filter((specifier) => !specifier.startsWith('node:'));
  const isOwn = (specifier: string) => /^[.#]/.test(specifier);
  return {
    hash: createHash('sha256').update(text).digest('hex'),
    imports: specifiers
      .filter(isOwn)
      .map((specifier) =>
        specifier.startsWith('#') ? join(root, specifier.slice(1)) : resolve(dirname(path), specifier),
      )
      // What only looks like an import, in a comment or a text, leads nowhere.
      .filter((imported) => existsSync(imported)),
    packages: [...new Set(specifiers.filter((specifier) => !isOwn(specifier)).map(packageOf))].map(
      (name) => `${name}@${packageVersion(root, name)}`,
    ),
  };
}

/** The version of a package as it is installed, or "none". */
export function packageVersion(root: string, name: string): string {
  const path = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(path)) return 'none';
  return String((JSON.parse(readFileSync(path, 'utf8')) as { version?: unknown }).version);
}

/** The folder of the project that a file stands in: the nearest one above with a `package.json`. */
export function projectOf(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`${file} stands in no project.`);
  }
}
