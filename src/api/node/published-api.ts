import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDatasetFiles } from '#src/datasets/node/build-dataset-files.ts';
import type { ApiDataset } from '../published.ts';
import { buildApiFiles } from './build-api-files.ts';

/** The API as the site publishes it, for tests. */
export interface PublishedApi {
  readonly datasets: readonly ApiDataset[];
  readonly folder: string;
  /** @param path - From the API's folder. */
  readJson(path: string): unknown;
}

/** Makes the project's own API, or takes what has not changed since the last build. */
export async function preparePublishedApi(): Promise<PublishedApi> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const folders = { root, publicDir: join(root, 'public'), cacheDir: join(root, '.cache') };
  const datasets = await buildApiFiles(folders, await buildDatasetFiles(folders));
  const folder = join(folders.publicDir, 'api', 'v1');
  return {
    datasets,
    folder,
    readJson: (path) => JSON.parse(readFileSync(join(folder, path), 'utf8')),
  };
}
