import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import type { WitnessTable, WitnessTableShape } from '#src/witnesses/witness.ts';
import { fillWitness } from './fill-witness.ts';

const text = (name: string) => ({ name, type: 'VARCHAR', nullable: true });
const refersTo = (table: string, column: string) => [
  { columns: [column], references: { table, columns: [column] } },
];
const shapes: WitnessTableShape[] = [
  { name: 'parks', columns: [text('park'), text('town')], primaryKey: ['park'], foreignKeys: [] },
  {
    name: 'trees',
    columns: [text('tree'), text('park')],
    primaryKey: ['tree'],
    foreignKeys: refersTo('parks', 'park'),
  },
  {
    name: 'visits',
    columns: [text('tree'), text('day')],
    primaryKey: ['tree', 'day'],
    foreignKeys: refersTo('trees', 'tree'),
  },
];
const trees: WitnessTable = {
  name: 'trees',
  columns: ['tree', 'park'],
  rows: [
    ['oak', 'north'],
    ['yew', 'made up'],
    ['elm', null],
  ],
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query("CREATE TABLE parks AS FROM (VALUES ('south', 'B'), ('north', 'A')) t(park, town)");
  await database.query(
    "CREATE TABLE trees AS FROM (VALUES ('oak', 'north'), ('fir', 'south')) t(tree, park)",
  );
  await database.query(
    "CREATE TABLE visits AS FROM (VALUES ('oak', '1'), ('fir', '1'), (NULL, '2')) t(tree, day)",
  );
});
afterAll(() => database.close());

test('adds the rows that the witness refers to, made up where no real one has the key', async () => {
  const { tables } = await fillWitness(database, { tables: [trees] }, { shapes, names: ['parks'] });
  expect(tables[1]).toEqual({
    name: 'parks',
    columns: ['park', 'town'],
    rows: [
      ['north', 'A'],
      ['south', 'B'],
      ['made up', 'A'],
    ],
  });
});

test('leaves out rows that refer to a row which the witness lacks', async () => {
  const { tables } = await fillWitness(database, { tables: [trees] }, { shapes, names: ['visits'] });
  expect(tables[1]?.rows.toSorted()).toEqual([
    [null, '2'],
    ['oak', '1'],
  ]);
});

test('leaves a witness alone that holds all it is asked for', async () => {
  const { tables } = await fillWitness(database, { tables: [trees] }, { shapes, names: ['trees', 'other'] });
  expect(tables).toEqual([trees]);
});
