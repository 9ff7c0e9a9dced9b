import type { DatasetAsset, EngineAsset, PackedCopy } from '#src/datasets/assets.ts';
import type { Engine } from '#src/engine/engine.ts';
import { pageParts } from '../exercise/loading/page-parts.ts';
import { pageAssets } from '../site/page-assets.ts';
import { siteUrl } from '../site-url.ts';
import { createLazyEngine } from './lazy-engine.ts';

const engines = new Map<string, Engine>();
/** What is fetched beside the first engine of the page; undefined once that has begun. */
let companions: Set<() => Promise<unknown>> | undefined = new Set();

/**
 * Has `load` called when an engine of this page is fetched, or now if one was already. An engine is ready only when that
 * is here too, so that whoever loses the connection then can go on.
 */
export function loadWithEngine(load: () => Promise<unknown>): void {
  if (companions) companions.add(load);
  else load().catch(() => undefined);
}

async function loadCompanions(): Promise<void> {
  const loads = [...(companions ?? [])];
  companions = undefined;
  try {
    await Promise.all(loads.map((load) => load()));
  } catch (cause) {
    companions = new Set([...loads, ...(companions ?? [])]);
    throw cause;
  }
}

/**
 * The one engine that all exercises of a page share, as long as they use the same datasets.
 *
 * @param ids - Of the datasets. The page says where they are: see page-assets.ts.
 */
export function pageEngine(ids: readonly string[]): Engine {
  const key = ids.join();
  const found = engines.get(key);
  if (found) return found;
  const engine = createLazyEngine(async () => {
    const [{ createBrowserEngine }] = await Promise.all([
      pageParts.engine(),
      pageParts.runAndLook(),
      loadCompanions(),
    ]);
    const { engine: assets, datasets } = pageAssets(ids);
    return createBrowserEngine({
      assets: toSiteEngine(assets),
      datasets: datasets.map(toSiteDataset),
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

/** The engine's files, wherever the site is served from. */
export function toSiteEngine(assets: EngineAsset): EngineAsset {
  const { modulePath, modulePacked, workerPath, scriptPacked } = assets;
  return {
    ...assets,
    modulePath: toSite(modulePath),
    modulePacked: toSiteCopy(modulePacked),
    workerPath: toSite(workerPath),
    scriptPacked: toSiteCopy(scriptPacked),
  };
}

/** A dataset's files, wherever the site is served from. */
export function toSiteDataset(dataset: DatasetAsset): DatasetAsset {
  const { path, packed } = dataset;
  return { ...dataset, path: toSite(path), ...(packed && { packed: toSiteCopy(packed) }) };
}

const toSiteCopy = ({ path, bytes }: PackedCopy): PackedCopy => ({ path: toSite(path), bytes });

/** A path of the built files, wherever the site is served from. */
export function toSite(path: string): string {
  return siteUrl(`/${path.replace(/^\//, '')}`);
}
