import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { hashFile } from '#src/cache/node/hash-file.ts';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { BuildFolders, DatasetAsset } from '../assets.ts';
import { isDraft } from '../draft.ts';
import { loadDatasets } from './load-datasets.ts';
import { writeDatabaseFile } from './write-database-file.ts';

/**
 * Makes one DuckDB file a dataset, for the lessons and for everybody else: its address stays the same, and the page asks
 * for it with its hash, so that a browser never takes an old one for a new one. A dataset that has not changed comes
 * from the cache.
 *
 * @param options.drafts - Whether drafts get a file too, for trying them. They are never published.
 * @returns The files by dataset id. Throws with every mistake when a descriptor has any.
 */
export async function buildDatasetFiles(
  { root, publicDir, cacheDir }: BuildFolders,
  { drafts }: { readonly drafts: boolean } = { drafts: false },
): Promise<Record<string, DatasetAsset>> {
  const { datasets, problems } = await loadDatasets(root);
  if (problems.length > 0)
    throw new Error(`Datasets with mistakes:\n${problems.map(toProblemText).join('\n')}`);
  const code = join(import.meta.dirname, 'write-database-file.ts');
  const cache = await openContentCache({ cacheDir, kind: 'datasets', code });
  const assets: Record<string, DatasetAsset> = {};
  for (const dataset of datasets.filter(({ text }) => drafts || !isDraft(text))) {
    const { id, tables } = dataset.descriptor;
    const { value, folder } = await cache.getFiles(
      {
        name: id,
        texts: [JSON.stringify(tables)],
        files: tables.map(({ file }) => join(dataset.folder, file)),
      },
      async (to) => {
        const path = join(to, `${id}.duckdb`);
        const written = await writeDatabaseFile(dataset, path);
        return { tables: written, bytes: (await stat(path)).size, sha256: await hashFile(path) };
      },
    );
    const asset: DatasetAsset = { id, path: toAddress(id, value.sha256), ...value };
    const target = join(publicDir, databasePath(id));
    if (!(await isPublished(target, asset)))
      await replaceFile(target, (part) => copyFile(join(folder, `${id}.duckdb`), part));
    assets[id] = asset;
  }
  return assets;
}

function toAddress(id: string, sha256: string): string {
  return `${databasePath(id)}?sha256=${sha256.slice(0, 16)}`;
}

/** From the site's root. */
function databasePath(id: string): string {
  return `/api/v1/datasets/${id}/${id}.duckdb`;
}

/** Two versions of a database are often equally long, since its blocks are, so the size alone does not tell. */
async function isPublished(path: string, { bytes, sha256 }: DatasetAsset): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === bytes && (await hashFile(path)) === sha256;
}
