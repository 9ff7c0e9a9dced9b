import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { preparePublishedApi, type PublishedApi } from '#src/api/node/published-api.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { handOver } from '#src/sandbox/hand-over.ts';
import { readPipeline } from '#src/sandbox/read-pipeline.ts';
import type { ChartDataset } from './chart-source.ts';
import { toSnippets } from './to-snippets.ts';

let api: PublishedApi;
beforeAll(async () => {
  api = await preparePublishedApi();
}, 300_000);

/** A dataset as a chart knows it, with its published files on this disk in place of their addresses. */
function toChartDataset(id: string): ChartDataset {
  const found = api.datasets.find(({ descriptor }) => descriptor.id === id);
  if (!found) throw new Error(`There is no dataset ${id}.`);
  const { title, publisher, licence, tables } = found.descriptor;
  const fileOf = (name: string) => join(api.folder, 'datasets', id, name);
  return {
    ...{ id, title, publisher, period: '', page: '' },
    licence: { name: licence?.name ?? '', url: licence?.url ?? '', attribution: licence?.attribution ?? '' },
    tables: tables.map(({ name, columns }) => ({
      ...{ name, columns },
      csv: fileOf(`${name}.csv`),
      parquet: fileOf(`${name}.parquet`),
    })),
  };
}

/** A question of each dataset that lessons in JavaScript use, with dates, codes, missing values and two tables. */
const pipelines: readonly (readonly [ids: readonly string[], pipeline: string])[] = [
  [
    ['nhs-ae'],
    "ae_monthly.filter(d => d.month >= '2026-01-01' && d.provider_code !== '8J094').groupby('month', 'region').rollup({ n: op.sum('attendances'), codes: op.distinct('icb_code') }).orderby('month', 'region')",
  ],
  [
    ['government-services'],
    "services.filter(d => d.transactions !== null && d.transactions > 1e6).select('service', 'transactions', 'cost_per_transaction').orderby('service')",
  ],
  [
    ['la-emissions', 'local-authorities'],
    "emissions.filter(d => d.year === 2020).join(councils, ['council_code', 'code']).filter(d => d.is_lower_or_unitary).groupby('nation', 'sector').rollup({ n: op.count(), kt: op.sum('co2_kt') }).orderby('nation', 'sector')",
  ],
];

describe('a pipeline gives elsewhere what it gives here', () => {
  test.each(pipelines)('%s', { timeout: 120_000 }, async (ids, pipeline) => {
    const datasets = ids.map(toChartDataset);
    const [snippet] = toSnippets(pipeline, 'javascript', datasets);
    expect(JSON.parse(await runModule(snippet?.code ?? '', pipeline))).toEqual(
      await runHere(datasets, pipeline),
    );
  });
});

/** Runs the text that is taken along in a process of its own, and reads the table that its last line gives. */
async function runModule(code: string, pipeline: string): Promise<string> {
  // Where the library is found, as after `npm install arquero`.
  const folder = await mkdtemp(join(projectRoot, '.cache', 'snippet-'));
  try {
    const file = join(folder, 'query.mjs');
    const shown = `console.log(JSON.stringify((${pipeline}).objects({ limit: Infinity })));`;
    expect(code.split(`\n${pipeline}\n`)).toHaveLength(2);
    await writeFile(
      file,
      code.replace(`\n${pipeline}\n`, () => `\n${shown}\n`),
    );
    return (await promisify(execFile)(process.execPath, [file], { maxBuffer: 1e8 })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runHere(datasets: readonly ChartDataset[], pipeline: string): Promise<unknown> {
  const { query, readArrow, insertArrow, close } = await openTables(datasets);
  try {
    const read = readPipeline(pipeline);
    if (!read.ok) throw new Error(read.error.message);
    const names = datasets.flatMap(({ tables }) => tables.map(({ name }) => name));
    const outcome = await runAuthored(
      read.pipeline.body,
      await handOver({ query, readArrow, insertArrow }, names),
      100_000,
    );
    if (outcome.status !== 'replied' || outcome.reply.status !== 'table')
      throw new Error(JSON.stringify(outcome));
    const { columns, rowCount } = outcome.reply;
    return Array.from({ length: rowCount }, (_row, row) =>
      Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? null])),
    );
  } finally {
    close();
  }
}

async function openTables(datasets: readonly ChartDataset[]) {
  const database = await createNativeDatabase();
  for (const { id } of datasets) {
    const found = api.datasets.find(({ descriptor }) => descriptor.id === id);
    const path = join(api.folder, 'datasets', id, found?.database.path ?? '');
    await database.query(`ATTACH ${toQuotedText(path)} AS ${toQuotedName(id)} (READ_ONLY)`);
    for (const { name } of found?.descriptor.tables ?? [])
      await database.query(
        `CREATE VIEW ${toQuotedName(name)} AS FROM ${toQuotedName(id)}.main.${toQuotedName(name)}`,
      );
  }
  return database;
}

test('a query gives elsewhere what it gives here', async () => {
  const ids = ['la-emissions', 'local-authorities'];
  const sql = `SELECT nation, sector, count(*) AS n, min(name) AS first
    FROM emissions AS e JOIN councils AS c ON c.code = e.council_code -- the two agree
    WHERE e.year = 2020 AND c.is_lower_or_unitary AND c.name <> 'King''s Lynn "and" West'
    GROUP BY ALL ORDER BY ALL`;
  const datasets = ids.map(toChartDataset);
  const snippets = toSnippets(sql, 'sql', datasets);
  const here = await openTables(datasets);
  const expected = (await here.query(sql)).rows.map((row) => row.map(String));
  here.close();
  expect(expected.length).toBeGreaterThan(3);
  const [duckdb, python, r] = snippets.map(({ code }) => code);
  expect(await runStatements([duckdb ?? ''])).toEqual(expected);
  // What Python and R hand to DuckDB, read from their texts as they read it: both know the escapes of JSON.
  expect(
    await runStatements(readTexts(python ?? '', /^(?:table = )?duckdb\.sql\((".*")\)(?:\.df\(\))?$/gm)),
  ).toEqual(expected);
  expect(await runStatements(readTexts(r ?? '', /^(?:table <- )?DBI::db\w+\(con, (".*")\)$/gm))).toEqual(
    expected,
  );
});

function readTexts(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, text = '""']) => JSON.parse(text) as string);
}

/** Runs statements on a DuckDB that knows nothing of the site. */
async function runStatements(statements: readonly string[]): Promise<string[][]> {
  const { connection, close } = await connectDuckDb();
  try {
    let rows: string[][] = [];
    for (const statement of statements)
      rows = (await (await connection.run(statement)).getRowsJson()).map((row) => row.map(String));
    return rows;
  } finally {
    close();
  }
}
