import { expect, test } from 'vitest';
import { findPipelineWarnings } from './find-warnings.ts';
import { readPipeline } from './read-pipeline.ts';

const tables = [
  {
    name: 'services',
    columns: [
      { name: 'service', type: 'VARCHAR', nullable: false },
      { name: 'volume', type: 'BIGINT', nullable: true },
      { name: 'cost', type: 'DECIMAL(9,2)', nullable: false },
      { name: 'day', type: 'DATE', nullable: true },
      { name: 'open', type: 'BOOLEAN', nullable: false },
      { name: 'body', type: 'VARCHAR', nullable: false },
    ],
  },
  {
    name: 'bodies',
    columns: [
      { name: 'body', type: 'VARCHAR', nullable: false },
      { name: 'staff', type: 'INTEGER', nullable: false },
      { name: 'day', type: 'VARCHAR', nullable: false },
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
  ['services.join_left(bodies).filter(d => d.staff === null)', '`d.staff === undefined`'],
  ["services.join_left(bodies, 'body').filter(d => null !== d.staff)", 'always so there'],
  [
    "services.lookup(bodies, 'body', 'staff').filter(d => d['staff'] === null)",
    '`lookup` leaves `undefined`',
  ],
  ['services.join_full(bodies).filter(d => d.cost === null)', '`join_full` leaves'],
  ['bodies.join_right(services).filter(d => d.staff === null)', '`join_right` leaves'],
  ["services.filter(d => d.volume === '2024')", 'Write `2024`.'],
  ["services.filter(d => '1,500' !== d.cost)", 'Write `1500`.'],
  ["services.filter(d => op.equal(d.volume, '2024'))", 'Write `2024`.'],
  ['services.filter(d => d.service === 7)', "Write `'7'`."],
  ['services.filter(d => d.service > 7)', 'op.parse_float(d.service)'],
  ["services.filter(d => d.open === 'true')", 'Write `true`.'],
  ['services.filter(d => d.open === 0)', 'Write `false`.'],
  ['services.filter(d => d.day >= 2024)', "`'2024-01-01'`"],
  ['services.filter(d => d.day >= op.datetime(2024, 0, 1))', "`d.day >= '2024-01-31'`"],
  ["services.filter(aq.escape(d => d.day > new Date('2024-01-01')))", 'neither before nor after'],
  ["services.filter(d => d.service === 'a' || 'b')", "`|| d.service === 'b'`"],
  ["services.filter(d => d.service === 'a' || d.service === 'b' || 'c')", 'is true for every row'],
  ["services.filter(d => d.service !== 'a' && 'b')", 'asks nothing'],
  ['services.filter(d => d.cost === [1, 2])', 'op.includes([1, 2], d.column)'],
  ['services.derive({ x: d => d.cost / d.volume === NaN })', 'op.is_nan'],
  ["services.filter(d => d.cost > 1 & d.service === 'a')", '“and” write `&&`'],
  ["services.filter(d => (d.cost > 1) | (d.service === 'a'))", '“or” write `||`'],
  ['services.filter(aq.escape(d => d.cost = 1))', 'Write `===`'],
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
  'services.join_left(bodies).filter(d => d.staff === undefined)',
  'services.join_left(bodies).filter(d => d.staff === null || d.staff === undefined)',
  'services.join_left(bodies).filter(d => d.staff == null)',
  'services.join_left(bodies).filter(d => d.cost !== null)',
  'services.filter(d => d.volume !== null).join_left(bodies)',
  'services.join(bodies).filter(d => d.staff === null)',
  'services.filter(d => d.volume === 2024)',
  "services.filter(d => d.volume == '2024')",
  "services.derive({ volume: d => op.lower(d.service) }).filter(d => d.volume === '2024')",
  "services.filter(d => d.day >= '2024-01-01')",
  'services.filter(d => op.parse_date(d.day) >= op.datetime(2024, 0, 1))',
  // Two tables have it, in two kinds.
  'services.join(bodies).filter(d => d.day === 7)',
  'services.filter(d => d.open === true && !d.open)',
  "services.derive({ x: d => d.service || 'none', y: d => d.cost ?? 0 })",
  'services.derive({ bits: d => d.volume & 4 })',
  "services.filter(d => op.includes(['a', 'b'], d.service))",
  'services.derive({ x: aq.escape(d => { let n = 0; n = d.cost; return n; }) })',
])('has nothing to say of %s', (text) => {
  expect(warn(text)).toBe('');
});
