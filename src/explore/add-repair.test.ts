import { expect, test } from 'vitest';
import { addRepair, toConversion } from './add-repair.ts';

const trim = { table: 'mine', column: 'town', conversion: 'trim(town)' };
const cast = { table: 'mine', column: 'cost', conversion: "TRY_CAST(replace(cost, ',', '') AS DOUBLE)" };
const mended = 'SELECT * REPLACE (\n  trim(town) AS town\n)\nFROM mine\nLIMIT 20';

test.each([
  ['no query yet', '', mended],
  ['a query of another table', 'SELECT 1 FROM theirs', mended],
  [
    'a query of the table',
    'SELECT town FROM mine WHERE cost > 1',
    'SELECT town FROM (SELECT * REPLACE (trim(town) AS town) FROM mine) AS mine WHERE cost > 1',
  ],
  [
    'a table with another name',
    'SELECT m.town FROM mine AS m',
    'SELECT m.town FROM (SELECT * REPLACE (trim(town) AS town) FROM mine) AS m',
  ],
  [
    'a table that is joined',
    'SELECT * FROM theirs JOIN mine USING (town)',
    'SELECT * FROM theirs JOIN (SELECT * REPLACE (trim(town) AS town) FROM mine) AS mine USING (town)',
  ],
  ['a repair that is there', mended, mended],
  ['a table named in text and remarks', "SELECT 'from mine' -- from mine", mended],
])('puts the repair into %s', (_case, query, expected) => {
  expect(addRepair(query, trim)).toBe(expected);
});

test('a second repair stands beside the first', () => {
  expect(addRepair(mended, cast)).toBe(
    "SELECT * REPLACE (\n  trim(town) AS town,\n  TRY_CAST(replace(cost, ',', '') AS DOUBLE) AS cost\n)\nFROM mine\nLIMIT 20",
  );
  const inside = addRepair('SELECT sum(cost) FROM mine', trim);
  expect(addRepair(inside, cast)).toContain(' AS cost\n) FROM mine) AS mine');
});

test.each([
  ['2 values with spaces before or after. `trim(town)` takes them off.', 'trim(town)'],
  ['3 values such as “-” that may mean “missing”.', undefined],
])('finds the conversion of %j', (sentence, conversion) => {
  expect(toConversion(sentence)).toBe(conversion);
});
