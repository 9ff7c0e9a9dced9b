import { expect, expectTypeOf, test } from 'vitest';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { toWitnessStatements, type WitnessTableShape } from './witness.ts';

const prices: WitnessTableShape = {
  name: 'prices',
  primaryKey: ['name'],
  foreignKeys: [],
  columns: [
    { name: 'name', type: 'VARCHAR', nullable: false },
    { name: 'since', type: 'DATE', nullable: true },
    { name: 'price', type: 'DECIMAL(8,2)', nullable: true },
    { name: 'sold', type: 'BIGINT', nullable: true },
  ],
};

test('makes tables with the descriptor’s types and order, whatever the values hold', async () => {
  const rows = [
    ["King's", '2025-02-01', '1.50', '9007199254740993'],
    ['', null, null, null],
  ];
  const witness = { tables: [{ name: 'prices', columns: ['name', 'since', 'price', 'sold'], rows }] };
  const shuffled = { ...prices, columns: [...prices.columns].reverse() };
  const database = await createNativeDatabase();
  for (const sql of toWitnessStatements(witness, [shuffled], 'w1')) await database.query(sql);
  await database.query('USE memory.w1');
  const { columns, rows: found } = await database.query('SELECT * FROM prices');
  expect(columns).toEqual(['sold', 'price', 'since', 'name']);
  expect(found).toEqual([
    ['9007199254740993', '1.50', '2025-02-01', "King's"],
    [null, null, null, ''],
  ]);
  const { rows: types } = await database.query(
    'SELECT typeof(sold), typeof(price), typeof(since) FROM prices',
  );
  expect(types[0]).toEqual(['BIGINT', 'DECIMAL(8,2)', 'DATE']);
  database.close();
});

test('makes a table without rows', () => {
  const witness = { tables: [{ name: 'prices', columns: ['name'], rows: [] }] };
  expect(toWitnessStatements(witness, [prices], 'w')).toHaveLength(2);
});

test('a dataset’s own descriptor of a table fits', () => {
  expectTypeOf<TableDescriptor>().toExtend<WitnessTableShape>();
});

test('says which table no descriptor names', () => {
  const witness = { tables: [{ name: 'elsewhere', columns: [], rows: [] }] };
  expect(() => toWitnessStatements(witness, [prices], 'w')).toThrow('"elsewhere"');
});
