import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineAsset } from '#src/datasets/assets.ts';
import { moduleName, slimModule } from './slim-module.ts';

const workerName = 'duckdb-worker.js';

/**
 * Stands before DuckDB's own worker script. The page compiles the module once and posts it here, so a new worker is
 * ready without a download or a compilation.
 */
const prelude = `self.addEventListener('message', function receive(event) {
  if (!(event.data instanceof WebAssembly.Module)) return;
  event.stopImmediatePropagation();
  self.removeEventListener('message', receive);
  const module = event.data;
  WebAssembly.instantiateStreaming = async (response, imports) => {
    Promise.resolve(response).catch(() => undefined);
    try {
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      setTimeout(() => { throw error; });
      throw error;
    }
  };
});
`;

/**
 * Put the engine's files into `publicDir/engine/<hash>/`, slim where possible, and remove outdated ones.
 * `warn` gets a sentence when the stock module has to do.
 */
export async function buildEngineFiles(options: {
  /** The project's folder. */
  readonly root: string;
  readonly publicDir: string;
  readonly cacheDir: string;
  readonly warn?: (sentence: string) => void;
  /** False serves the stock module, to compare the two. */
  readonly slim?: boolean;
}): Promise<EngineAsset> {
  const { root, publicDir, cacheDir, warn = console.warn, slim = true } = options;
  const dist = dirname(createRequire(join(root, 'package.json')).resolve('@duckdb/duckdb-wasm'));
  const stockPath = join(dist, 'duckdb-eh.wasm');
  const workerPath = join(dist, 'duckdb-browser-eh.worker.js');

  const module = slim
    ? await slimModule({ stockPath, workerPath, cacheDir })
    : { path: stockPath, slim: false };
  if (module.warning) warn(module.warning);
  const script = prelude + (await readFile(workerPath, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const moduleBytes = await readFile(module.path);
  const moduleSha256 = createHash('sha256').update(moduleBytes).digest('hex');
  const version = createHash('sha256').update(moduleSha256).update(script).digest('hex').slice(0, 16);

  const engineDir = join(publicDir, 'engine');
  const target = join(engineDir, version);
  if (!(await isComplete(target, moduleBytes.length))) {
    // Under another name first: a build that is interrupted must not leave half a folder that looks whole.
    const draft = join(engineDir, `.draft-${process.pid}`);
    await mkdir(draft, { recursive: true });
    await cp(module.path, join(draft, moduleName));
    await writeFile(join(draft, workerName), script);
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  }
  for (const name of await readdir(engineDir)) {
    if (name !== version) await rm(join(engineDir, name), { recursive: true, force: true });
  }
  return {
    modulePath: `/engine/${version}/${moduleName}`,
    moduleBytes: moduleBytes.length,
    moduleSha256,
    workerPath: `/engine/${version}/${workerName}`,
    slim: module.slim,
  };
}

async function isComplete(folder: string, moduleBytes: number): Promise<boolean> {
  try {
    await stat(join(folder, workerName));
    return (await stat(join(folder, moduleName))).size === moduleBytes;
  } catch {
    return false;
  }
}
