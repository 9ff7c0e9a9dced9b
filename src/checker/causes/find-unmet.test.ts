import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { findUnknownText, findUnmet } from './find-unmet.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(`CREATE TABLE trees AS FROM (VALUES
    ('Oak', 'north', 30), ('Elm', 'north', 20), ('Ash', 'south', 5)) t(name, side, height)`);
});
afterAll(() => database.close());

test.each([
  ['height > 99', 'No row meets the condition `height > 99`.'],
  [
    "(((name = 'Oak') AND (height < 9)) AND (side = 'north'))",
    "No row meets both `name = 'Oak'` and `height < 9`.",
  ],
  [
    "side = 'south' AND (name = 'Oak' OR name = 'Elm')",
    "No row meets both `side = 'south'` and `name = 'Oak' OR name = 'Elm'`.",
  ],
  [
    "side = 'north' AND height <= 20 AND name <> 'Elm' -- all three",
    'Each of your conditions keeps some rows, but no row meets all of them.',
  ],
  [
    'height = NULL',
    'A comparison with `NULL` is never true: `= NULL` keeps no row. `IS NULL` asks whether a value is missing.',
  ],
  ['height > 9 LIMIT 0', '`LIMIT 0` keeps no row.'],
  ['height > 9', undefined],
  ['height BETWEEN 50 AND 60', undefined],
])('says why no row is left: %s', async (where, sentence) => {
  expect(await findUnmet(database, `SELECT name FROM trees WHERE ${where}`)).toBe(sentence);
});

test.each([
  ["name = 'Oka'", "No value of `name` is `'Oka'`. Did you mean `'Oak'`?"],
  [
    "name IN ('Oak', 'elm')",
    "No value of `name` is `'elm'`. Did you mean `'Elm'`? Capital letters and spaces count.",
  ],
  ["name <> 'oak'", "No value of `name` is `'oak'`. Did you mean `'Oak'`? Capital letters and spaces count."],
  [
    "name NOT IN ('ash')",
    "No value of `name` is `'ash'`. Did you mean `'Ash'`? Capital letters and spaces count.",
  ],
  [
    "name = 'Chestnut'",
    "No value of `name` is `'Chestnut'`. Is it spelt as in the table, and is it the right column?",
  ],
  ["name = ''", 'No value of `name` is an empty text. `IS NULL` asks whether a value is missing.'],
  ["name <> 'Yew'", undefined],
  ["name LIKE 'Y%'", undefined],
  ["name = 'Oak'", undefined],
  ['height = 7', undefined],
])('knows a text that no row holds: %s', async (where, sentence) => {
  expect(await findUnknownText(database, `SELECT name FROM trees WHERE ${where}`)).toBe(sentence);
});
