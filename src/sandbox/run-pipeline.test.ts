import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { runQuery } from '#src/engine/run-query.ts';
import { handOver, planHandOver, readHandedOver } from './hand-over.ts';
import { parsePipelineReply, type PipelineReply } from './pipeline-reply.ts';
import { toResultImport, toResultTable } from './pipeline-result.ts';
import { readPipeline } from './read-pipeline.ts';
import { runPipeline } from './run-pipeline.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    `CREATE TABLE trees AS FROM (VALUES
      ('oak', 30, 1.50::DECIMAL(5, 2), DATE '2024-03-31', true),
      ('elm', NULL, NULL, NULL, NULL),
      ('it''s', 9, -2.25, DATE '2023-12-01', false)) t(name, height, width, felled, alive)`,
  );
});
afterAll(() => database.close());

async function run(text: string, order: 'stored' | 'shuffled' = 'stored'): Promise<PipelineReply> {
  const read = readPipeline(text);
  if (!read.ok) throw new Error(read.error.message);
  const tables = await readHandedOver(database, await planHandOver(database, ['trees']), order);
  const reply = runPipeline({ body: read.pipeline.body, tables, rowLimit: 100 });
  const parsed = parsePipelineReply(structuredClone(reply));
  if (!parsed) throw new Error('The reply cannot be read.');
  return parsed;
}

async function runInto(text: string) {
  const reply = await run(text);
  if (reply.status !== 'table') throw new Error(JSON.stringify(reply));
  const { create, stream, query } = toResultImport(reply, 'result');
  await database.query('BEGIN TRANSACTION');
  try {
    await database.query(create);
    await database.insertArrow('result', stream);
    const described = await database.query(`DESCRIBE (${query})`);
    return {
      types: described.rows.map(([name, type]) => [name, type]),
      rows: (await database.query(query)).rows,
    };
  } finally {
    await database.query('ROLLBACK');
  }
}

test('a table goes through and comes back with its values, types and order', async () => {
  expect(await runInto('// all of it\ntrees')).toEqual({
    types: [
      ['name', 'VARCHAR'],
      ['height', 'BIGINT'],
      ['width', 'DOUBLE'],
      ['felled', 'VARCHAR'],
      ['alive', 'BOOLEAN'],
    ],
    rows: [
      ['oak', 30, 1.5, '2024-03-31', true],
      ['elm', null, null, null, null],
      ["it's", 9, -2.25, '2023-12-01', false],
    ],
  });
});

test.each([
  [
    'the last expression, after names of one’s own',
    'const tall = trees.filter(d => d.height > 10);\ntall.select("name")',
    [['oak']],
  ],
  [
    'a pipeline with a comment at its end',
    "trees.orderby(aq.desc('height')).select('name').slice(0, 1) // the tallest",
    [['oak']],
  ],
  ['a return', 'return trees.count()', [[3]]],
  ['what a group has', 'trees.rollup({ n: op.count(), tallest: d => op.max(d.height) })', [[3, 30]]],
  ['an order that the pipeline makes', "trees.orderby('name').select('name')", [['elm'], ["it's"], ['oak']]],
  [
    'undefined as a missing value',
    'trees.derive({ x: d => undefined }).select("x")',
    [[null], [null], [null]],
  ],
])('gives %s', async (_case, text, rows) => {
  expect((await runInto(text)).rows).toEqual(rows);
});

test('dates and large whole numbers come back as such', async () => {
  const { types, rows } = await runInto(
    "trees.slice(0, 1).derive({ day: d => op.parse_date(d.felled), id: aq.escape(() => 2n ** 80n) }).select('day', 'id')",
  );
  expect(types).toEqual([
    ['day', 'TIMESTAMP'],
    ['id', 'HUGEINT'],
  ]);
  expect(rows).toEqual([[expect.stringMatching(/^2024-03-31/), String(2n ** 80n)]]);
});

test.each([
  ['a number', 'trees.numRows()', { status: 'no-table', found: 'number' }],
  ['rows as objects', 'trees.objects()', { status: 'no-table', found: 'array' }],
  ['a promise', 'Promise.resolve(trees)', { status: 'no-table', found: 'promise' }],
  ['nothing', 'undefined', { status: 'no-table', found: 'nothing' }],
  [
    'a list in a cell',
    'trees.rollup({ all: op.array_agg("name") })',
    { status: 'unfit', column: 'all', found: 'array' },
  ],
  [
    'texts among numbers',
    "trees.derive({ x: d => d.height > 10 ? 1 : 'short' })",
    { status: 'mixed', column: 'x', kinds: ['number', 'text'] },
  ],
  ['a wrong name', 'trees.filter(d => d.heigth > 1)', { status: 'error', name: 'Error' }],
  ['what is not there', 'nothing.here', { status: 'error', name: 'ReferenceError' }],
  ['something thrown that is no error', 'throw 7\ntrees', { status: 'error', message: '7' }],
])('tells %s apart from a table', async (_case, text, expected) => {
  expect(await run(text)).toMatchObject(expected);
});

test('rows handed over in another order come in the same one each time', async () => {
  const [stored, shuffled, again] = [
    await run('trees'),
    await run('trees', 'shuffled'),
    await run('trees', 'shuffled'),
  ];
  expect(shuffled).not.toEqual(stored);
  expect(again).toEqual(shuffled);
});

test('a result that was cut says how many rows there are', async () => {
  const [trees] = await handOver(database, ['trees']);
  const reply = runPipeline({ body: 'return trees', tables: trees ? [trees] : [], rowLimit: 2 });
  expect(reply).toMatchObject({ status: 'table', rowCount: 3 });
  if (reply.status !== 'table') return;
  expect(toResultTable(reply, 1)).toMatchObject({
    rowCount: 3,
    rows: [['oak', 30, 1.5, '2024-03-31', true]],
  });
});

test('a result is shown as DuckDB would show it, whatever it holds', async () => {
  const reply = await run(
    `trees.select('name', 'height', 'alive').derive({
      share: d => d.height / 7, gap: d => d.name === 'oak' ? 0 / 0 : 1 / 0, far: d => 1e300, large: d => 2 ** 60,
      digits: aq.escape(d => 9007199254740993n), few: aq.escape(d => 12n),
      day: aq.escape(d => new Date(Date.UTC(2024, 1, 29))), moment: aq.escape(d => new Date(2024, 1, 29, 12, 30, 5, 120))
    })`,
  );
  if (reply.status !== 'table') throw new Error(JSON.stringify(reply));
  const { create, stream, query } = toResultImport(reply, 'shown');
  await database.query(create);
  await database.insertArrow('shown', stream);
  const { outcome } = await runQuery(database, query);
  expect(outcome).toMatchObject({ status: 'ok', table: toResultTable(reply, 100) });
});

test('whole numbers that JavaScript would round are handed over as text', async () => {
  await database.query('CREATE TABLE ids AS FROM (VALUES (9007199254740993), (1)) t(id)');
  const tables = await handOver(database, ['ids']);
  const reply = runPipeline({ body: 'return ids', tables, rowLimit: 10 });
  expect(reply).toMatchObject({ columns: [{ kind: 'text', values: ['9007199254740993', '1'] }] });
});

test('a row without a match has no value of any type', async () => {
  await database.query(
    "CREATE TABLE banks AS FROM (VALUES (1, 'left', true, 1.5), (2, 'right', false, 2)) t(place, side, wooded, width)",
  );
  const tables = await handOver(database, ['trees', 'banks']);
  const body = "return trees.select('name').slice(0, 1).join_left(banks, ['name', 'side']);";
  expect(runPipeline({ body, tables, rowLimit: 10 })).toMatchObject({
    rowCount: 1,
    columns: ['name', 'place', 'side', 'wooded', 'width'].map((name) => ({
      name,
      values: [name === 'name' ? 'oak' : null],
    })),
  });
});

test('reads a number that is written with underscores', async () => {
  const reply = await run("trees.filter(d => d.height < 1_0 && d.height !== null).select('name')");
  expect(reply).toMatchObject({ status: 'table', columns: [{ values: ["it's"] }] });
});
