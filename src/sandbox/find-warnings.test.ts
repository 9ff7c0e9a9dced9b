import { expect, test } from 'vitest';
import { findPipelineWarnings } from './find-warnings.ts';
import { readPipeline } from './read-pipeline.ts';

const tables = [
  {
    name: 'services',
    columns: [
      { name: 'service', nullable: false },
      { name: 'volume', nullable: true },
      { name: 'cost', nullable: false },
    ],
  },
];

function warn(text: string, isGrouped = false): string {
  const read = readPipeline(text);
  if (!read.ok) throw new Error(read.error.message);
  const reply = { status: 'table', columns: [], rowCount: 0, isGrouped } as const;
  return findPipelineWarnings(read.pipeline, reply, tables).join(' ');
}

test.each([
  ['services.derive({ x: d => d.service.trim() })', '`op.trim(…)`'],
  ['services.derive({ x: d => op.round(d.cost, 1) })', 'op.round(… * 10) / 10'],
  ['services.filter(d => 1 < d.cost < 5)', 'a < x && x < b'],
  ['services.filter(d => d.volume < 100)', '`volume` has missing values'],
  ['services.filter(d => 100 >= d.volume)', '`volume` has missing values'],
  ['services.filter(d => d.volume > -1)', '`volume` has missing values'],
  ['services.derive({ m: d => op.month(d.service) })', 'January is 0'],
  ["services.filter(d => 'cost' > 5)", '`d.cost`'],
  ["services.rollup({ m: d => op.mean('cost') })", '`d.cost`'],
  ["services.rollup({ m: op.mean('cost') * 10 })", 'op.mean(d.column)'],
  ["services.rollup({ m: op.round(op.mean('cost')) })", 'op.mean(d.column)'],
  ['services.filter(d => d.cost > 1, 500)', '`1500`, not `1,500`'],
  ["services.join(services, ['service', 'cost'])", "[['service', 'cost'], ['service', 'cost']]"],
])('warns of %s', (text, expected) => {
  expect(warn(text)).toContain(expected);
});

test('warns of groups that nothing is worked out for', () => {
  expect(warn("services.groupby('service')", true)).toContain('still split into groups');
});

test.each([
  'services',
  'services.derive({ x: d => op.trim(d.service), y: d => op.round(d.cost * 10) / 10 })',
  'services.filter(d => d.cost > 1 && d.cost < 5)',
  'services.filter(d => d.volume > 100)',
  "services.filter(d => d.service === 'cost')",
  "services.rollup({ m: op.mean('cost'), r: d => op.round(op.mean(d.cost) * 10) / 10 })",
  "services.derive({ m: aq.rolling(op.mean('cost')), x: d => op.includes(d.service, 'cost') })",
  'services.filter(d => d.volume !== null && d.volume < 100)',
  'services.filter(d => d.cost < 100)',
  'services.derive({ m: d => op.month(d.service) + 1 })',
  "services.orderby('service').slice(0, 5)",
  "services.join(services, [['service', 'cost'], ['service', 'cost']])",
  "services.join(services, ['service', 'name'])",
])('has nothing to say of %s', (text) => {
  expect(warn(text)).toBe('');
});
