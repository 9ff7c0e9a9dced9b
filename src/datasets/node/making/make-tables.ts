import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { RawForm } from '#src/datasets/raw-form.ts';
import { isParquet } from '#src/datasets/table-sql.ts';
import { connectDuckDb } from '../connect-duckdb.ts';
import { hashFile } from '#src/cache/node/hash-file.ts';
import type { LoadedDataset } from '../load-datasets.ts';
import { loadRecipeMacros } from './recipe-macros.ts';
import { stageRawFiles } from './stage-raw-files.ts';

export interface MadeTable {
  readonly name: string;
  readonly file: string;
  readonly rowCount: number;
  readonly sha256: string;
}

/**
 * Runs a dataset's recipe on the publisher's raw files and writes its files: columns as the descriptor lists them,
 * rows sorted by primary key, so that the same raw files always give the same bytes.
 *
 * @param rawFolders - Where the publisher's files lie. Throws when one that the descriptor names by checksum is in none
 * of them.
 * @param known - The forms that the files had when the tables were last made, by path.
 */
export async function makeTables(
  { descriptor, folder }: LoadedDataset,
  rawFolders: readonly string[],
  known: Readonly<Record<string, RawForm>> = {},
): Promise<MadeTable[]> {
  const macros = await loadRecipeMacros();
  const recipe = await readFile(join(folder, 'recipe.sql'), 'utf8');
  const raw = await stageRawFiles(descriptor.source.files, rawFolders, known);
  const { connection, close } = await connectDuckDb();
  try {
    await connection.run(`SET VARIABLE raw = ${toQuotedText(raw.folder)}`);
    await connection.run(macros);
    await connection.run(recipe);
    // One thread, so that the same rows give the same Parquet file.
    await connection.run('SET threads = 1');
    const made: MadeTable[] = [];
    for (const table of descriptor.tables) {
      const columns = table.columns.map(({ name }) => toQuotedName(name)).join(', ');
      // Without a key, all columns: equal rows may stand in any order.
      const order = table.primaryKey.length > 0 ? table.primaryKey.map(toQuotedName).join(', ') : 'ALL';
      const path = join(folder, table.file);
      const rows = `SELECT ${columns} FROM ${toQuotedName(table.name)} ORDER BY ${order}`;
      const copied = await connection.run(`COPY (${rows}) TO ${toQuotedText(path)} ${formatOf(path)}`);
      made.push({
        name: table.name,
        file: table.file,
        rowCount: copied.rowsChanged,
        sha256: await hashFile(path),
      });
    }
    return made;
  } finally {
    close();
    await raw.remove();
  }
}

/** Zstandard makes Parquet files about a fifth smaller than the usual Snappy; every reader knows it. */
function formatOf(path: string): string {
  return isParquet(path) ? '(FORMAT parquet, COMPRESSION zstd)' : "(FORMAT csv, HEADER, NULL '')";
}
