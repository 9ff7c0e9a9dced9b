import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { Engine, EngineStatus, Limited, Work } from '../engine.ts';
import { toAlias } from '../lock.ts';
import { DownloadError, downloadVerified } from './download.ts';
import type { Download } from './download.ts';
import { startWorker } from './start-worker.ts';
import type { DatasetFile, EngineFiles, EngineWorker, OwnFile } from './start-worker.ts';

export interface BrowserEngineOptions {
  readonly assets: EngineAsset;
  readonly datasets: readonly DatasetAsset[];
  /** What the assets' paths are relative to; the page's own site unless told. */
  readonly baseUrl?: string;
  readonly timeLimitMs?: number;
  /** DuckDB's form. DuckDB counts only part of what it takes, so this stays well under WebAssembly's 4 GB. */
  readonly memoryLimit?: string;
}

/** What an engine has tables of. */
export interface Attached {
  readonly datasets: readonly DatasetAsset[];
  readonly ownFiles: readonly OwnFile[];
}

/** An engine whose tables can change. */
export interface BrowserEngine extends Engine {
  /**
   * Use other tables from now on. What was downloaded before stays; work under way is stopped, because a locked engine
   * takes no more files and is replaced by a new one.
   */
  readonly attach: (next: Attached) => void;
  /** A DuckDB apart from the page's, not locked, to look at a file in. The caller terminates it. */
  readonly openApart: (files: readonly OwnFile[]) => Promise<EngineWorker>;
}

/**
 * DuckDB-WASM in a worker, with datasets attached and everything else locked. Nothing is fetched before `start` or the
 * first `use`.
 */
export function createBrowserEngine(options: BrowserEngineOptions): BrowserEngine {
  const { assets, baseUrl = location.origin, timeLimitMs = 10_000, memoryLimit = '1GB' } = options;
  const toUrl = (path: string) => new URL(path, baseUrl).href;
  const loaded = new Map<string, number>();
  const listeners = new Set<(status: EngineStatus) => void>();
  const kept = new Map<string, Promise<unknown>>();
  let status: EngineStatus = { state: 'idle' };
  let attached: Attached = { datasets: options.datasets, ownFiles: [] };
  let starting: Promise<EngineWorker | undefined> | undefined;
  let current: EngineWorker | undefined;
  /** Counts launches: a launch that another one has overtaken must not be used. */
  let launches = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let stopCurrent: (() => void) | undefined;

  function setStatus(next: EngineStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  function showProgress(path: string, bytes: number): void {
    loaded.set(path, bytes);
    if (status.state === 'starting') setStatus(toStarting());
  }

  function toStarting(): EngineStatus {
    const files = [{ path: assets.modulePath, bytes: assets.moduleBytes }, ...attached.datasets];
    const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
    const loadedBytes = files.reduce(
      (sum, { path, bytes }) => sum + Math.min(bytes, loaded.get(path) ?? 0),
      0,
    );
    return { state: 'starting', loadedBytes, totalBytes };
  }

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
    downloadVerified({ url: toUrl(path), ...download }, (bytes) => showProgress(path, bytes));

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

  /** Undefined when it failed: the status says why. */
  async function launch(): Promise<EngineWorker | undefined> {
    const launched = ++launches;
    setStatus(toStarting());
    try {
      const workerUrl = toUrl(assets.workerPath);
      const worker = await startWorker({ workerUrl, memoryLimit, files: loadFiles(attached) });
      if (launched !== launches) {
        worker.terminate();
        return starting;
      }
      current = worker;
      setStatus({ state: 'ready' });
      return worker;
    } catch (cause) {
      if (launched !== launches) return starting;
      starting = undefined;
      console.error(cause);
      const message =
        cause instanceof DownloadError
          ? cause.message
          : 'The query engine did not start. Try again; if that does not help, reload the page. Your text is kept.';
      setStatus({ state: 'failed', message });
      return undefined;
    }
  }

  function ensureWorker(): Promise<EngineWorker | undefined> {
    starting ??= launch();
    return starting;
  }

  function replace(worker: EngineWorker): void {
    worker.terminate();
    if (worker === current) restart();
  }

  function restart(): void {
    current = undefined;
    starting = launch();
  }

  async function runAlone<T>(work: Work<T>, limitMs: number): Promise<Limited<T>> {
    let stop: (outcome: Limited<T>) => void = () => undefined;
    const stopped = new Promise<Limited<T>>((resolve) => (stop = resolve));
    stopCurrent = () => stop({ status: 'cancelled' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const worker = await Promise.race([stopped, ensureWorker()]);
      if (!worker) return { status: 'failed', message: status.state === 'failed' ? status.message : '' };
      if ('status' in worker) return worker;

      let spoiled = false;
      setStatus({ state: 'busy' });
      timer = setTimeout(() => stop({ status: 'timeout', limitMs }), limitMs);
      const died = worker.died.catch((): Limited<T> => ({
        status: 'failed',
        message:
          'The query engine stopped by itself, so it was started again. Your text is kept: try a smaller query.',
      }));
      const done = work(worker.database, () => (spoiled = true)).then((value): Limited<T> => ({
        status: 'ok',
        value,
      }));
      // A worker that was replaced never answers, so this may stay open for ever.
      done.catch(() => undefined);
      try {
        const outcome = await Promise.race([done, stopped, died]);
        if (outcome.status !== 'ok' || spoiled) replace(worker);
        else if (worker === current) setStatus({ state: 'ready' });
        return outcome;
      } catch (cause) {
        replace(worker);
        throw cause;
      }
    } finally {
      clearTimeout(timer);
      stopCurrent = undefined;
    }
  }

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await ensureWorker();
    },
    use(work, { timeLimitMs: limitMs = timeLimitMs } = {}) {
      const result = queue.then(() => runAlone(work, limitMs));
      queue = result.catch(() => undefined);
      return result;
    },
    stop() {
      stopCurrent?.();
    },
    attach(next) {
      attached = next;
      if (status.state === 'idle') return;
      stopCurrent?.();
      current?.terminate();
      restart();
    },
    openApart(ownFiles) {
      const files = loadModule().then((module) => ({ module, datasets: [], ownFiles, locked: false }));
      return startWorker({ workerUrl: toUrl(assets.workerPath), memoryLimit: '2GB', files });
    },
  };
}
