import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkDatasets } from '#src/datasets/node/check-datasets.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { openDatasets } from '#src/engine/node/open-datasets.ts';
import { countLawfulRows, type LawfulDatabase, type Value } from './lawful-database.ts';
import { isLawful, makeDatabases } from './make-databases.ts';
import { readLiterals, readPools } from './value-pools.ts';

const root = join(import.meta.dirname, '../../..');
const { datasets } = await loadDatasets(root);
const literals = readLiterals(["SELECT 1000000, 10000000 WHERE a = 'Home Office' AND b = '2026-01-01'"]);

async function make({ descriptor }: LoadedDataset, count: number, sizes?: readonly number[]) {
  const real = await openDatasets(root, [descriptor.id]);
  const { connection, close } = await connectDuckDb();
  try {
    const pools = await readPools(real.database, descriptor.tables);
    const order = { tables: descriptor.tables, pools, literals, count, seed: 3, ...(sizes && { sizes }) };
    return await makeDatabases(connection, order);
  } finally {
    real.close();
    close();
  }
}

/** The problems that `npm run datasets:check` finds in a database that is published in place of today's. */
async function findProblems({ text, descriptor }: LoadedDataset, made: LawfulDatabase): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'lawful-'));
  const own = join(folder, 'datasets', descriptor.id);
  mkdirSync(own, { recursive: true });
  const written = parse(text) as { controlTotals?: unknown; tables: Record<string, unknown>[] };
  delete written.controlTotals;
  for (const table of written.tables) {
    const { columns = [] } = descriptor.tables.find(({ name }) => name === table['name']) ?? {};
    const rows = made.get(String(table['name'])) ?? [];
    const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(toField).join(','));
    // Links are measured and demand nothing.
    delete table['links'];
    // Values are spelt in other ways here on purpose, which no law forbids.
    for (const column of table['columns'] as Record<string, unknown>[]) column['asPublished'] = true;
    const csv = `${lines.join('\n')}\n`;
    Object.assign(table, {
      ...{ file: `${String(table['name'])}.csv`, rowCount: rows.length },
      sha256: createHash('sha256').update(csv).digest('hex'),
    });
    writeFileSync(join(own, String(table['file'])), csv);
  }
  writeFileSync(join(own, 'dataset.yaml'), stringify(written));
  try {
    return (await checkDatasets(folder)).problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const toField = (value: Value) =>
  value === null ? '' : /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

// Keys to another dataset cannot be followed without it.
const whole = datasets.filter(({ descriptor: { tables } }) =>
  tables.every(({ foreignKeys }) => foreignKeys.every(({ references }) => references.dataset === undefined)),
);

test.each(whole.map((dataset) => [dataset.descriptor.id, dataset] as const))(
  'made-up databases of %s keep all that its descriptor declares',
  { timeout: 120_000 },
  async (_id, dataset) => {
    const made = await make(dataset, 6, [8, 15]);
    // A published table has a row.
    const full = made.filter((each) => [...each.values()].every(({ length }) => length > 0)).slice(0, 2);
    expect(full).not.toEqual([]);
    for (const each of full) expect(await findProblems(dataset, each)).toEqual([]);
  },
);

test('they are the same every time, of many sizes, and unlike today', { timeout: 60_000 }, async () => {
  const dataset = datasets.find(({ descriptor }) => descriptor.id === 'government-services') as LoadedDataset;
  const made = await make(dataset, 25);
  expect(await make(dataset, 25)).toEqual(made);
  expect(new Set(made.map(countLawfulRows)).size).toBeGreaterThan(8);
  const services = made.flatMap((each) => each.get('services') ?? []);
  const figures = new Set(services.map((row) => row[8]));
  for (const figure of ['1000000', '1000001', null]) expect(figures).toContain(figure);
});

test('a row that breaks a rule, a key or a foreign key makes a database unlawful', async () => {
  const { descriptor } = datasets.find(
    ({ descriptor: { id } }) => id === 'government-services',
  ) as LoadedDataset;
  const [services, periods] = descriptor.tables;
  if (!services || !periods) throw new Error('The dataset has two tables.');
  const { connection, close } = await connectDuckDb();
  const service = (changes: Record<string, Value> = {}) =>
    services.columns.map(
      ({ name, nullable, allowed }) => changes[name] ?? (nullable ? null : (allowed?.[0] ?? 'X')),
    );
  const period = (changes: Record<string, Value>) => periods.columns.map(({ name }) => changes[name] ?? null);
  const isKept = (rows: Value[][], children: Value[][] = []) =>
    isLawful(connection, descriptor.tables, new Map([['services', rows], ['service_periods', children]])); // prettier-ignore
  expect(await isKept([service()])).toBe(true);
  expect(await isKept([service(), service()])).toBe(false);
  expect(await isKept([service({ transactions: '1', digital_transactions: '2' })])).toBe(false);
  expect(await isKept([service({ transactions: '500000001' })])).toBe(false);
  const later = { year_to: '2013-03-31', transactions: '5' };
  expect(await isKept([service()], [period({ ...later, service: 'X' })])).toBe(true);
  expect(await isKept([service()], [period({ ...later, service: 'Y' })])).toBe(false);
  // The first year's figures are those of the service itself.
  expect(await isKept([service()], [period({ ...later, year_to: '2012-12-31', service: 'X' })])).toBe(false);
  close();
});
