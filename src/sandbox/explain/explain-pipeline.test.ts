import * as aq from 'arquero';
import { expect, test } from 'vitest';
import { readPipeline } from '../read-pipeline.ts';
import { runPipeline } from '../run-pipeline.ts';
import { explainPipeline } from './explain-pipeline.ts';

const tables = [
  {
    name: 'services',
    columns: ['department', 'service', 'volume', 'started'].map((name) => ({ name, type: 'VARCHAR' })),
  },
  { name: 'departments', columns: [{ name: 'department', type: 'VARCHAR' }] },
];
const arrow = {
  services: aq.table({
    department: ['Home Office', 'DVLA', null],
    service: ['a', 'b', 'c'],
    volume: [1, 200, null],
    started: ['2024-01-01', '2024-02-01', null],
  }),
  departments: aq.table({ department: ['DVLA'] }),
};

/** What is said of a text, with what is marked in it. */
function explain(text: string): { message: string; advice: string; marked: string } {
  const read = readPipeline(text);
  const error = read.ok ? failOf(text) : read.error;
  const { message, advice = '', place } = error;
  return { message, advice, marked: place ? text.slice(place.start, place.end) : '' };
}

function failOf(text: string) {
  const read = readPipeline(text);
  if (!read.ok) throw new Error('unread');
  const handed = Object.entries(arrow).map(([name, table]) => ({
    name,
    arrow: new Uint8Array(table.toArrowIPC() ?? []),
  }));
  const reply = runPipeline({ body: read.pipeline.body, tables: handed, rowLimit: 10 });
  if (reply.status === 'table') throw new Error(`It ran: ${text}`);
  return explainPipeline(read.pipeline, reply, tables);
}

