import type { DatasetAsset, EngineAsset } from '#src/datasets/assets.ts';
import { startWorker } from '#src/engine/browser/start-worker.ts';
import { toAlias } from '#src/engine/lock.ts';

export interface DataTimes {
  readonly id: string;
  /** Attaching the file, once its bytes are in the browser. */
  readonly attachMs: number;
}

/** Attaches every dataset to one engine, and times each attach and one query over all rows of the largest table. */
async function measureData(
  engine: EngineAsset,
  datasets: readonly DatasetAsset[],
  query: string,
): Promise<{ attaches: DataTimes[]; queryMs: number[]; rows: number }> {
  const [module, files] = await Promise.all([
    WebAssembly.compileStreaming(fetch(engine.modulePath)),
    Promise.all(
      datasets.map(async ({ id, path, tables }) => ({
        alias: toAlias(id),
        file: `${id}.duckdb`,
        tables: tables.map(({ name }) => name),
        bytes: new Uint8Array(await (await fetch(path)).arrayBuffer()),
      })),
    ),
  ]);
  const worker = await startWorker({
    workerUrl: engine.workerPath,
    files: Promise.resolve({ module, datasets: files, locked: false }),
    memoryLimit: '1GB',
  });
  try {
    const attaches: DataTimes[] = [];
    for (const { id } of datasets) {
      await worker.database.query(`DETACH ${toAlias(id)}`);
      const startedAt = performance.now();
      await worker.database.query(`ATTACH '${id}.duckdb' AS ${toAlias(id)} (READ_ONLY)`);
      attaches.push({ id, attachMs: performance.now() - startedAt });
    }
    const queryMs: number[] = [];
    let rows = 0;
    for (let round = 0; round < 7; round++) {
      const startedAt = performance.now();
      rows = (await worker.database.query(query)).rows.length;
      queryMs.push(performance.now() - startedAt);
    }
    return { attaches, queryMs, rows };
  } finally {
    worker.terminate();
  }
}

declare global {
  interface Window {
    measureData: typeof measureData;
  }
}

window.measureData = measureData;
