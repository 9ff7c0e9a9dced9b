import type { DatasetAsset, EngineAsset, PackedCopy } from '#src/datasets/assets.ts';
import { toAlias } from '../lock.ts';
import { canUnpack, toTravelBytes } from './download-size.ts';
import { downloadVerified } from './download.ts';
import type { Download } from './download.ts';
import type { DatasetFile, EngineCode, EngineFiles, OwnFile } from './start-worker.ts';

/** What an engine has tables of. */
export interface Attached {
  readonly datasets: readonly DatasetAsset[];
  readonly ownFiles: readonly OwnFile[];
}

/** Fetches what a worker needs, each file once. */
export interface EngineFileLoader {
  readonly loadCode: () => Promise<EngineCode>;
  readonly loadFiles: (attached: Attached) => Promise<EngineFiles>;
  /** How much of the engine and of these datasets is here, in bytes as they travel: packed where they are. */
  readonly countBytes: (attached: Attached) => { readonly loadedBytes: number; readonly totalBytes: number };
}

/**
 * @param toUrl the address of an asset's path
 * @param onProgress runs whenever more bytes have come
 */
export function createEngineFileLoader(
  assets: EngineAsset,
  toUrl: (path: string) => string,
  onProgress: () => void,
): EngineFileLoader {
  const loaded = new Map<string, number>();
  const kept = new Map<string, Promise<unknown>>();
  const failed = new Set<string>();

  /** Keeps what succeeded, so that trying again fetches only what is missing. */
  function keep<T>(path: string, load: () => Promise<T>): Promise<T> {
    const found = kept.get(path) as Promise<T> | undefined;
    if (found) return found;
    const promise = load();
    kept.set(path, promise);
    promise.catch(() => {
      failed.add(path);
      kept.delete(path);
      loaded.delete(path);
    });
    return promise;
  }

  const fetchFile = ({ path, packed, ...file }: Sized & Pick<Download, 'sha256' | 'label'>) =>
    downloadVerified({
      ...file,
      url: toUrl(path),
      packed: packed && { url: toUrl(packed.path), bytes: packed.bytes },
      // A broken file may lie in the browser's cache, and would come again.
      afresh: failed.has(path),
      onBytes(bytes) {
        loaded.set(path, bytes);
        onProgress();
      },
    });

  const engine: Sized = {
    path: assets.modulePath,
    bytes: assets.moduleBytes,
    packed: assets.modulePacked,
  };
  const script: Sized = {
    path: assets.scriptPacked.path,
    bytes: assets.scriptBytes,
    packed: assets.scriptPacked,
  };

  async function loadCode(): Promise<EngineCode> {
    const label = 'The query engine';
    const [module, text] = await Promise.all([
      keep(engine.path, async () =>
        WebAssembly.compile(await fetchFile({ ...engine, sha256: assets.moduleSha256, label })),
      ),
      // Where it cannot be unpacked the worker loads the plain one itself.
      canUnpack &&
        keep(script.path, async () => {
          const content = await fetchFile({ ...script, sha256: assets.scriptSha256, label });
          return new Blob([content], { type: 'text/javascript' });
        }),
    ]);
    return text ? { module, script: text } : { module };
  }

  async function loadFiles({ datasets, ownFiles }: Attached): Promise<EngineFiles> {
    const [code, ...files] = await Promise.all([
      loadCode(),
      ...datasets.map(({ id, path, bytes, sha256, packed, tables }) =>
        keep(path, async (): Promise<DatasetFile> => ({
          alias: toAlias(id),
          file: `${toAlias(id)}.duckdb`,
          tables: tables.map(({ name }) => name),
          bytes: await fetchFile({ path, bytes, sha256, packed, label: 'The data' }),
        })),
      ),
    ]);
    return { ...code, datasets: files, ownFiles };
  }

  function countBytes({ datasets }: Attached): { loadedBytes: number; totalBytes: number } {
    const files: readonly Sized[] = [engine, ...(canUnpack ? [script] : []), ...datasets];
    const totalBytes = files.reduce((sum, file) => sum + toTravelBytes(file), 0);
    const loadedBytes = files.reduce(
      (sum, file) => sum + Math.min(toTravelBytes(file), loaded.get(file.path) ?? 0),
      0,
    );
    return { loadedBytes, totalBytes };
  }

  return { loadCode, loadFiles, countBytes };
}

/** A file, as far as its way and its size go. */
interface Sized {
  readonly path: string;
  readonly bytes: number;
  readonly packed?: PackedCopy | undefined;
}
