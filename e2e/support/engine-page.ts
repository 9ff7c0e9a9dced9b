import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import { createBrowserEngine } from '#src/engine/browser/create-browser-engine.ts';
import type { EngineStatus } from '#src/engine/engine.ts';
import { runText } from '#src/engine/run-text.ts';

/** The engine alone on a page, for tests and measurements. */
function createTrial(assets: { readonly engine: EngineAsset; readonly datasets: readonly DatasetAsset[] }) {
  const engine = createBrowserEngine({ assets: assets.engine, datasets: assets.datasets });
  const statuses: EngineStatus[] = [];
  engine.subscribe((status) => statuses.push(status));
  return {
    engine,
    statuses,
    run: (text: string, timeLimitMs?: number) => runText(engine, text, timeLimitMs ? { timeLimitMs } : {}),
    /** Milliseconds from nothing to ready, and from there to the first answer. */
    async measure(query: string) {
      const startedAt = performance.now();
      await engine.start();
      const readyMs = performance.now() - startedAt;
      const outcome = await runText(engine, query);
      return { readyMs, queryMs: performance.now() - startedAt - readyMs, status: engine.status(), outcome };
    },
  };
}

declare global {
  interface Window {
    createTrial: typeof createTrial;
    trial: ReturnType<typeof createTrial>;
  }
}

window.createTrial = createTrial;
