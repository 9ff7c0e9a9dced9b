import { expect, test } from 'vitest';
import type { ChartData } from './chart-data.ts';
import type { ChartSpec } from './chart-spec.ts';
import { describeChart } from './describe-chart.ts';

const spec: ChartSpec = { mark: 'line', x: 'year', y: 'waits', sort: 'table', aggregate: 'none', title: '' };
const toData = (...figures: readonly number[]): ChartData => ({
  points: figures.map((y, index) => ({ x: 2020 + index, y, rows: 1 })),
  x: { title: 'Year', kind: 'number', domain: [] },
  y: { title: 'Waits', kind: 'number', domain: [] },
  valueOn: 'y',
  leftOut: 0,
  missingIn: [],
  notOnMap: [],
  emptyHexes: [],
});
const note = /does not begin at 0/;

test.each<[string, Partial<ChartSpec>, ChartData, boolean]>([
  ['a line far from zero', {}, toData(40_000, 42_000), true],
  ['a line below zero', {}, toData(-40, -38), true],
  ['a line near zero', {}, toData(10, 42_000), false],
  ['bars, which begin at zero always', { mark: 'bar' }, toData(40_000, 42_000), false],
  ['dots on two axes of figures', { mark: 'dot' }, toData(40_000, 42_000), false],
  ['an axis that is cut as a fault to find', { faults: { cutAxis: true } }, toData(40_000, 42_000), false],
])('says of %s where its axis begins', (_case, change, data, isSaid) => {
  expect(note.test(describeChart({ ...spec, ...change }, data).join(' '))).toBe(isSaid);
});
