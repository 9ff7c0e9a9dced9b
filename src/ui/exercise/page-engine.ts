import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import type { Engine, EngineStatus, Limited, Work } from '#src/engine/engine.ts';
import { siteUrl } from '../site-url.ts';

const engines = new Map<string, Engine>();

/** The one engine that all exercises of a page share, as long as they use the same datasets. */
export function pageEngine(assets: EngineAsset, datasets: readonly DatasetAsset[]): Engine {
  const key = datasets.map(({ path }) => path).join();
  const found = engines.get(key);
  if (found) return found;
  const engine = createLazyEngine(async () => {
    const { createBrowserEngine } = await import('#src/engine/browser/create-browser-engine.ts');
    return createBrowserEngine({
      assets: { ...assets, modulePath: toSite(assets.modulePath), workerPath: toSite(assets.workerPath) },
      datasets: datasets.map((dataset) => ({ ...dataset, path: toSite(dataset.path) })),
    });
  });
  engines.set(key, engine);
  return engine;
}

/** Start an engine once the page has nothing better to do, unless the person asked their browser to save data. */
export function startWhenIdle(engine: Engine): void {
  if (savesData() || engine.status().state !== 'idle') return;
  const start = () => void engine.start();
  if ('requestIdleCallback' in window) window.requestIdleCallback(start, { timeout: 3000 });
  else setTimeout(start, 500);
}

export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * An engine whose own code is fetched at the first start or use, so that it does not weigh on the page. A failed fetch
 * is the state `failed`, and starting again tries again.
 */
export function createLazyEngine(load: () => Promise<Engine>): Engine {
  const listeners = new Set<(status: EngineStatus) => void>();
  let status: EngineStatus = { state: 'idle' };
  let engine: Engine | undefined;
  let loading: Promise<Engine | undefined> | undefined;
  let stops = 0;

  function setStatus(next: EngineStatus): void {
    status = next;
    for (const listener of listeners) listener(next);
  }

  async function loadEngine(): Promise<Engine | undefined> {
    setStatus({ state: 'starting', loadedBytes: 0, totalBytes: 0 });
    try {
      engine = await load();
      engine.subscribe(setStatus);
      return engine;
    } catch (cause) {
      console.error(cause);
      loading = undefined;
      setStatus({
        state: 'failed',
        message: 'The query engine could not be downloaded. Check your connection, then try again.',
      });
      return undefined;
    }
  }

  const ensure = () => (loading ??= loadEngine());

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const loaded = await ensure();
      await loaded?.start();
    },
    async use<T>(work: Work<T>, options?: { timeLimitMs?: number }): Promise<Limited<T>> {
      const stopsBefore = stops;
      const loaded = await ensure();
      if (!loaded) return { status: 'failed', message: status.state === 'failed' ? status.message : '' };
      if (stops > stopsBefore) return { status: 'cancelled' };
      return loaded.use(work, options);
    },
    stop() {
      stops += 1;
      engine?.stop();
    },
  };
}

function toSite(path: string): string {
  return siteUrl(`/${path.replace(/^\//, '')}`);
}
