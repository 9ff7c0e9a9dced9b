import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  const csvOptions = "FORMAT csv, HEADER, NULL ''";
  const { csv, packedCsv, plainBytes } = await inScratch(async (scratch) => {
    const plain = join(scratch, 'plain.csv');
    await copyOr(!isParquet(table.file), csvOptions)(plain);
    const { size } = await stat(plain);
    const pack = async (to: string) => writeFile(to, gzipSync(await readFile(plain), { level: 9 }));
    return fitsFormat('csv', size)
      ? { csv: await write(`${table.name}.csv`, (to) => copyFile(plain, to)), plainBytes: size }
      : { packedCsv: await write(`${table.name}.csv.gz`, pack), plainBytes: size };
  });
  // A table is never smaller as JSON than as CSV.
  const mayFit = fitsFormat('json', plainBytes);
  const values = await readAsText(connection, table, mayFit ? undefined : 1);
  const texts = Array.from({ length: mayFit ? countPages(table.rowCount) : 0 }, (_, index) =>
    toPageText(
      dataset.descriptor.id,
      table,
      index + 1,
      values.slice(index * rowsPerPage, (index + 1) * rowsPerPage),
    ),
  );
  const pages: PublishedFile[] = [];
  if (
    fitsFormat(
      'json',
      texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    )
  ) {
    for (const [index, text] of texts.entries())
      pages.push(await write(`${table.name}/pages/${index + 1}.json`, (to) => writeFile(to, text)));
  }
  const first = JSON.parse(toPageText(dataset.descriptor.id, table, 1, values.slice(0, 1))) as Page;
  return {
    name: table.name,
    rows: table.rowCount,
    ...(csv === undefined ? {} : { csv }),
    ...(packedCsv === undefined ? {} : { packedCsv }),
    parquet,
    ...(pages.length === 0 ? {} : { pages }),
    sample: first.rows[0] ?? {},
  };
}

/** A folder for as long as it is needed. */
async function inScratch<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lunchtime-table-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
