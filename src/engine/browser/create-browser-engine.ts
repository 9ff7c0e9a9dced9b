import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { Engine, EngineStatus, Limited, EngineWork } from '../engine.ts';
import { timeLimitMs as usualLimitMs } from '../time-limit.ts';
import { createWorkerKeeper } from './keep-worker.ts';
import { createEngineFileLoader } from './load-engine-files.ts';
import type { Attached } from './load-engine-files.ts';
import { runOnWorker } from './run-on-worker.ts';
import { startWorker } from './start-worker.ts';
import type { EngineWorker, OwnFile } from './start-worker.ts';

export interface BrowserEngineOptions {
  readonly assets: EngineAsset;
  readonly datasets: readonly DatasetAsset[];
  /** What the assets' paths are relative to; the page's own site unless told. */
  readonly baseUrl?: string;
  readonly timeLimitMs?: number;
  /** DuckDB's form. DuckDB counts only part of what it takes, so this stays well under WebAssembly's 4 GB. */
  readonly memoryLimit?: string;
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
  const { assets, baseUrl = location.origin, timeLimitMs = usualLimitMs, memoryLimit = '1GB' } = options;
  const toUrl = (path: string) => new URL(path, baseUrl).href;
  const workerUrl = toUrl(assets.workerPath);
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = { state: 'idle' };
  let attached: Attached = { datasets: options.datasets, ownFiles: [] };
  let queue: Promise<unknown> = Promise.resolve();
  let stopCurrent: (() => void) | undefined;

  function setStatus(next: EngineStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  const showStarting = () => setStatus({ state: 'starting', ...files.countBytes(attached) });
  const files = createEngineFileLoader(assets, toUrl, () => {
    if (status.state === 'starting') showStarting();
  });
  const keeper = createWorkerKeeper({
    start: () => startWorker({ workerUrl, memoryLimit, files: files.loadFiles(attached) }),
    onStarting: showStarting,
    onReady: () => setStatus({ state: 'ready' }),
    onFailed: setStatus,
  });

  async function runAlone<T>(work: EngineWork<T>, limitMs: number): Promise<Limited<T>> {
    let stop: (outcome: Limited<T>) => void = () => undefined;
    const cancelled = new Promise<Limited<T>>((resolve) => (stop = resolve));
    stopCurrent = () => stop({ status: 'cancelled' });
    try {
      return await runOnWorker({ keeper, status: () => status, setStatus, work, limitMs, cancelled });
    } finally {
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
      await keeper.ensure();
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
      keeper.restart();
    },
    openApart(ownFiles) {
      const apart = files.loadCode().then((code) => ({ ...code, datasets: [], ownFiles, locked: false }));
      return startWorker({ workerUrl, memoryLimit: '2GB', files: apart });
    },
  };
}
