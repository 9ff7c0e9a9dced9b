import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import { hashFile } from '#src/datasets/node/hash-file.ts';
import { type LoadedDataset, loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { readAsTextSql } from '#src/datasets/table-sql.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { Database } from '#src/results/database.ts';
import { measureDataset } from '../measure-dataset.ts';
import type { DatasetQuality, Quality } from '../quality.ts';

interface Folders {
  /** The project's root. */
  readonly root: string;
  readonly cacheDir: string;
}

/**
 * Measures every dataset whose descriptor has no mistake, and writes the figures to `quality.json` in the cache for the
 * pages. A dataset is measured anew only when it, a table it links to or the code has changed.
 */
export async function measureDatasets({ root, cacheDir }: Folders): Promise<Quality> {
  const { datasets } = await loadDatasets(root);
  const path = join(cacheDir, 'quality.json');
  const stampPath = join(cacheDir, 'quality-inputs.json');
  const stamps = await hashInputs(datasets);
  const [oldStamps, old] = await Promise.all([
    readJson<Record<string, string>>(stampPath),
    readJson<Quality>(path),
  ]);
  const measured: Record<string, DatasetQuality> = {};
  const tables = createTextTables(datasets);
  try {
    for (const dataset of datasets) {
      const { id } = dataset.descriptor;
      const kept = oldStamps?.[id] === stamps[id] ? old?.[id] : undefined;
      measured[id] = kept ?? (await tables.measure(dataset));
    }
  } finally {
    tables.close();
  }
  await mkdir(cacheDir, { recursive: true });
  // The stamps last, so that they vouch for figures that are there.
  await writeFile(path, JSON.stringify(measured));
  await writeFile(stampPath, JSON.stringify(stamps));
  return measured;
}

/** Reads tables as text when they are first needed, so that unchanged datasets cost nothing. */
function createTextTables(datasets: readonly LoadedDataset[]) {
  const read = new Set<string>();
  let database: (Database & { close(): void }) | undefined;

  async function readTables({ descriptor, folder }: LoadedDataset): Promise<void> {
    database ??= await createNativeDatabase();
    await database.query(`CREATE SCHEMA IF NOT EXISTS ${toQuotedName(descriptor.id)}`);
    for (const table of descriptor.tables) {
      const name = toRelation(descriptor.id, table.name);
      if (read.has(name)) continue;
      const columns = table.columns.map(({ name: column }) => column);
      const source = readAsTextSql(columns, join(folder, table.file));
      await database.query(
        `CREATE TABLE ${name} AS SELECT ${columns.map(toQuotedName).join(', ')} FROM ${source}`,
      );
      read.add(name);
    }
  }

  return {
    async measure(dataset: LoadedDataset): Promise<DatasetQuality> {
      const linked = datasets.filter(({ descriptor }) => linkedIds(dataset).includes(descriptor.id));
      for (const each of [dataset, ...linked]) await readTables(each);
      if (database === undefined) throw new Error('No database is open.');
      return measureDataset(database, dataset.descriptor, (id, table) => {
        const name = toRelation(id, table);
        return read.has(name) ? name : undefined;
      });
    },
    close: () => database?.close(),
  };
}

function toRelation(datasetId: string, table: string): string {
  return `${toQuotedName(datasetId)}.${toQuotedName(table)}`;
}

/** The other datasets that this one's tables link to. */
function linkedIds({ descriptor }: LoadedDataset): string[] {
  const links = descriptor.tables.flatMap(({ foreignKeys, links }) => [...foreignKeys, ...links]);
  return [...new Set(links.flatMap(({ references }) => references.dataset ?? []))];
}

async function hashInputs(datasets: readonly LoadedDataset[]): Promise<Record<string, string>> {
  const hash = createHash('sha256').update(version());
  const folder = join(import.meta.dirname, '..');
  const code = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const sources = [
    ...code.sort().map((file) => join(folder, file)),
    join(folder, '../datasets/table-sql.ts'),
  ];
  for (const source of sources) hash.update(await readFile(source));
  const codeHash = hash.digest('hex');
  const own = new Map(
    await Promise.all(
      datasets.map(async ({ descriptor, folder: at, text }) => {
        const files = await Promise.all(descriptor.tables.map(({ file }) => hashFile(join(at, file))));
        return [descriptor.id, [text, ...files].join('\0')] as const;
      }),
    ),
  );
  return Object.fromEntries(
    datasets.map((dataset) => {
      const parts = [dataset.descriptor.id, ...linkedIds(dataset)].map((id) => own.get(id) ?? '');
      const stamp = createHash('sha256').update(codeHash).update(parts.join('\0')).digest('hex');
      return [dataset.descriptor.id, stamp];
    }),
  );
}

async function readJson<T>(path: string): Promise<T | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as T);
  } catch {
    // A file cut off by a stopped build is as good as none.
    return undefined;
  }
}
