import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { BuildFolders } from '#src/datasets/assets.ts';
import { type LoadedDataset, loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { readAsTextSql } from '#src/datasets/table-sql.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { Database } from '#src/results/database.ts';
import { measureDataset } from '../measure-dataset.ts';
import type { DatasetQuality, Quality } from '../quality.ts';

/**
 * Measures every dataset whose descriptor has no mistake, and writes the figures to `quality.json` in the cache for the
 * pages. A dataset is measured anew only when it, a table it links to or the code has changed.
 */
export async function measureDatasets({
  root,
  cacheDir,
}: Pick<BuildFolders, 'root' | 'cacheDir'>): Promise<Quality> {
  const { datasets } = await loadDatasets(root);
  const cache = await openContentCache({ cacheDir, kind: 'quality', code: import.meta.filename });
  const measured: Record<string, DatasetQuality> = {};
  const tables = createTextTables(datasets);
  try {
    for (const dataset of datasets) {
      const { id } = dataset.descriptor;
      const read = [dataset, ...linkedDatasets(dataset, datasets)];
      measured[id] = await cache.get(
        {
          name: id,
          texts: read.map(({ text }) => text),
          files: read.flatMap(({ descriptor, folder }) =>
            descriptor.tables.map(({ file }) => join(folder, file)),
          ),
        },
        () => tables.measure(dataset),
      );
    }
  } finally {
    tables.close();
  }
  await replaceFile(join(cacheDir, 'quality.json'), (part) => writeFile(part, JSON.stringify(measured)));
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
      for (const each of [dataset, ...linkedDatasets(dataset, datasets)]) await readTables(each);
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
function linkedDatasets(
  { descriptor: { tables } }: LoadedDataset,
  datasets: readonly LoadedDataset[],
): LoadedDataset[] {
  const links = tables.flatMap(({ foreignKeys, links }) => [...foreignKeys, ...links]);
  const ids = links.map(({ references }) => references.dataset);
  return datasets.filter(({ descriptor }) => ids.includes(descriptor.id));
}
