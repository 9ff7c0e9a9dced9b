import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { rankRows } from './rank-rows.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(`CREATE TABLE trees AS SELECT * FROM (VALUES
    ('oak', 'north', 30), ('elm', 'north', 20), ('ash', 'south', 20), ('yew', 'south', NULL), ('fir', 'south', 5)) AS t(name, side, height)`);
});
afterAll(() => database.close());

test.each([
  ['a shown column', 'SELECT name, height FROM trees ORDER BY height DESC', 2, 'oak1 ash2 elm2 fir3 yew4'],
  ['a hidden column', 'SELECT name FROM trees ORDER BY height', 1, 'fir1 ash2 elm2 oak3 yew4'],
  ['a position', 'SELECT name, height FROM trees ORDER BY 2', 2, 'fir1 ash2 elm2 oak3 yew4'],
  ['an alias', 'SELECT name, -height AS depth FROM trees ORDER BY depth', 2, 'oak1 ash2 elm2 fir3 yew4'],
  [
    'an alias inside an expression',
    'SELECT name, height AS h FROM trees ORDER BY h * -1',
    2,
    'oak1 ash2 elm2 fir3 yew4',
  ],
  ['two keys', 'SELECT name FROM trees ORDER BY height DESC, name DESC', 1, 'oak1 elm2 ash3 fir4 yew5'],
  [
    'missing values first',
    'SELECT name FROM trees ORDER BY height NULLS FIRST',
    1,
    'yew1 fir2 ash3 elm3 oak4',
  ],
  ['a star', 'SELECT * FROM trees ORDER BY height DESC', 3, 'oak1 ash2 elm2 fir3 yew4'],
  ['groups', 'SELECT side, count(*) FROM trees GROUP BY side ORDER BY count(*) DESC', 2, 'south1 north2'],
  [
    'a hidden aggregate',
    'SELECT side FROM trees GROUP BY side ORDER BY max(height) DESC',
    1,
    'north1 south2',
  ],
  ['DISTINCT', 'SELECT DISTINCT side FROM trees ORDER BY side DESC', 1, 'south1 north2'],
  [
    'a set operation',
    "SELECT name FROM trees WHERE height > 20 UNION SELECT 'box' ORDER BY name",
    1,
    'box1 oak2',
  ],
  ['all columns', 'SELECT side, name FROM trees WHERE height > 6 ORDER BY ALL', 2, 'north1 north2 south3'],
  [
    'one row of each kind',
    'SELECT DISTINCT ON (side) side, name FROM trees ORDER BY side, height DESC',
    2,
    'north1 south2',
  ],
  ['a column twice', 'SELECT name, name FROM trees WHERE height > 6 ORDER BY height', 2, 'ash1 elm1 oak2'],
])('ranks rows by %s', async (_case, solution, columnCount, expected) => {
  const ranked = await rankRows(database, solution, columnCount);
  const { rows } = await database.query(`SELECT c1, _rank FROM (${ranked?.sql ?? ''}) ORDER BY _rank, c1`);
  expect(rows.map((row) => row.join('')).join(' ')).toBe(expected);
});

test('the limit is told and left out of the query, so ties at the limit can be seen', async () => {
  const ranked = await rankRows(database, 'SELECT name FROM trees ORDER BY height DESC LIMIT 2 OFFSET 1', 1);
  expect(ranked).toMatchObject({ limit: 2, offset: 1 });
  expect((await database.query(ranked?.sql ?? '')).rows).toHaveLength(5);
});

test.each([
  ['no order', 'SELECT name FROM trees', 1],
  ['a limit in percent', 'SELECT name FROM trees ORDER BY name LIMIT 10%', 1],
  ['a statement the tree cannot carry', 'PIVOT trees ON side USING max(height)', 3],
])('gives nothing for %s', async (_case, solution, columnCount) => {
  expect(await rankRows(database, solution, columnCount)).toBeUndefined();
});

test('DISTINCT ON keeps the rows that the order puts first', async () => {
  const solution = 'SELECT DISTINCT ON (side) side, name FROM trees ORDER BY side, height DESC NULLS LAST';
  const ranked = await rankRows(database, solution, 2);
  const { rows } = await database.query(`SELECT c1, c2 FROM (${ranked?.sql ?? ''}) ORDER BY _rank`);
  expect(rows).toEqual([
    ['north', 'oak'],
    ['south', 'ash'],
  ]);
});
