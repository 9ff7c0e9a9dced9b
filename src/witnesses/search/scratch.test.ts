import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { createBareModel } from '../facts/create-models.ts';
import type { TableModel } from '../facts/table-model.ts';
import type { Row, WitnessTableShape } from '../witness.ts';

const shape: WitnessTableShape = {
  name: 'every "type"',
  primaryKey: ['id'],
  foreignKeys: [],
  columns: [
    { name: 'id', type: 'INTEGER', nullable: false },
    { name: 'the "text"', type: 'VARCHAR', nullable: true },
    { name: 'day', type: 'DATE', nullable: true },
    { name: 'moment', type: 'TIMESTAMP', nullable: true },
    { name: 'amount', type: 'DECIMAL(38,2)', nullable: true },
    { name: 'share', type: 'DOUBLE', nullable: true },
    { name: 'is_open', type: 'BOOLEAN', nullable: true },
    { name: 'large', type: 'HUGEINT', nullable: true },
  ],
};
const rows: Row[] = [
  [
    '1',
    `it's "quoted" \\ and\nbroken`,
    '2024-02-29',
    '2024-02-29 12:30:00.5',
    '-12345678901234567890.05',
    '0.1',
    'true',
    '170141183460469231731687303715884105727',
  ],
  ['2', 'NULL', '0001-01-01', '1970-01-01 00:00:00', '0.00', 'inf', 'false', '-1'],
  ['3', null, null, null, null, null, null, null],
  ['4', '', '9999-12-31', '9999-12-31 23:59:59', '0.10', '1e-300', 'true', '0'],
];
// `createScratch` asks a model for its shape alone.
const models = [{ shape, primaryKey: [0] }] as unknown as TableModel[];

let database: NativeDatabase;
let scratch: Scratch;
beforeAll(async () => {
  database = await createNativeDatabase();
  scratch = await createScratch(database, models);
});
afterAll(async () => {
  await scratch.close();
  database.close();
});

const load = (list: readonly Row[]) => scratch.load(new Map([[shape.name, [...list]]]));
const read = async (columns = 'COLUMNS(*)::VARCHAR') =>
  (await database.query(`SELECT ${columns} FROM "every ""type""" ORDER BY id`)).rows;

test('holds every value of every type as it was written', async () => {
  await load(rows);
  expect(await read()).toEqual(rows);
  const { rows: described } = await database.query('DESCRIBE FROM "every ""type"""');
  expect(described.map(([name, type]) => ({ name, type }))).toEqual(
    shape.columns.map(({ name, type }) => ({ name, type })),
  );
});

test('shows some of the rows, then all, then none, then others', async () => {
  const ids = async () => (await read('id::VARCHAR')).flat();
  await load(rows);
  await load(rows.slice(1, 3));
  expect(await ids()).toEqual(['2', '3']);
  await load(rows);
  expect(await ids()).toEqual(['1', '2', '3', '4']);
  await load([]);
  expect(await ids()).toEqual([]);
  await load([['9', 'new', null, null, null, null, null, null]]);
  expect(await ids()).toEqual(['9']);
  // As many rows as before, and other ones.
  await load([['8', 'newer', null, null, null, null, null, null]]);
  expect(await ids()).toEqual(['8']);
});

test('refuses a value that its type cannot hold, and a gap where none may be', async () => {
  await expect(load([['x', null, null, null, null, null, null, null]])).rejects.toThrow(/x/);
  await expect(load([[null, null, null, null, null, null, null, null]])).rejects.toThrow(/NOT NULL/);
});

test('leaves out rows that break a rule, of their own or over a foreign key', async () => {
  const column = (name: string) => ({ name, type: 'INTEGER', nullable: true });
  const parent: WitnessTableShape = {
    name: 'grants',
    primaryKey: ['id'],
    foreignKeys: [],
    rules: [{ rule: 'total < 100' }],
    columns: [column('id'), column('total')],
  };
  const child: WitnessTableShape = {
    name: 'payments',
    primaryKey: [],
    foreignKeys: [
      {
        columns: ['grant'],
        references: { table: 'grants', columns: ['id'] },
        rules: [{ rule: 'child.paid <= parent.total' }],
      },
    ],
    columns: [column('grant'), column('paid')],
  };
  const own = await createScratch(database, [parent, child].map(createBareModel));
  const kept = await own.loadLawful(
    new Map([
      [
        'grants',
        [
          ['1', '50'],
          ['2', '100'],
          ['3', null],
        ],
      ],
      [
        'payments',
        [
          ['1', '50'],
          ['1', '51'],
          ['2', '1'],
          ['3', '9'],
          ['1', '50'],
        ],
      ],
    ]),
  );
  expect(kept.get('grants')).toEqual([
    ['1', '50'],
    ['3', null],
  ]);
  expect(kept.get('payments')).toEqual([
    ['1', '50'],
    ['3', '9'],
    ['1', '50'],
  ]);
  await own.close();
});
