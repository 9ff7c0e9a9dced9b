import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApiFiles } from '#src/api/node/build-api-files.ts';
import type { Assets } from '#src/datasets/assets.ts';
import { buildDatasetFiles } from '#src/datasets/node/build-dataset-files.ts';
import { buildEngineFiles } from '#src/engine/node/build-engine-files.ts';
import { packDatasets } from '#src/engine/node/pack-datasets.ts';
import { prepareQueries } from '#src/explore/node/prepare-queries.ts';
import { measureDatasets } from '#src/quality/node/measure-datasets.ts';
import { buildSandboxPage } from '#src/sandbox/node/build-sandbox-page.ts';
import { buildExercises } from './build-exercises.ts';

/**
 * Makes what the browser downloads beside the pages: the engine, one DuckDB file a dataset and the other files of the
 * API. `.cache/assets.json` tells the pages their names, `.cache/catalogue.json` lists what is published,
 * `.cache/quality.json` has the measured quality of every dataset, `.cache/prepared.json` the queries that the pages show
 * as run, and `.cache/exercises.json` what the pages need of the exercises. Unchanged parts are taken from `.cache`.
 *
 * @param root the project's folder
 * @param options.drafts whether datasets that are drafts are made too, for trying them: never for a site that is published
 */
export async function prepareAssets(root: string, { drafts }: { readonly drafts: boolean }): Promise<Assets> {
  const folders = { root, publicDir: join(root, 'public'), cacheDir: join(root, '.cache') };
  await mkdir(folders.cacheDir, { recursive: true });
  // Cutting the engine is another process's work, so the lessons are proved beside it.
  const [engine, sandbox, datasets] = await Promise.all([
    buildEngineFiles(folders),
    buildSandboxPage(folders),
    buildDatasetFiles(folders, { drafts }),
    buildExercises(root, { drafts }),
  ]);
  const assets: Assets = { engine, sandbox, datasets: await packDatasets(folders, datasets) };
  await buildApiFiles(folders, assets.datasets);
  await measureDatasets(folders);
  await prepareQueries(folders);
  await writeFile(join(folders.cacheDir, 'assets.json'), JSON.stringify(assets, null, 2));
  return assets;
}
