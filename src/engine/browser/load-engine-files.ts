import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import { toAlias } from '../lock.ts';
import { downloadVerified } from './download.ts';
import type { Download } from './download.ts';
import type { DatasetFile, EngineFiles, OwnFile } from './start-worker.ts';

/** What an engine has tables of. */
export interface Attached {
  readonly datasets: readonly DatasetAsset[];
  readonly ownFiles: readonly OwnFile[];
}

/** Fetches what a worker needs, each file once. */
export interface EngineFileLoader {
  readonly loadModule: () => Promise<WebAssembly.Module>;
  readonly loadFiles: (attached: Attached) => Promise<EngineFiles>;
  /** How much of the engine and of these datasets is here. */
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

  /** Keeps what succeeded, so that trying again fetches only what is missing. */
  function keep<T>(path: string, load: () => Promise<T>): Promise<T> {
    const found = kept.get(path) as Promise<T> | undefined;
    if (found) return found;
    const promise = load();
    kept.set(path, promise);
    promise.catch(() => {
      kept.delete(path);
      loaded.delete(path);
    });
    return promise;
  }

  const fetchFile = ({ path, ...download }: Omit<Download, 'url'> & { path: string }) =>
    downloadVerified({ url: toUrl(path), ...download }, (bytes) => {
      loaded.set(path, bytes);
      onProgress();
    });

  function loadModule(): Promise<WebAssembly.Module> {
    const { modulePath: path, moduleBytes: bytes, moduleSha256: sha256 } = assets;
    return keep(path, async () =>
      WebAssembly.compile(await fetchFile({ path, bytes, sha256, label: 'The query engine' })),
    );
  }

  async function loadFiles({ datasets, ownFiles }: Attached): Promise<EngineFiles> {
    const [module, ...files] = await Promise.all([
      loadModule(),
      ...datasets.map(({ id, path, bytes, sha256, tables }) =>
        keep(path, async (): Promise<DatasetFile> => ({
          alias: toAlias(id),
          file: `${toAlias(id)}.duckdb`,
          tables: tables.map(({ name }) => name),
          bytes: await fetchFile({ path, bytes, sha256, label: 'The data' }),
        })),
      ),
    ]);
    return { module, datasets: files, ownFiles };
  }

  function countBytes({ datasets }: Attached): { loadedBytes: number; totalBytes: number } {
    const files = [{ path: assets.modulePath, bytes: assets.moduleBytes }, ...datasets];
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const loadedBytes = files.reduce(
      (sum, { path, bytes }) => sum + Math.min(bytes, loaded.get(path) ?? 0),
      0,
    );
    return { loadedBytes, totalBytes };
  }

  return { loadModule, loadFiles, countBytes };
}
