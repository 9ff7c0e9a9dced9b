import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { createTableSql } from '#src/datasets/table-sql.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { createNativeDatabase } from './native-database.ts';

export interface OpenDatasets {
  readonly database: ArrowDatabase;
  close(): void;
}

/**
 * Opens DuckDB in memory with the tables of some datasets under their plain names, as a learner's exercise has them.
 *
 * @param root - The project's folder.
 * @param ids - Dataset ids. Throws when one is not there, when a descriptor has mistakes or when two tables share a name.
 */
export async function openDatasets(root: string, ids: readonly string[]): Promise<OpenDatasets> {
  const { datasets, problems } = await loadDatasets(root);
  const wanted = ids.map((id) => {
    const dataset = datasets.find(({ descriptor }) => descriptor.id === id);
    if (dataset !== undefined) return dataset;
    const own = problems.filter(({ file }) => file.startsWith(`datasets/${id}/`));
    throw new Error(
      own.length > 0 ? own.map(toProblemText).join('\n') : `There is no dataset "${id}" in ${root}.`,
    );
  });
  return openLoadedDatasets(wanted);
}

/** The same for datasets whose descriptors are read already. */
export async function openLoadedDatasets(datasets: readonly LoadedDataset[]): Promise<OpenDatasets> {
  const database = await createNativeDatabase();
  try {
    for (const { descriptor, folder } of datasets) {
      for (const table of descriptor.tables) {
        for (const sql of createTableSql(table, join(folder, table.file))) await database.query(sql);
      }
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, close: () => database.close() };
}
