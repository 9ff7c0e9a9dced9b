import { expect, test } from 'vitest';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { addressMark, examples } from '../examples.ts';
import { preparePublishedApi } from './published-api.ts';

/** The shares that NHS England's own figures give, which the page names. */
const july = ['2025-07-01', 0.764];
const january = ['2026-01-01', 0.725];

/** An example as it stands on the page, on the files themselves instead of their addresses. */
async function codeOf(id: string): Promise<string> {
  const { folder } = await preparePublishedApi();
  const code = examples.find((example) => example.id === id)?.code ?? '';
  expect(code).toContain(addressMark);
  return code.replaceAll(addressMark, folder);
}

async function runSql(sql: string): Promise<unknown[][]> {
  const { connection, close } = await connectDuckDb();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    close();
  }
}

test('the DuckDB example gives the shares that the page names', async () => {
  // The extension reads addresses; files need none.
  const sql = (await codeOf('duckdb')).replace('INSTALL httpfs;\nLOAD httpfs;\n', '');
  expect(sql).not.toContain('httpfs');
  expect(await runSql(sql)).toEqual(expect.arrayContaining([july, january]));
});

test('the query of the Python example gives them too, from Parquet', async () => {
  const sql = /"""([^]*)"""/.exec(await codeOf('python-duckdb'))?.[1] ?? '';
  expect(await runSql(sql)).toEqual(expect.arrayContaining([july, january]));
});

test('the example that keeps codes names columns that are there, and counts the codes as they are', async () => {
  const { folder } = await preparePublishedApi();
  const rows = await runSql(
    `SELECT count(*) FROM read_csv('${folder}/datasets/public-spending/public_spending.csv', all_varchar = true, nullstr = '')
     WHERE category_code = 'n/a' AND organisation_code IS NOT NULL AND estimate_line_code IS NOT NULL`,
  );
  expect(await codeOf('pandas-codes')).toContain(`# ${String(rows[0]?.[0])}`);
});
