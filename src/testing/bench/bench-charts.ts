import type { Page } from 'playwright';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import type { ChartTimes } from '../../../e2e/support/chart-page.tsx';
import { benchUrl, withBenchPage } from './with-bench-page.ts';

const sizes = [1_000, 10_000] as const;
const rounds = 6;
/** First charts that are drawn to warm up, and those that count. */
const [warmUps, firsts] = [1, 4];
/**
 * For 1,000 points: until the first chart is seen. For 10,000: what Chrome calls good for the answer to a press, and a step of the
 * walk, which people make with a key held down, as quick as keys repeat (about 30 a second).
 */
const targets = { firstMs: 120, redrawMs: 200, stepMs: 33, pressMs: 200 };

const charts: readonly (Pick<ChartSpec, 'mark'> & Partial<ChartSpec>)[] = [
  { mark: 'dot', x: 'cost', y: 'volume', colour: 'region' },
  { mark: 'line', x: 'day', y: 'volume' },
  { mark: 'bar', x: 'volume', y: 'region', aggregate: 'sum' },
  { mark: 'histogram', x: 'cost' },
  { mark: 'heatmap', x: 'kind', y: 'region', colour: 'volume', aggregate: 'mean' },
];

/** As many rows as a chart is to have points: a day each, with two figures and two groups. */
function toTable(rows: number): ResultTable {
  // Weyl's sequence spreads figures evenly, the same at every run.
  const spread = (row: number, step: number) => (row * step) % 1;
  return {
    columns: [
      { name: 'day', type: 'DATE' },
      { name: 'region', type: 'VARCHAR' },
      { name: 'kind', type: 'VARCHAR' },
      { name: 'volume', type: 'BIGINT' },
      { name: 'cost', type: 'DOUBLE' },
    ],
    rows: Array.from({ length: rows }, (_row, row) => [
      new Date(Date.UTC(1990, 0, 1 + row)).toISOString().slice(0, 10),
      ['North', 'South', 'East', 'West'][row % 4] ?? null,
      `Kind ${1 + (row % 7)}`,
      Math.round(500 + 300 * Math.sin(row / 90) + 200 * spread(row, Math.SQRT2)),
      Math.round(10_000 * spread(row, Math.sqrt(3)) ** 2) / 100,
    ]),
    rowCount: rows,
  };
}

interface Measured {
  readonly points: number;
  readonly coldMs: number;
  readonly firstMs: number;
  readonly redrawMs: number;
  readonly stepMs: number;
  readonly pressMs: number;
}

/** Medians of a chart, on a page of its own: `coldMs` is its very first, before anything of it had run. */
async function measure(page: Page, spec: ChartSpec, rows: number): Promise<Measured> {
  await page.goto(benchUrl);
  await page.waitForFunction(() => 'measureChart' in window);
  const all: ChartTimes[] = [];
  for (let round = 0; round < warmUps + firsts; round++)
    all.push(
      await page.evaluate(([table, chart, count]) => window.measureChart(table, chart, count), [
        toTable(rows),
        spec,
        rounds,
      ] as const),
    );
  const warm = all.slice(warmUps);
  return {
    points: all[0]?.points ?? 0,
    coldMs: all[0]?.firstMs ?? NaN,
    firstMs: median(warm.map(({ firstMs }) => firstMs)),
    redrawMs: median(warm.flatMap(({ redrawMs }) => redrawMs)),
    stepMs: median(warm.flatMap(({ stepMs }) => stepMs)),
    pressMs: median(warm.flatMap(({ pressMs }) => pressMs)),
  };
}

const columns = ['points', 'coldMs', 'firstMs', 'redrawMs', 'stepMs', 'pressMs'] as const;
const headings = ['rows', 'points', 'very first', 'first', 'redraw', 'step', 'press'];

function print(mark: string, measured: readonly [Measured, Measured]): void {
  const row = (name: string, cells: readonly string[]) =>
    console.log(name.padEnd(11) + cells.map((cell) => cell.padStart(12)).join(''));
  for (const [index, each] of measured.entries())
    row(index === 0 ? mark : '', [
      String(sizes[index]),
      ...columns.map((column) =>
        column === 'points' ? String(each.points) : `${each[column].toFixed(0)} ms`,
      ),
    ]);
  const [few, many] = measured;
  row('', ['ratio', ...columns.map((column) => `${(many[column] / few[column]).toFixed(1)} x`)]);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

await withBenchPage('chart-page.tsx', async (page) => {
  console.log(headings.map((heading, index) => heading.padStart(index === 0 ? 23 : 12)).join(''));
  const slow: string[] = [];
  for (const chart of charts) {
    const spec: ChartSpec = { sort: 'table', aggregate: 'none', title: '', ...chart };
    const [few, many] = [await measure(page, spec, sizes[0]), await measure(page, spec, sizes[1])];
    print(chart.mark, [few, many]);
    if (few.firstMs > targets.firstMs) slow.push(`${chart.mark}: first of ${sizes[0]} rows`);
    for (const name of ['redrawMs', 'stepMs', 'pressMs'] as const)
      if (many[name] > targets[name])
        slow.push(`${chart.mark}: ${name.replace('Ms', '')} of ${sizes[1]} rows`);
  }
  console.log(
    `\nMilliseconds until the browser had painted, medians in Chromium: the first chart, a redraw when a control changes, a step of ` +
      `the walk over the points, and a press in the drawing. Targets: the first of ${sizes[0]} rows in ${targets.firstMs} ms; of ` +
      `${sizes[1]} rows a redraw or a press in ${targets.redrawMs} ms and a step in ${targets.stepMs} ms.`,
  );
  if (slow.length === 0) return;
  console.error(`Too slow: ${slow.join('; ')}.`);
  process.exitCode = 1;
});
