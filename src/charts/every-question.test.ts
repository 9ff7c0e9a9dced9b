import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { parseQuestions } from '#src/datasets/starter-question.ts';
import { openLoadedDatasets } from '#src/engine/node/open-datasets.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { changeMark } from './change-mark.ts';
import { toChartColumns } from './chart-columns.ts';
import { checkSpec } from './chart-roles.ts';
import { chartMarks } from './chart-spec.ts';
import { chooseChart } from './choose-chart.ts';
import { toColumnNotes } from './column-notes.ts';
import { describeChart, toChartTitle } from './describe-chart.ts';
import { parseHexCsv } from './hexmaps/hex-layout.ts';
import { toChartData } from './to-chart-data.ts';
import { toAxisRange } from './value-axis.ts';

const root = join(import.meta.dirname, '..', '..');
const districts = parseHexCsv(readFileSync(join(import.meta.dirname, 'hexmaps', 'districts.csv'), 'utf8'));

let datasets: readonly LoadedDataset[];
let opened: Awaited<ReturnType<typeof openLoadedDatasets>>;
beforeAll(async () => {
  ({ datasets } = await loadDatasets(root));
  opened = await openLoadedDatasets(datasets);
}, 120_000);
afterAll(() => opened.close());

async function run(sql: string): Promise<ResultTable> {
  const { outcome } = await runQuery(opened.database, sql);
  if (outcome.status !== 'ok') throw new Error(`${sql}\n${JSON.stringify(outcome)}`);
  return outcome.table;
}

/** Every mark of a result: either drawn with true words, or refused with a sentence. */
function tryAll(table: ResultTable, query: string): number {
  const tables = datasets.flatMap(({ descriptor }) => descriptor.tables);
  const columns = toChartColumns(table, toColumnNotes(query, tables));
  const first = chooseChart(table, columns);
  if (!first.ok) expect(first.why).toMatch(/^[A-Z].*\.$/);
  else expect(checkSpec(first.spec, columns)).toMatchObject({ ok: true });
  const start = first.ok
    ? first.spec
    : ({ mark: 'bar', sort: 'table', aggregate: 'none', title: '' } as const);
  let drawn = 0;
  for (const mark of chartMarks) {
    const spec = changeMark(start, mark, table, columns);
    const drawable = toChartData(spec, table, columns, districts);
    if (!drawable.ok) {
      expect(drawable.why).toMatch(/^[A-Z][^]*\.$/);
      expect(drawable.why).not.toMatch(/undefined|NaN/);
      continue;
    }
    drawn += 1;
    const { data } = drawable;
    expect([toChartTitle(spec, data), ...describeChart(spec, data)].join('\n')).not.toMatch(
      /undefined|NaN|\[object|Infinity/,
    );
    expect(describeChart(spec, data)[0]).toMatch(/^[A-Z].*\.$/);
    for (const channel of ['x', 'y'] as const) {
      const [low, high] = toAxisRange(spec, data, channel);
      expect(low).toBeLessThan(high);
      if ((mark === 'bar' || mark === 'histogram') && data.valueOn === channel) {
        expect(low).toBeLessThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(0);
      }
    }
    const rows = data.points.reduce((sum, point) => sum + point.rows, 0);
    if (mark !== 'hexmap') expect(rows + data.leftOut).toBe(table.rows.length);
  }
  return drawn;
}

describe('the questions of every dataset', () => {
  test('have a first chart that can be drawn, bars from zero, in words without a gap', async () => {
    let asked = 0;
    let charts = 0;
    for (const { descriptor, folder } of datasets) {
      const parsed = parseQuestions(readFileSync(join(folder, 'questions.yaml'), 'utf8'), descriptor.id);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      for (const { query } of parsed.value.questions) {
        asked += 1;
        charts += tryAll(await run(query), query);
      }
    }
    expect(asked).toBeGreaterThan(40);
    expect(charts).toBeGreaterThan(asked);
  }, 120_000);

  test('and their tables as they stand, with all columns', async () => {
    for (const { name } of datasets.flatMap(({ descriptor }) => descriptor.tables)) {
      const query = `SELECT * FROM ${name} LIMIT 300`;
      tryAll(await run(query), query);
    }
  }, 120_000);
});

test('any table is drawn or refused with a sentence', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer({ min: -1e9, max: 1e9 }).map((each) => each / 100),
    fc.integer({ min: 1990, max: 2030 }),
    fc.constantFrom('', 'a', 'b', '2023-24', '2024 Q1', '2024-01-01', 'E06000001', '9007199254740993'),
    fc.boolean(),
  );
  const types = fc.constantFrom(
    'VARCHAR',
    'DOUBLE',
    'BIGINT',
    'DATE',
    'BOOLEAN',
    'DECIMAL(9,2)',
    'INTEGER[]',
  );
  const tables = fc
    .array(fc.record({ name: fc.constantFrom('a', 'b', 'year', 'code', 'price'), type: types }), {
      maxLength: 5,
    })
    .chain((columns) =>
      fc
        .array(fc.tuple(...columns.map(() => cell)), { maxLength: 40 })
        .map((rows) => ({ columns, rows, rowCount: rows.length })),
    );
  fc.assert(
    fc.property(tables, (table) => void tryAll(table, 'SELECT 1')),
    { numRuns: 1000, seed: 4440 },
  );
});

test.each([
  ['population', `SELECT DISTINCT area_code FROM population WHERE area_type = 'Council'`, 0],
  ['local-authorities', 'SELECT DISTINCT gss_code FROM councils WHERE is_current AND is_lower_or_unitary', 0],
  ['house-prices', `SELECT DISTINCT area_code FROM house_prices WHERE area_type = 'Council'`, 0],
  ['deprivation', 'SELECT DISTINCT gss_code FROM deprivation_councils', 0],
])('every council of %s has a hexagon', async (_name, query, missing) => {
  const { rows } = await run(query);
  expect(rows.length).toBeGreaterThan(250);
  expect(rows.filter(([code]) => !districts.has(String(code)))).toHaveLength(missing);
});

test('a constituency of 2024 without a hexagon is said, not lost', async () => {
  const layout = parseHexCsv(
    readFileSync(join(import.meta.dirname, 'hexmaps', 'constituencies.csv'), 'utf8'),
  );
  const table = await run(`SELECT ons_code, valid_votes FROM constituency_results WHERE election = '2024'`);
  const columns = toChartColumns(table);
  const first = chooseChart(table, columns);
  if (!first.ok) throw new Error(first.why);
  expect(first.spec).toMatchObject({ mark: 'hexmap', x: 'ons_code', colour: 'valid_votes' });
  const drawable = toChartData(first.spec, table, columns, layout);
  if (!drawable.ok) throw new Error(drawable.why);
  const { points, notOnMap, emptyHexes } = drawable.data;
  expect(points.length + notOnMap.length).toBe(table.rowCount);
  expect(points.length + emptyHexes.length).toBe(layout.size);
  const words = describeChart(first.spec, drawable.data).join(' ');
  expect(words).toContain(`${points.length} constituencies have a figure.`);
  expect(words).toContain(`${notOnMap.length} codes are not on the map`);
});
