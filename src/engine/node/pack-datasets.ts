import { copyFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { BuildFolders, DatasetAsset } from '#src/datasets/assets.ts';
import { packFile } from './pack-file.ts';

/** Where they stand, from the site's root: apart from the API, since they are for our own pages alone. */
const folderName = 'engine-data';

/**
 * Puts a packed copy of each dataset's file into `publicDir`, named by its content, and removes outdated ones.
 *
 * @param datasets whose files stand in `publicDir`
 * @returns the same datasets, each with its packed copy
 */
export async function packDatasets(
  { publicDir, cacheDir }: Omit<BuildFolders, 'root'>,
  datasets: Readonly<Record<string, DatasetAsset>>,
): Promise<Record<string, DatasetAsset>> {
  const folder = join(publicDir, folderName);
  await mkdir(folder, { recursive: true });
  const withPacked: Record<string, DatasetAsset> = {};
  const names = new Set<string>();
  for (const [id, asset] of Object.entries(datasets)) {
    const content = await readFile(join(publicDir, new URL(asset.path, 'http://site').pathname));
    const packed = await packFile({ cacheDir, name: id, content });
    const name = `${id}-${asset.sha256.slice(0, 16)}.bin`;
    const target = join(folder, name);
    // A file of that name has that content, unless a copy was cut short.
    if ((await stat(target).catch(() => undefined))?.size !== packed.bytes)
      await replaceFile(target, (part) => copyFile(packed.path, part));
    names.add(name);
    withPacked[id] = { ...asset, packed: { path: `/${folderName}/${name}`, bytes: packed.bytes } };
  }
  for (const name of await readdir(folder)) if (!names.has(name)) await rm(join(folder, name));
  return withPacked;
}
