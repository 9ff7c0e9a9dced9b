import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { toSafeName, toSafeNames, toOwnTableName } from './safe-name.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

test.each([
  ['Amount (£)', 'amount'],
  ['  Net   Amount ', 'net_amount'],
  ['Región', 'region'],
  ['2024 total', 'n_2024_total'],
  ['Group', 'group_'],
  ['£', 'pounds'],
  ['%', 'percent'],
  ['¦', 'column_1'],
  ['', 'column_1'],
  ['"; DROP TABLE x; --', 'drop_table_x'],
  ['a'.repeat(80), 'a'.repeat(60)],
])('makes a name that needs no quotes of “%s”', (heading, name) => {
  expect(toSafeName(heading, 'column_1')).toBe(name);
});

test('gives each heading a name of its own', () => {
  expect(toSafeNames(['Amount', 'amount ', 'Amount 2', '', ''])).toEqual([
    'amount',
    'amount_2',
    'amount_2_2',
    'column_4',
    'column_5',
  ]);
});

test('no reserved word of DuckDB stands as a name', async () => {
  const { rows } = await database.query('SELECT keyword_name FROM duckdb_keywords()');
  expect(rows.length).toBeGreaterThan(70);
  for (const [word] of rows) {
    const name = toSafeName(String(word), 'x');
    await expect(database.query(`SELECT ${name} FROM (SELECT 1 AS ${name})`), name).resolves.toBeDefined();
  }
});

test.each([
  ['Spend over £25k.csv', [], 'my_spend_over_25k'],
  ['spend.csv', ['my_spend'], 'my_spend_2'],
  ['.csv', [], 'my_file'],
])('names the table of %s', (file, taken, name) => {
  expect(toOwnTableName(file, taken)).toBe(name);
});