test.each([
  // A name that is not there.
  ['services.filter(d => d.volum > 1)', 'There is no column `volum`.', '`volume`', 'volum'],
  ["services.groupby('departmnt').count()", 'There is no column `departmnt`.', '`department`', "'departmnt'"],
  ["services.select('servce')", 'There is no column `servce`.', '`service`', "'servce'"],
  ["services.rollup({ m: op.mean('volum') })", 'There is no column `volum`.', '`volume`', "'volum'"],
  ["services.orderby(aq.desc('volum'))", 'There is no column `volum`.', '`volume`', "'volum'"],
  ['services.filter(({ volum }) => volum > 1)', 'There is no column `volum`.', '`volume`', 'volum'],
  ["services.filter(r => r['volum'] > 1)", 'There is no column `volum`.', '`volume`', "'volum'"],
  [
    'services.rollup({ x: d => op.sum(d.height) })',
    'There is no column `height`.',
    'The columns are',
    'height',
  ],
  ['service.count()', 'There is no table `service`.', '`services`', 'service'],
  ['servics.count()', 'There is no table `servics`.', '`services`', 'servics'],
  [
    'services.filter(d => d.department === DVLA)',
    'There is nothing named `DVLA`.',
    'A text stands in quotes',
    'DVLA',
  ],
  ['services.filter(d => volume > 1)', '`volume` is a column', '`d.volume`', 'volume'],
  // Steps by other names.
  ['services.where(d => d.volume > 1)', 'no step `where`', '.filter(d => …)', 'where'],
  ["services.sort('volume')", 'no step `sort`', '.orderby(…)', 'sort'],
  ['services.limit(5)', 'no step `limit`', '.slice(0, 10)', 'limit'],
  ['services.head()', 'no step `head`', '.slice(0, 10)', 'head'],
  ["services.groupBy('department').count()", 'no step `groupBy`', '.groupby(…)', 'groupBy'],
  ['services.mutate({ x: d => d.volume })', 'no step `mutate`', '.derive', 'mutate'],
  ['services.summarise({ n: op.count() })', 'no step `summarise`', '.rollup', 'summarise'],
  ["services.leftJoin(departments, 'department')", 'no step `leftJoin`', '.join_left', 'leftJoin'],
  ['services.fliter(d => d.volume > 1)', 'no step `fliter`', '`filter`', 'fliter'],
  // Order.
  ["services.orderby('volume', 'desc')", 'The direction', "aq.desc('volume')", "'desc'"],
  ["services.orderby('volume', 'ASC')", 'The direction', ".orderby('volume')", "'ASC'"],
  ["services.orderby(desc('volume'))", '`desc` belongs to `aq`', '`aq.desc(…)`', 'desc'],
  [
    'services.orderby(d => op.lower(d.service))',
    '`op.lower` does not work',
    '.derive',
    'op.lower(d.service)',
  ],
  // Joins.
  [
    "services.join(departments, 'service')",
    '`departments` has no column `service`',
    "['service', '…']",
    "'service'",
  ],
  [
    "services.join(services, ['department', 'service']).join(departments, 'department')",
    'one column of each table',
    "[['department', 'service'], ['department', 'service']]",
    "['department', 'service']",
  ],
  // Row functions.
  ['services.filter(d.volume > 1)', 'An arrow is missing', '`d => d.…`', 'd'],
  ['services.filter(row.volume > 1)', 'An arrow is missing', '`row => row.…`', 'row'],
  [
    'const limit = 3;\nservices.filter(d => d.volume > limit)',
    'does not see `limit`',
    '.params({ limit })',
    'limit',
  ],
  ['services.filter(d => d.volume = 200)', 'A single `=`', '`===`', ' = '],
  [
    'services.derive({ x: d => d.department.toUpperCase() })',
    '`.toUpperCase()`',
    '`op.upper(…)`',
    'toUpperCase',
  ],
  ['services.derive({ x: d => parseInt(d.volume) })', 'no function `parseInt`', 'op.parse_int', 'parseInt'],
  // Functions.
  ['services.rollup({ n: count() })', 'no function `count`', '`op.count()`', 'count'],
  ["services.rollup({ m: avg('volume') })", 'no function `avg`', 'op.mean', 'avg'],
  ['services.rollup({ n: op.count })', 'Brackets are missing', '`op.count()`', 'op.count'],
  ['services.rollup({ n: d => op.count })', 'Brackets are missing', '`op.count()`', 'op.count'],
  ["services.rollup({ n: op.avg('volume') })", '`op` has no function `avg`', '`op.mean(…)`', 'avg'],
  ["services.rollup({ n: op.maxx('volume') })", '`op` has no function `maxx`', '`op.max`', 'maxx'],
  [
    'services.rollup(op.count())',
    'The new column has no name',
    '.rollup({ name: op.count() })',
    'op.count()',
  ],
  ["services.derive({ x: 'volume' })", 'A text does not say', '`d => d.volume`', "'volume'"],
  // A function where a name is meant, a value that is not there yet, a step without its full stop.
  [
    'services.groupby(d => d.department).count()',
    'takes names',
    ".groupby('department')",
    'd => d.department',
  ],
  ["services.rollup({ m: op.mean('volume').toFixed(1) })", 'has no `.toFixed()`', 'd => op.round', 'toFixed'],
  ['services.orderby(d => aq.desc(d.volume))', 'inside the function', ".orderby(aq.desc('column'))", 'desc'],
  ["services.filter(d => d.volume > 1)\nselect('service')", 'A full stop is missing', '.select(…)', 'select'],
  ['services.filter(d => d.volume === NULL)', 'does not know `NULL`', '`null`', 'NULL'],
  ['services.filter(d => d.volume > 1,000)', 'has a comma in it', '`1000000`', ''],
  // No table at the end.
  ['services.objects()', 'a list, not a table', '.objects()', 'services.objects()'],
  ['services.numRows()', 'a single number', '.count()', 'services.numRows()'],
  ['services.count', 'named but not taken', 'services.count()', 'services.count'],
  [
    'const all = services.count();',
    'The last line gives no table',
    'without `const`',
    'const all = services.count();',
  ],
  ['undefined', 'gives nothing', 'End with the table', 'undefined'],
  ['Promise.resolve(services)', 'promise', 'Leave out', 'Promise.resolve(services)'],
  ['', 'There is no pipeline', 'Begin with a table', ''],
  [
    "services.rollup({ all: op.array_agg('service') })",
    'holds more than one value',
    '.unroll',
    "services.rollup({ all: op.array_agg('service') })",
  ],
  // What cannot be read.
  ['SELECT * FROM services', 'This is SQL', 'services.filter', 'SELECT'],
  ['services.filter(d d.volume > 1)', 'An arrow or a comma is missing', '=>', 'd'],
  ['services.filter(d => d.volume > 1 and d.volume < 9)', 'does not know `and`', '`&&`', 'and'],
  ['services.filter(d => d.volume <> 1)', 'does not know `<>`', '`!==`', '<>'],
  ['services.filter(d => d.volume > 1', 'is not closed', '`)`', '('],
  ['services.filter(d => d.volume > 1))', 'closes nothing', 'Take it out', ')'],
  ["services.filter(d => d.service === 'a)", 'A text is not closed', "`'`", "'a)"],
  ['services.filter(d => d.service === ‘a’)', 'curly', 'straight', '‘'],
  ["services.select('service' 'volume')", 'Something is missing before', 'comma', "'"],
  ['services.filter(d => d.volume IS NOT NULL)', '`IS NULL`', '`!== null`', 'IS NOT NULL'],
  ['services.filter(d => d.volume is null)', '`IS NULL`', '`=== null`', 'is null'],
  ["services.orderby('volume' DESC)", 'does not know `DESC`', "`aq.desc('column')`", 'DESC'],
  ["services.filter(d => d.service LIKE 'a%')", 'does not know `LIKE`', '`op.includes', 'LIKE'],
  ['services.derive({ x: d => if (d.volume > 1) 2 })', 'does not know `if`', '`condition ?', 'if'],
  ['services.filter(d => d.department === Home Office)', 'no quotes', 'A text stands in quotes', 'Office'],
  ['services.derive(x: d => d.volume)', 'Curly brackets', '.derive({ x: … })', ':'],
  ['services.rollup({ n = op.count() })', 'takes a colon', '`name: …`', '='],
  ["services.rollup({ n: op.count() m: op.max('volume') })", 'A comma is missing before `m`', 'commas', 'm'],
  ["services.rollup({ n: op.count(), op.max('volume') })", 'has no name', '`name: op.…`', '.'],
  ['services.filter(d -> d.volume > 1)', 'The arrow is not whole', '`=>`', '>'],
  ['services;\n.filter(d => d.volume > 1)', 'ended before this step', 'semicolon', '.'],
])('of %s it says what is wrong, and where', (text, message, advice, marked) => {
  const said = explain(text);
  expect(said.message).toContain(message);
  expect(said.advice).toContain(advice);
  if (message !== 'A text is not closed') expect(said.marked).toBe(marked);
});
