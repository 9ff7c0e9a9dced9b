import type { EngineAsset } from '#src/datasets/assets.ts';
import type { BrowserEngine } from '#src/engine/browser/create-browser-engine.ts';
import type { Attached } from '#src/engine/browser/load-engine-files.ts';
import type { EngineWorker, OwnFile } from '#src/engine/browser/start-worker.ts';
import type { Engine } from '#src/engine/engine.ts';
import { pageParts } from '../exercise/loading/page-parts.ts';
import { createLazyEngine } from '../run/lazy-engine.ts';
import { toSiteDataset, toSiteEngine } from '../run/page-engine.ts';

/** The engine of the Explore page: fetched at the first use, and its tables change with what is picked. */
export interface ExploreEngine {
  readonly engine: Engine;
  readonly attach: (next: Attached) => void;
  readonly openApart: (files: readonly OwnFile[]) => Promise<EngineWorker>;
}

export function createExploreEngine(assets: EngineAsset): ExploreEngine {
  let attached: Attached = { datasets: [], ownFiles: [] };
  let loaded: BrowserEngine | undefined;
  let loading: Promise<BrowserEngine> | undefined;

  async function loadInner(): Promise<BrowserEngine> {
    const [{ createBrowserEngine }] = await Promise.all([pageParts.engine(), pageParts.runAndLook()]);
    loaded = createBrowserEngine({ assets: toSiteEngine(assets), datasets: [] });
    loaded.attach(attached);
    return loaded;
  }

  function load(): Promise<BrowserEngine> {
    loading ??= loadInner();
    loading.catch(() => (loading = undefined));
    return loading;
  }

  return {
    engine: createLazyEngine(load),
    attach(next) {
      const datasets = next.datasets.map(toSiteDataset);
      attached = { ...next, datasets };
      loaded?.attach(attached);
    },
    async openApart(files) {
      const inner = await load();
      return inner.openApart(files);
    },
  };
}
