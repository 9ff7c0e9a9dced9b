import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { createTableSql } from '#src/datasets/table-sql.ts';
import { catalogueSchema } from '../catalogue.ts';
import { datasetMetadataSchema } from '../dataset-metadata.ts';
import { byteLimits } from '../formats.ts';
import { toRowSchema } from '../openapi.ts';
import { pageSchema } from '../page.ts';
import { preparePublishedApi, type PublishedApi } from './published-api.ts';

let api: PublishedApi;
beforeAll(async () => {
  api = await preparePublishedApi();
});

const folderOf = (id: string) => join(api.folder, 'datasets', id);

/** Runs `check` on every table, with the dataset's database attached as `published`. */
async function withEveryTable(
  check: (
    connection: DuckDBConnection,
    table: { id: string; described: TableDescriptor; from: string; columns: string },
    published: PublishedApi['datasets'][number]['tables'][number],
  ) => Promise<void>,
): Promise<void> {
  for (const { descriptor, database, tables } of api.datasets) {
    const { connection, close } = await connectDuckDb();
    try {
      const path = toQuotedText(join(folderOf(descriptor.id), database.path));
      await connection.run(`ATTACH ${path} AS published (READ_ONLY)`);
      for (const table of tables) {
        const described = descriptor.tables.find(({ name }) => name === table.name);
        if (described === undefined) throw new Error(`${table.name} is not described.`);
        const from = `published.${toQuotedName(table.name)}`;
        const columns = described.columns.map(({ name }) => toQuotedName(name)).join(', ');
        await check(connection, { id: descriptor.id, described, from, columns }, table);
      }
    } finally {
      close();
    }
  }
}

/** A number that is the same for the same rows in the same order, and how many rows there are. */
async function fingerprint(connection: DuckDBConnection, columns: string, from: string): Promise<string> {
  const numbered = `SELECT ${columns}, row_number() OVER () AS "row number" FROM ${from}`;
  const sql = `SELECT count(*), sum(hash(${columns}, "row number")) FROM (${numbered})`;
  return String((await connection.runAndReadAll(sql)).getRowsJson()[0]);
}

test('everything that is published stays under 68 MB', () => {
  const files = readdirSync(api.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  expect(bytes).toBeLessThan(68_000_000);
});

test('the catalogue and every description have the shape that OpenAPI promises', () => {
  const { datasets } = catalogueSchema.parse(api.readJson('catalogue.json'));
  expect(datasets.map(({ id }) => id)).toEqual(readdirSync(join(api.folder, 'datasets')).sort());
  for (const { links, database, tables } of datasets) {
    expect(existsSync(join(api.folder, links.dataPackage)), links.dataPackage).toBe(true);
    const metadata = datasetMetadataSchema.parse(api.readJson(links.metadata));
    expect(metadata.database.sha256).toBe(database.sha256);
    expect(metadata.tables.map(({ name, rows }) => ({ name, rows }))).toEqual(
      tables.map(({ name, rows }) => ({ name, rows })),
    );
  }
});

test('every file has the size and the hash that its metadata give', () => {
  for (const { descriptor } of api.datasets) {
    const metadata = datasetMetadataSchema.parse(api.readJson(`datasets/${descriptor.id}/metadata.json`));
    const pages = metadata.tables.flatMap((table) => table.pages?.files ?? []);
    const files = [metadata.database, ...metadata.tables.flatMap((table) => table.files), ...pages];
    for (const { href, bytes, sha256 } of files) {
      const content = readFileSync(join(folderOf(descriptor.id), href));
      expect(content.length, href).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), href).toBe(sha256);
    }
  }
});

test('a table comes without a format only when it is too large, and says so', () => {
  for (const { descriptor } of api.datasets) {
    const metadata = datasetMetadataSchema.parse(api.readJson(`datasets/${descriptor.id}/metadata.json`));
    for (const { name, files, pages, leftOut } of metadata.tables) {
      const formats = files.map(({ format }) => format);
      expect(formats, name).toContain('parquet');
      expect(
        formats.filter((format) => format.startsWith('csv')),
        name,
      ).toHaveLength(1);
      const csv = files.find(({ format }) => format === 'csv');
      if (csv !== undefined) expect(csv.bytes, name).toBeLessThanOrEqual(byteLimits.csv);
      if (pages !== null) expect(pages.bytes, name).toBeLessThanOrEqual(byteLimits.json);
      expect(
        leftOut.map(({ format }) => format),
        name,
      ).toEqual(pages === null ? ['json'] : []);
    }
  }
});

test('CSV and Parquet give back the same rows as the database', async () => {
  await withEveryTable(async (connection, { id, described, from, columns }, { csv, packedCsv, parquet }) => {
    const expected = await fingerprint(connection, columns, from);
    const parquetRows = `read_parquet(${toQuotedText(join(folderOf(id), parquet.path))})`;
    expect(await fingerprint(connection, columns, parquetRows), parquet.path).toBe(expected);
    const path = (csv ?? packedCsv)?.path ?? '';
    for (const sql of createTableSql(described, join(folderOf(id), path))) await connection.run(sql);
    const csvRows = `memory.${toQuotedName(described.name)}`;
    expect(await fingerprint(connection, columns, csvRows), path).toBe(expected);
  });
}, 120_000);

test('JSON pages hold each row once, in order, and lead from the first to the last', async () => {
  await withEveryTable(async (connection, { id, described, from, columns }, { rows, pages }) => {
    if (pages === undefined) return;
    const folder = join(folderOf(id), described.name, 'pages');
    const rowSchema = z.fromJSONSchema(toRowSchema(described) as Parameters<typeof z.fromJSONSchema>[0]);
    const visited: string[] = [];
    let previous: string | null = null;
    let seen = 0;
    for (let file: string | null = '1.json'; file !== null;) {
      const page = pageSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      expect(page).toMatchObject({
        page: visited.length + 1,
        pages: pages.length,
        totalRows: rows,
        previous,
      });
      if (page.next !== null) expect(page.rows).toHaveLength(page.rowsPerPage);
      for (const row of page.rows.slice(0, 50)) rowSchema.parse(row);
      seen += page.rows.length;
      visited.push(file);
      previous = file;
      file = page.next;
    }
    expect(seen).toBe(rows);
    expect(visited.map((file) => `${described.name}/pages/${file}`)).toEqual(pages.map(({ path }) => path));

    const types = described.columns.map(({ name, type }) => `${toQuotedName(name)} ${type}`).join(', ');
    const files = visited.map((file) => toQuotedText(join(folder, file))).join(', ');
    const read = `read_json([${files}], columns = {'rows': 'STRUCT(${types})[]'}, maximum_object_size = 100000000)`;
    const jsonRows = `SELECT unnest(rows, recursive := true) FROM ${read}`;
    await connection.run(`CREATE TEMP TABLE pages AS ${jsonRows}`);
    expect(await fingerprint(connection, columns, 'pages'), described.name).toBe(
      await fingerprint(connection, columns, from),
    );
    await connection.run('DROP TABLE pages');
  });
}, 120_000);
