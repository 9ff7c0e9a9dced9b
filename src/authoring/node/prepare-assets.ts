import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assets } from '#src/datasets/assets.ts';
import { buildDatasetFiles } from '#src/datasets/node/build-dataset-files.ts';
import { buildEngineFiles } from '#src/engine/node/build-engine-files.ts';
import { measureDatasets } from '#src/quality/node/measure-datasets.ts';

/**
 * Makes what the browser downloads beside the pages: the engine and one DuckDB file a dataset, each named by its content,
 * and `.cache/assets.json`, which tells the pages those names, and the measured quality of every dataset. Unchanged parts are taken from `.cache`.
 *
 * @param root the project's folder
 */
export async function prepareAssets(root: string): Promise<Assets> {
  const folders = { root, publicDir: join(root, 'public'), cacheDir: join(root, '.cache') };
  await mkdir(folders.cacheDir, { recursive: true });
  const assets: Assets = {
    engine: await buildEngineFiles(folders),
    datasets: await buildDatasetFiles(folders),
  };
  await measureDatasets(folders);
  await writeFile(join(folders.cacheDir, 'assets.json'), JSON.stringify(assets, null, 2));
  return assets;
}
