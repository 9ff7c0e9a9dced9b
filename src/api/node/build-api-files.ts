import { readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { hashFile } from '#src/cache/node/hash-file.ts';
import { isPart, replaceFile } from '#src/cache/node/replace-file.ts';
import type { BuildFolders, DatasetAsset } from '#src/datasets/assets.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { isDraft } from '#src/datasets/draft.ts';
import { type LoadedDataset, loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { toQuotedText } from '#src/sql/quote.ts';
import { toCatalogue } from '../catalogue.ts';
import { toCsvw } from '../csvw.ts';
import { toDataPackage } from '../data-package.ts';
import { toDatasetMetadata } from '../dataset-metadata.ts';
import { toDcat } from '../dcat.ts';
import { toOpenApi } from '../openapi.ts';
import { type ApiDataset, filesOf, type PublishedTable } from '../published.ts';
import { writeTableFiles } from './write-table-files.ts';

/**
 * Writes the API: every table in its formats, and the documents that describe them. Tables of a dataset that has not
 * changed stay as they are, and files that belong to no dataset are removed.
 *
 * @param assets - The databases, which stand in the API's folders.
 * @returns What is published, by dataset. `catalogue.json` in the cache tells it to the site's own pages.
 */
export async function buildApiFiles(
  { root, publicDir, cacheDir }: BuildFolders,
  assets: Readonly<Record<string, DatasetAsset>>,
): Promise<ApiDataset[]> {
  const api = join(publicDir, 'api', 'v1');
  const code = join(import.meta.dirname, 'write-table-files.ts');
  const cache = await openContentCache({ cacheDir, kind: 'api', code });
  const { datasets } = await loadDatasets(root);
  const published: ApiDataset[] = [];
  for (const dataset of datasets) {
    const { descriptor } = dataset;
    const asset = assets[descriptor.id];
    // A draft without a file is not published: what stood here of it is removed below.
    if (asset === undefined && isDraft(dataset.text)) continue;
    if (asset === undefined) throw new Error(`Dataset "${descriptor.id}" has no database.`);
    const folder = join(api, 'datasets', descriptor.id);
    const inputs = {
      name: descriptor.id,
      texts: [asset.sha256, JSON.stringify(descriptor.tables)],
      files: descriptor.tables.map(({ file }) => join(dataset.folder, file)),
    };
    let tables = await cache.get(inputs, () => writeTables(dataset, folder));
    // What is kept says what stood there once: somebody may have removed a file, or another version may stand there.
    if (!(await arePublished(tables, folder))) tables = await writeTables(dataset, folder);
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
  for (const [path, document] of documents) await writeIfChanged(join(api, path), toJsonText(document));
  await writeIfChanged(join(cacheDir, 'catalogue.json'), toJsonText(catalogue));

  const files = published.flatMap(({ descriptor, database, tables }) =>
    [database, ...tables.flatMap(filesOf)].map(({ path }) => `datasets/${descriptor.id}/${path}`),
  );
  await removeUnpublished(api, new Set([...documents.keys(), ...files]));
  return published;
}

/** True when every file of the tables is there with its checksum. */
async function arePublished(tables: readonly PublishedTable[], folder: string): Promise<boolean> {
  const found = tables.flatMap(filesOf).map(async ({ path, sha256 }) => {
    return (await hashFile(join(folder, path)).catch(() => undefined)) === sha256;
  });
  return (await Promise.all(found)).every(Boolean);
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

function toJsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A file that says so already stays, so that its time tells when it changed. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  await replaceFile(path, (part) => writeFile(part, text));
}

/** Removes every file that the site no longer publishes, and folders that are empty then. */
async function removeUnpublished(folder: string, keep: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // A name that ends in ".part" belongs to a build that is still running.
    if (!entry.isFile() || isPart(entry.name)) continue;
    if (!keep.has(relative(folder, path).split(sep).join('/'))) await rm(path, { force: true });
  }
  // The deepest folders first; one that is not empty stays.
  const folders = entries.filter((entry) => entry.isDirectory());
  const paths = folders.map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort((a, b) => b.length - a.length)) await rmdir(path).catch(() => undefined);
}
