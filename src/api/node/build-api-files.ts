import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { version } from '@duckdb/node-api';
import type { DatasetAsset } from '#src/datasets/assets.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { type LoadedDataset, loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { toQuotedText } from '#src/sql/quote.ts';
import { toCatalogue } from '../catalogue.ts';
import { toCsvw } from '../csvw.ts';
import { toDataPackage } from '../data-package.ts';
import { toDatasetMetadata } from '../dataset-metadata.ts';
import { toDcat } from '../dcat.ts';
import { toOpenApi } from '../openapi.ts';
import type { ApiDataset, PublishedTable } from '../published.ts';
import { writeTableFiles } from './write-table-files.ts';

interface Folders {
  /** The project's root. */
  readonly root: string;
  /** Where the site's files stand: the API goes to `api/v1/` in it, beside the databases that are there already. */
  readonly publicDir: string;
  readonly cacheDir: string;
}

/**
 * Writes the API: every table in its formats, and the documents that describe them. Tables of a dataset that has not
 * changed stay as they are, and files that belong to no dataset are removed.
 *
 * @param assets - The databases, which stand in the API's folders.
 * @returns What is published, by dataset. `catalogue.json` in the cache tells it to the site's own pages.
 */
export async function buildApiFiles(
  { root, publicDir, cacheDir }: Folders,
  assets: Readonly<Record<string, DatasetAsset>>,
): Promise<ApiDataset[]> {
  const api = join(publicDir, 'api', 'v1');
  const cache = join(cacheDir, 'api');
  await mkdir(cache, { recursive: true });
  const code = await hashCode();
  const { datasets } = await loadDatasets(root);
  const published: ApiDataset[] = [];
  for (const dataset of datasets) {
    const { descriptor } = dataset;
    const asset = assets[descriptor.id];
    if (asset === undefined) throw new Error(`Dataset "${descriptor.id}" has no database.`);
    const folder = join(api, 'datasets', descriptor.id);
    const key = createHash('sha256')
      .update(code)
      .update(asset.sha256)
      .update(JSON.stringify(descriptor))
      .digest('hex');
    const manifest = join(cache, `${descriptor.id}.json`);
    let tables = await readManifest(manifest, key, folder);
    if (tables === undefined) {
      tables = await writeTables(dataset, folder);
      await writeFile(manifest, JSON.stringify({ key, tables }));
    }
    const database = { path: `${descriptor.id}.duckdb`, bytes: asset.bytes, sha256: asset.sha256 };
    published.push({ descriptor, database, tables });
  }

  const catalogue = toCatalogue(published);
  const documents = new Map<string, unknown>([
    ['catalogue.json', catalogue],
    ['catalogue.jsonld', toDcat(published)],
    ['openapi.json', toOpenApi(published)],
  ]);
  for (const dataset of published) {
    const folder = `datasets/${dataset.descriptor.id}/`;
    documents.set(`${folder}metadata.json`, toDatasetMetadata(dataset));
    documents.set(`${folder}datapackage.json`, toDataPackage(dataset));
    const csvw = toCsvw(dataset);
    if (csvw !== undefined) documents.set(`${folder}csv-metadata.json`, csvw);
  }
  for (const [path, document] of documents) await writeIfChanged(join(api, path), toText(document));
  await writeIfChanged(join(cacheDir, 'catalogue.json'), toText(catalogue));

  const files = published.flatMap(({ descriptor, database, tables }) =>
    [database, ...tables.flatMap(filesOf)].map(({ path }) => `datasets/${descriptor.id}/${path}`),
  );
  await removeOthers(api, new Set([...documents.keys(), ...files]));
  const manifests = datasets.map(({ descriptor }) => `${descriptor.id}.json`);
  await removeOthers(cache, new Set(manifests));
  return published;
}

/** All files of a table. */
export function filesOf({ csv, parquet, pages = [] }: PublishedTable) {
  return [...(csv === undefined ? [] : [csv]), parquet, ...pages];
}

/** The tables as an earlier build wrote them; undefined when anything has changed or a file is missing or cut short. */
async function readManifest(
  path: string,
  key: string,
  folder: string,
): Promise<PublishedTable[] | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as { key: string; tables: PublishedTable[] };
  if (manifest.key !== key) return undefined;
  const sizes = await Promise.all(
    manifest.tables.flatMap(filesOf).map(async ({ path, bytes }) => {
      const found = await stat(join(folder, path)).catch(() => undefined);
      return found?.size === bytes;
    }),
  );
  return sizes.every(Boolean) ? manifest.tables : undefined;
}

async function writeTables(dataset: LoadedDataset, folder: string): Promise<PublishedTable[]> {
  const { connection, close } = await connectDuckDb();
  try {
    // One thread, so that the same rows give the same files.
    await connection.run('SET threads = 1');
    const database = join(folder, `${dataset.descriptor.id}.duckdb`);
    await connection.run(`ATTACH ${toQuotedText(database)} AS dataset (READ_ONLY)`);
    const tables: PublishedTable[] = [];
    for (const table of dataset.descriptor.tables)
      tables.push(await writeTableFiles(connection, dataset, table, folder));
    return tables;
  } finally {
    close();
  }
}

/** The code that decides what stands in the tables' files. */
async function hashCode(): Promise<string> {
  const hash = createHash('sha256').update(version());
  const files = ['../formats.ts', '../page.ts', '../value-types.ts', './write-table-files.ts'];
  for (const file of files) hash.update(await readFile(new URL(file, import.meta.url))).update('\0');
  return hash.digest('hex');
}

function toText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** By way of a second name, so that a server never sees half a file. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  const part = `${path}.${process.pid}.part`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(part, text);
  await rename(part, path);
}

async function removeOthers(folder: string, keep: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // A name that ends in ".part" belongs to a build that is still running.
    if (!entry.isFile() || entry.name.endsWith('.part')) continue;
    if (!keep.has(relative(folder, path).split(sep).join('/'))) await rm(path, { force: true });
  }
  // The deepest folders first; one that is not empty stays.
  const folders = entries.filter((entry) => entry.isDirectory());
  const paths = folders.map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort((a, b) => b.length - a.length)) await rmdir(path).catch(() => undefined);
}
