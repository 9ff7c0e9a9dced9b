import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { readExports, readSections, writeExports, writeModule } from '#src/engine/wasm-sections.ts';

export interface SlimModule {
  /** Where the module to serve is. */
  readonly path: string;
  /** False when the stock module has to do. */
  readonly slim: boolean;
  /** Why it has to. */
  readonly warning?: string;
}

/** The name of the module's file, slim or stock. */
export const moduleName = 'duckdb.wasm';
const exportSection = 7;
const functionKind = 0;
const globalKind = 3;
const features = [
  'bulk-memory',
  'bulk-memory-opt',
  'exception-handling',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
  'simd',
];

/**
 * Make a smaller copy of DuckDB's module for the same worker. Of its 75,000 exports nearly all serve extensions, which
 * are never loaded here: keep those that the worker's script names, then let wasm-opt remove what nothing reaches any
 * more. It takes about 20 seconds the first time; the result is kept in `cacheDir` by the content of all that goes in.
 */
export async function slimModule(options: {
  readonly stockPath: string;
  readonly workerPath: string;
  readonly cacheDir: string;
}): Promise<SlimModule> {
  const { stockPath, workerPath, cacheDir } = options;
  try {
    const cache = await openContentCache({ cacheDir, kind: 'engine', code: import.meta.filename });
    const { folder } = await cache.getFiles(
      { name: moduleName, files: [stockPath, workerPath, join(binaryenFolder(), 'package.json')] },
      async (to) => {
        const kept = keepNamedExports(await readFile(stockPath), await readFile(workerPath, 'utf8'));
        await removeUnreachable(kept, join(to, moduleName));
      },
    );
    return { path: join(folder, moduleName), slim: true };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const warning = `The slim engine could not be made, so the stock one is served: it is larger and starts more slowly. ${reason}`;
    return { path: stockPath, slim: false, warning };
  }
}

/**
 * Drop the functions and globals that are exported under names the script never mentions. Tables, memories and tags
 * stay.
 */
export function keepNamedExports(module: Uint8Array, script: string): Uint8Array {
  const words = new Set(script.match(/[\w$]+/g));
  const sections = readSections(module).map((section) => {
    if (section.id !== exportSection) return section;
    const kept = readExports(section.body).filter(
      ({ name, kind }) => (kind !== functionKind && kind !== globalKind) || words.has(name),
    );
    return { id: exportSection, body: writeExports(kept) };
  });
  return writeModule(sections);
}

async function removeUnreachable(module: Uint8Array, path: string): Promise<void> {
  const input = `${path}.in`;
  try {
    await writeFile(input, module);
    await promisify(execFile)(process.execPath, [
      join(binaryenFolder(), 'bin', 'wasm-opt'),
      input,
      '--remove-unused-module-elements',
      ...features.map((feature) => `--enable-${feature}`),
      '-o',
      path,
    ]);
    // A broken module would only show in a learner's browser.
    await WebAssembly.compile(await readFile(path));
  } finally {
    await rm(input, { force: true });
  }
}

function binaryenFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('binaryen/package.json'));
}
