import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { TableDescriptor } from '../descriptor.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { isParquet, readAsTextSql } from '../table-sql.ts';
import { checkColumn } from '../check-column.ts';
import { checkLaws } from './check-laws.ts';
import { checkRules } from './check-rules.ts';
import { checkTwins } from './check-twins.ts';
import { createFindBreach, textTable } from './find-breach.ts';
import { hashFile } from '#src/cache/node/hash-file.ts';
import { countWords } from '#src/words/count-words.ts';
import type { LoadedDataset } from './load-datasets.ts';

/**
 * Proves one file against its descriptor: it is there, has the stated checksum, columns and number of rows, every
 * value fits its column and every row keeps the rules. Leaves the table as text in `connection` for the checks between tables; a table whose file cannot be
 * read is not left there.
 */
export async function checkTable(
  connection: DuckDBConnection,
  dataset: LoadedDataset,
  table: TableDescriptor,
): Promise<Problem[]> {
  const file = `datasets/${dataset.descriptor.id}/${table.file}`;
  const path = join(dataset.folder, table.file);
  if (!existsSync(path)) {
    const remedy = 'Make it with "npm run datasets:make", or take the table out of dataset.yaml.';
    return [
      { file, line: 1, path: '', expected: `the file of table "${table.name}"`, found: 'none', remedy },
    ];
  }
  const problems: Problem[] = [];
  const sha256 = await hashFile(path);
  // A draft may not know it yet.
  if (table.sha256 !== '' && sha256 !== table.sha256) {
    const remedy = `If the change is meant, put the new value into ${dataset.file}; else bring the old file back.`;
    problems.push({ file, line: 1, path: 'sha256', expected: table.sha256, found: sha256, remedy });
  }
  const names = table.columns.map(({ name }) => name);
  const parquet = isParquet(path);
  let header: string;
  try {
    header = parquet ? await readParquetHeader(connection, path) : await readCsvHeader(path);
  } catch (error) {
    return [
      ...problems,
      { file, line: 1, path: '', expected: 'Parquet that can be read', found: errorLine(error) },
    ];
  }
  const expectedHeader = parquet ? table.columns.map(({ name, type }) => `${name} ${type}`) : names;
  if (header !== expectedHeader.join(',')) {
    const remedy = parquet
      ? 'The recipe must give the columns of the descriptor, each with its type.'
      : 'The header must list the columns of the descriptor in the same order.';
    const words = { expected: expectedHeader.join(','), found: header };
    return [...problems, { file, line: 1, path: 'header', ...words, remedy }];
  }
  const text = textTable(dataset.descriptor.id, table.name);
  try {
    await connection.run(
      `CREATE TABLE ${text} AS SELECT row_number() OVER () + ${parquet ? 0 : 1} AS "file line", * FROM ${readAsTextSql(names, path)}`,
    );
  } catch (error) {
    const found = errorLine(error);
    const line = Number(/CSV Error on Line: (\d+)/.exec(found)?.[1] ?? 1);
    return [...problems, { file, line, path: '', expected: 'CSV that can be read', found }];
  }
  const find = createFindBreach(connection, text);
  const rowCount = await find('true', '0');
  if (rowCount?.count !== table.rowCount) {
    const remedy = `Correct rowCount in ${dataset.file} if the file is right.`;
    const found = countWords(rowCount?.count ?? 0, 'row');
    problems.push({
      file,
      line: 1,
      path: 'rowCount',
      expected: countWords(table.rowCount, 'row'),
      found,
      remedy,
    });
  }
  for (const column of table.columns) problems.push(...(await checkColumn(find, column, file)));
  problems.push(...(await checkPrimaryKey(connection, text, table, file)));
  problems.push(...(await checkTwins(connection, table, { text, file })));
  problems.push(...(await checkLaws(connection, dataset, table, text)));
  problems.push(...(await checkRules(connection, dataset, table, text)));
  return problems;
}

async function readCsvHeader(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).split('\n', 1)[0] ?? '';
}

/** @returns Names and types, such as 'paid DATE,amount DECIMAL(12,2)'. */
async function readParquetHeader(connection: DuckDBConnection, path: string): Promise<string> {
  const described = await connection.runAndReadAll(`DESCRIBE FROM read_parquet(${toQuotedText(path)})`);
  return described
    .getRowsJS()
    .map(([name, type]) => `${String(name)} ${String(type)}`)
    .join(',');
}

function errorLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

async function checkPrimaryKey(
  connection: DuckDBConnection,
  text: string,
  table: TableDescriptor,
  file: string,
): Promise<Problem[]> {
  if (table.primaryKey.length === 0) return [];
  const key = table.primaryKey.map(toQuotedName);
  const numbered = `(SELECT *, row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY "file line") AS "key use" FROM ${text})`;
  const find = createFindBreach(connection, numbered);
  const breach = await find('"key use" > 1', `concat_ws(', ', ${key.join(', ')})`);
  if (breach === undefined) return [];
  const found = `${countWords(breach.count, 'row')} with a key that stands on an earlier line, the first with "${breach.value}"`;
  const remedy = `Remove the repeated rows, or add a column to primaryKey.`;
  return [
    {
      file,
      line: breach.line,
      path: table.primaryKey.join(', '),
      expected: 'a primary key once each',
      found,
      remedy,
    },
  ];
}
