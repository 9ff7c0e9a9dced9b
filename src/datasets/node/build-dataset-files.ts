import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { version } from '@duckdb/node-api';
import { toProblemText } from '#src/authored/parse-authored.ts';
import type { DatasetAsset } from '../assets.ts';
import { hashFile } from './hash-file.ts';
import { type LoadedDataset, loadDatasets } from './load-datasets.ts';
import { writeDatabaseFile } from './write-database-file.ts';

interface Folders {
  /** The project's root. */
  readonly root: string;
  /** Where the site's files stand: each database goes to `api/v1/datasets/<id>/` in it. */
  readonly publicDir: string;
  readonly cacheDir: string;
}

/**
 * Makes one DuckDB file a dataset, for the lessons and for everybody else: its address stays the same, and the page asks
 * for it with its hash, so that a browser never takes an old one for a new one. A dataset that has not changed comes
 * from the cache.
 *
 * @returns The files by dataset id. Throws with every mistake when a descriptor has any.
 */
export async function buildDatasetFiles({
  root,
  publicDir,
  cacheDir,
}: Folders): Promise<Record<string, DatasetAsset>> {
  const { datasets, problems } = await loadDatasets(root);
  if (problems.length > 0)
    throw new Error(`Datasets with mistakes:\n${problems.map(toProblemText).join('\n')}`);
  const cache = join(cacheDir, 'datasets');
  await mkdir(cache, { recursive: true });
  const assets: Record<string, DatasetAsset> = {};
  const cached = new Set<string>();
  for (const dataset of datasets) {
    const key = `${dataset.descriptor.id}.${await hashInputs(dataset)}`;
    const asset = (await readCached(cache, key)) ?? (await build(dataset, cache, key));
    const target = join(publicDir, databasePath(asset.id));
    if (!(await isPublished(target, asset))) await replaceWithCopy(join(cache, `${key}.duckdb`), target);
    assets[asset.id] = asset;
    cached.add(`${key}.duckdb`).add(`${key}.json`);
  }
  await removeOthers(cache, cached);
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
  return (await sizeOf(path)) === bytes && (await hashFile(path)) === sha256;
}

/** Everything that the file depends on: the descriptor, the tables and the code that writes it. */
async function hashInputs({ descriptor, folder }: LoadedDataset): Promise<string> {
  const hash = createHash('sha256').update(version());
  const code = ['./write-database-file.ts', '../table-sql.ts'].map((file) => new URL(file, import.meta.url));
  const files = ['dataset.yaml', ...descriptor.tables.map(({ file }) => file)].map((file) =>
    join(folder, file),
  );
  for (const file of [...code, ...files]) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function readCached(cache: string, key: string): Promise<DatasetAsset | undefined> {
  // The JSON file is written last, so its presence says that the database beside it is whole.
  const text = await readFile(join(cache, `${key}.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const asset = JSON.parse(text) as DatasetAsset;
  if ((await sizeOf(join(cache, `${key}.duckdb`))) !== asset.bytes) return undefined;
  // An older build may have kept another address.
  return { ...asset, path: toAddress(asset.id, asset.sha256) };
}

async function build(dataset: LoadedDataset, cache: string, key: string): Promise<DatasetAsset> {
  const path = join(cache, `${key}.duckdb`);
  const tables = await writeDatabaseFile(dataset, path);
  const sha256 = await hashFile(path);
  const { id } = dataset.descriptor;
  const { size: bytes } = await stat(path);
  const asset: DatasetAsset = {
    id,
    path: toAddress(id, sha256),
    bytes,
    sha256,
    tables,
  };
  await writeFile(join(cache, `${key}.json`), JSON.stringify(asset, null, 2));
  return asset;
}

/** By way of a second name, so that a server never sees half a file. */
async function replaceWithCopy(from: string, to: string): Promise<void> {
  const part = `${to}.${process.pid}.part`;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, part);
  await rename(part, to);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}

async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder);
  // A name that ends in ".part" belongs to a build that is still running.
  const old = names.filter((name) => !keep.has(name) && !name.endsWith('.part'));
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}
