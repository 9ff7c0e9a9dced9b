import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineAsset } from '#src/datasets/assets.ts';
import { packFile } from './pack-file.ts';
import { moduleName, slimModule } from './slim-module.ts';
import { toWorkerScript } from './worker-script.ts';

const scriptName = 'duckdb-script.js';
const workerName = 'duckdb-worker.js';
const packedModuleName = 'duckdb-module.bin';
const packedScriptName = 'duckdb-script.bin';

const workerScript = toWorkerScript(scriptName);

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
  const script = (await readFile(workerPath, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  const moduleBytes = await readFile(module.path);
  const moduleSha256 = toSha256(moduleBytes);
  const scriptSha256 = toSha256(script);
  const version = toSha256([moduleSha256, scriptSha256, workerScript].join()).slice(0, 16);

  const packedModule = await packFile({ cacheDir, name: moduleName, content: moduleBytes });
  const packedScript = await packFile({ cacheDir, name: scriptName, content: Buffer.from(script) });
  const files: readonly EngineFile[] = [
    { name: moduleName, from: module.path, bytes: moduleBytes.length },
    { name: packedModuleName, from: packedModule.path, bytes: packedModule.bytes },
    { name: scriptName, text: script, bytes: Buffer.byteLength(script) },
    { name: packedScriptName, from: packedScript.path, bytes: packedScript.bytes },
    { name: workerName, text: workerScript, bytes: Buffer.byteLength(workerScript) },
  ];

  const engineDir = join(publicDir, 'engine');
  const target = join(engineDir, version);
  if (!(await isComplete(target, files))) {
    // Under another name first: a build that is interrupted must not leave half a folder that looks whole.
    const draft = join(engineDir, `.draft-${process.pid}`);
    await mkdir(draft, { recursive: true });
    for (const file of files) {
      const to = join(draft, file.name);
      await ('from' in file ? cp(file.from, to) : writeFile(to, file.text));
    }
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  }
  for (const name of await readdir(engineDir)) {
    if (name !== version) await rm(join(engineDir, name), { recursive: true, force: true });
  }
  const toPath = (name: string) => `/engine/${version}/${name}`;
  return {
    modulePath: toPath(moduleName),
    moduleBytes: moduleBytes.length,
    moduleSha256,
    modulePacked: { path: toPath(packedModuleName), bytes: packedModule.bytes },
    workerPath: toPath(workerName),
    scriptPacked: { path: toPath(packedScriptName), bytes: packedScript.bytes },
    scriptBytes: Buffer.byteLength(script),
    scriptSha256,
    slim: module.slim,
  };
}

/** A file to publish: a copy of another one, or a text. */
type EngineFile = { readonly name: string; readonly bytes: number } & (
  { readonly from: string } | { readonly text: string }
);

async function isComplete(folder: string, files: readonly EngineFile[]): Promise<boolean> {
  const sizes = files.map(async ({ name, bytes }) => {
    const found = await stat(join(folder, name)).catch(() => undefined);
    return found?.size === bytes;
  });
  return (await Promise.all(sizes)).every(Boolean);
}

function toSha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
