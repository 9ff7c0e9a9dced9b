import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { writeDatabaseFile } from '#src/datasets/node/write-database-file.ts';
import { toAlias, toSetupStatements, type AttachedDataset } from '../lock.ts';
import { createNativeDatabase, type NativeDatabase } from './native-database.ts';

/**
 * Opens the tables of some datasets as the page does: files attached, a view of each table under its plain name, and everything else
 * locked. What runs here runs there, and what fails there fails here: a view has no `rowid`, and nothing can be written to it.
 *
 * @param settings - DuckDB's, such as `threads = 1`, which the lock allows no longer afterwards.
 */
export async function openLearnerTables(
  datasets: readonly LoadedDataset[],
  settings: readonly string[] = [],
): Promise<NativeDatabase> {
  const database = await createNativeDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  try {
    for (const setting of settings) await database.query(`SET ${setting}`);
    const setup = toSetupStatements({ datasets: await writeFiles(datasets, folder), memoryLimit: '1GB' });
    for (const sql of setup) await database.query(sql);
  } catch (cause) {
    database.close();
    throw cause;
  } finally {
    // Where the system lets a file go that is open, nothing is left behind even by a process that is ended.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
  return {
    ...database,
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The files that the page attaches, made in a folder of their own. */
async function writeFiles(datasets: readonly LoadedDataset[], folder: string): Promise<AttachedDataset[]> {
  const attached: AttachedDataset[] = [];
  for (const dataset of datasets) {
    const { id, tables } = dataset.descriptor;
    const file = join(folder, `${toAlias(id)}.duckdb`);
    await writeDatabaseFile(dataset, file);
    attached.push({ alias: toAlias(id), file, tables: tables.map(({ name }) => name) });
  }
  return attached;
}
