import { expect, test } from 'vitest';
import { createNativeDatabase } from './native-database.ts';

test.each([
  ['NULL', null],
  ['true', true],
  ['42', 42],
  ['1.5::DOUBLE', 1.5],
  ["''", ''],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['170141183460469231731687303715884105727::HUGEINT', '170141183460469231731687303715884105727'],
  ['1.50::DECIMAL(5, 2)', '1.50'],
  ["DATE '2025-04-01'", '2025-04-01'],
])('gives %s as %j', async (sql, expected) => {
  const database = await createNativeDatabase();
  expect((await database.query(`SELECT ${sql}`)).rows).toEqual([[expected]]);
  database.close();
});

test('keeps two columns of the same name apart', async () => {
  const database = await createNativeDatabase();
  expect(await database.query('SELECT 1 AS a, 2 AS a')).toEqual({ columns: ['a', 'a'], rows: [[1, 2]] });
  database.close();
});

test("rejects with DuckDB's own words", async () => {
  const database = await createNativeDatabase();
  await expect(database.query('SELECT * FROM nowhere')).rejects.toThrow(
    /Table with name nowhere does not exist/,
  );
  database.close();
});

test('does not fetch an extension that a query would need', async () => {
  const database = await createNativeDatabase();
  await expect(database.query("SELECT * FROM 'https://localhost/x.csv'")).rejects.toThrow(/httpfs/);
  database.close();
});
