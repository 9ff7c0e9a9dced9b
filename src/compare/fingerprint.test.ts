import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { compareSchema } from './compare-rules.ts';
import { type Compare } from './compare-rules.ts';
import { toFingerprint } from './fingerprint.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
});
afterAll(() => database.close());

const take = (query: string, rules: Partial<Compare> = {}) =>
  toFingerprint(database, query, compareSchema.parse(rules));

test.each<[string, string, string, Partial<Compare>?]>([
  ['integers and decimals', 'SELECT 5', 'SELECT 5.00'],
  ['decimals and doubles', 'SELECT 0.3', 'SELECT 0.1::DOUBLE + 0.2::DOUBLE'],
  ['minus zero', 'SELECT 0', 'SELECT -0.0::DOUBLE'],
  ['dates and midnights', "SELECT DATE '2025-01-01'", "SELECT TIMESTAMP '2025-01-01 00:00'"],
  ['other names', 'SELECT 1 AS a', 'SELECT 1 AS b'],
  ['rows in another order', 'VALUES (1), (2), (2)', 'VALUES (2), (1), (2)'],
  ['a comment at the end', 'SELECT 1', 'SELECT 1 -- one'],
  ['columns in any order', "SELECT 1, 'x'", "SELECT 'x', 1", { columns: 'any-order' }],
  [
    'named columns in any order',
    'SELECT 1 AS a, 2 AS b',
    'SELECT 2 AS B, 1 AS A',
    { columnNames: 'required' },
  ],
])('is the same for %s', async (_case, one, other, rules) => {
  expect(await take(one, rules)).toBe(await take(other, rules));
});

test.each<[string, string, string, Partial<Compare>?]>([
  ['another number', 'SELECT 5', 'SELECT 5.0001'],
  ['a row more often', 'VALUES (1), (2)', 'VALUES (1), (2), (2)'],
  ['values that have changed rows', 'VALUES (1, 2), (3, 4)', 'VALUES (1, 4), (3, 2)'],
  ['NULL and an empty text', 'SELECT NULL::VARCHAR', "SELECT ''"],
  ['columns that have changed places', 'SELECT 1, 2', 'SELECT 2, 1'],
  ['a column more', 'SELECT 1', 'SELECT 1, NULL'],
  ['no rows of more columns', 'SELECT 1 WHERE false', 'SELECT 1, 2 WHERE false'],
  ['rows in another order', 'VALUES (1), (2)', 'VALUES (2), (1)', { order: 'required' }],
])('differs for %s', async (_case, one, other, rules) => {
  expect(await take(one, rules)).not.toBe(await take(other, rules));
});

test('a query that does not run has none', async () => {
  expect(await take('SELECT nope')).toBeUndefined();
  expect(await take("SELECT error('no')")).toBeUndefined();
});
