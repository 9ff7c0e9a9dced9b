import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toQuotedName, toQuotedText } from '../table-sql.ts';
import { connectDuckDb } from './connect-duckdb.ts';
import { hashFile } from './hash-file.ts';
import type { LoadedDataset } from './load-datasets.ts';

export interface MadeTable {
  readonly name: string;
  readonly file: string;
  readonly rowCount: number;
  readonly sha256: string;
}

/**
 * Runs a dataset's recipe on the publisher's raw files and writes its CSV files: columns as the descriptor lists them,
 * rows sorted by primary key, so that the same raw files always give the same bytes.
 *
 * @param rawFolder - The publisher's files. Throws when one that the descriptor names by checksum is not there.
 */
export async function makeTables(
  { descriptor, folder }: LoadedDataset,
  rawFolder: string,
): Promise<MadeTable[]> {
  await checkRawFiles(descriptor.source.files, rawFolder);
  const recipe = await readFile(join(folder, 'recipe.sql'), 'utf8');
  const { connection, close } = await connectDuckDb();
  try {
    await connection.run(`SET VARIABLE raw = ${toQuotedText(rawFolder)}`);
    await connection.run(recipe);
    const made: MadeTable[] = [];
    for (const table of descriptor.tables) {
      const columns = table.columns.map(({ name }) => toQuotedName(name)).join(', ');
      const order = table.primaryKey.map(toQuotedName).join(', ');
      const path = join(folder, table.file);
      const rows = `SELECT ${columns} FROM ${toQuotedName(table.name)} ORDER BY ${order}`;
      const copied = await connection.run(
        `COPY (${rows}) TO ${toQuotedText(path)} (FORMAT csv, HEADER, NULL '')`,
      );
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
  }
}

async function checkRawFiles(
  files: LoadedDataset['descriptor']['source']['files'],
  rawFolder: string,
): Promise<void> {
  const names = await readdir(rawFolder);
  const hashes = new Set(await Promise.all(names.map((name) => hashFile(join(rawFolder, name)))));
  const missing = files.filter(({ sha256 }) => !hashes.has(sha256));
  if (missing.length === 0) return;
  const list = missing.map(({ path, sha256 }) => `  ${path} (SHA-256 ${sha256})`).join('\n');
  throw new Error(
    `${rawFolder} does not hold these files, which the descriptor names as the source:\n${list}`,
  );
}
