import { copyFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { hashFile } from '#src/cache/node/hash-file.ts';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { isParquet } from '#src/datasets/table-sql.ts';
import { fitsFormat, rowsPerPage } from '../formats.ts';
import { countPages, type Page, toPageText } from '../page.ts';
import type { PublishedFile, PublishedTable } from '../published.ts';

/**
 * Writes one table in all formats that its size allows. The file that the repository holds is published as it is, so
 * that its checksum in the descriptor is also the published one.
 *
 * @param connection - DuckDB with one thread and the dataset's database attached as `dataset`.
 * @param folder - The dataset's folder in the API.
 */
export async function writeTableFiles(
  connection: DuckDBConnection,
  dataset: LoadedDataset,
  table: TableDescriptor,
  folder: string,
): Promise<PublishedTable> {
  const source = join(dataset.folder, table.file);
  const rows = `SELECT * FROM dataset.${toQuotedName(table.name)}`;
  const write = async (path: string, make: (to: string) => Promise<unknown>): Promise<PublishedFile> => {
    const target = join(folder, path);
    await replaceFile(target, make);
    return { path, bytes: (await stat(target)).size, sha256: await hashFile(target) };
  };
  const copyOr = (isSource: boolean, options: string) => (to: string) =>
    isSource ? copyFile(source, to) : connection.run(`COPY (${rows}) TO ${toQuotedText(to)} (${options})`);

  const parquet = await write(
    `${table.name}.parquet`,
    copyOr(isParquet(table.file), 'FORMAT parquet, COMPRESSION zstd'),
  );
  const csv = fitsFormat('csv', table.rowCount)
    ? await write(`${table.name}.csv`, copyOr(!isParquet(table.file), "FORMAT csv, HEADER, NULL ''"))
    : undefined;
  const pages: PublishedFile[] = [];
  const values = await readAsText(connection, table, fitsFormat('json', table.rowCount) ? undefined : 1);
  if (fitsFormat('json', table.rowCount)) {
    for (let page = 1; page <= countPages(table.rowCount); page++) {
      const part = values.slice((page - 1) * rowsPerPage, page * rowsPerPage);
      const text = toPageText(dataset.descriptor.id, table, page, part);
      pages.push(await write(`${table.name}/pages/${page}.json`, (to) => writeFile(to, text)));
    }
  }
  const first = JSON.parse(toPageText(dataset.descriptor.id, table, 1, values.slice(0, 1))) as Page;
  return {
    name: table.name,
    rows: table.rowCount,
    ...(csv === undefined ? {} : { csv }),
    parquet,
    ...(pages.length === 0 ? {} : { pages }),
    sample: first.rows[0] ?? {},
  };
}

/** Every value as the text that DuckDB casts it to, rows in the order of the file. */
async function readAsText(
  connection: DuckDBConnection,
  table: TableDescriptor,
  limit: number | undefined,
): Promise<(string | null)[][]> {
  const columns = table.columns.map(({ name }) => `CAST(${toQuotedName(name)} AS VARCHAR)`);
  const read = await connection.runAndReadAll(
    `SELECT ${columns.join(', ')} FROM dataset.${toQuotedName(table.name)}${limit === undefined ? '' : ` LIMIT ${limit}`}`,
  );
  return read.getRowsJS() as (string | null)[][];
}
