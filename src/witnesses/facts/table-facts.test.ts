import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNativeDatabase, type NativeDatabase } from '#src/engine/node/native-database.ts';
import { copyRow } from '../candidates/copy-row.ts';
import { firstBreach, keepLawfulRows } from '../candidates/keep-lawful-rows.ts';
import { createRandom } from '../candidates/random.ts';
import { setValues } from '../candidates/set-values.ts';
import { shrinkRows } from '../search/shrink-rows.ts';
import { suggestLaws } from './suggest-laws.ts';
import { toLawfulFacts } from './lawful-facts.ts';
import { learnTableFacts, toNumber, toText, type TableFacts } from './table-facts.ts';
import { countRows, type TableModel } from './table-model.ts';
import type { Row, WitnessTableShape } from '../witness.ts';

const visits: WitnessTableShape = {
  name: 'visits',
  primaryKey: ['clinic', 'month'],
  foreignKeys: [],
  depends: [{ columns: ['clinic'], determines: ['title'] }],
  rules: [{ rule: '"left" + seen = everyone' }],
  columns: [
    { name: 'clinic', type: 'VARCHAR', nullable: false },
    { name: 'title', type: 'VARCHAR', nullable: false },
    { name: 'month', type: 'DATE', nullable: false },
    { name: 'area', type: 'VARCHAR', nullable: true },
    { name: 'seen', type: 'BIGINT', nullable: true, range: [0, 1000] },
    { name: 'left', type: 'BIGINT', nullable: true, range: [0, 1000] },
    { name: 'everyone', type: 'BIGINT', nullable: true, range: [0, 2000] },
    { name: 'cost', type: 'DECIMAL(8,2)', nullable: true },
  ],
};
const [seen, left, everyone, cost] = [4, 5, 6, 7];

let database: NativeDatabase;
let facts: TableFacts;
let rows: Row[];
let model: TableModel;
beforeAll(async () => {
  database = await createNativeDatabase();
  await database.query(
    `CREATE TABLE visits AS SELECT 'C' || i AS clinic, 'Clinic ' || i AS title, (DATE '2025-01-01' + to_months(m::INT))::DATE AS month,
       CASE WHEN i % 9 > 0 THEN ['north', 'south'][i % 2 + 1] END AS area,
       seen, lost AS "left", seen + lost AS everyone, CASE WHEN seen IS NOT NULL AND i % 4 > 0 THEN seen * 900.5 END::DECIMAL(8,2) AS cost
     FROM (SELECT i, m, CASE WHEN (i + m) % 8 > 0 THEN 20 + i * m END AS seen, CASE WHEN (i + m) % 8 > 0 THEN 1 + (i * 7 + m * 3) % 19 END AS lost
       FROM range(30) r(i), range(5) s(m))`,
  );
  facts = await learnTableFacts(database, visits);
  const columns = visits.columns.map(({ name }) => `"${name}"::VARCHAR`).join(', ');
  rows = (await database.query(`SELECT ${columns} FROM visits`)).rows as Row[];
  model = { shape: visits, facts, used: [4, 5, 6], changeable: facts.measures, primaryKey: [0, 2] };
});
afterAll(() => database.close());

test('finds what is true of every row', () => {
  expect(facts.dependencies).toEqual(
    expect.arrayContaining([
      [0, 1],
      [1, 0],
      [0, 3],
    ]),
  );
  expect(facts.dependencies).not.toContainEqual([3, 0]);
  expect(facts.sums).toContainEqual([seen, left, everyone]);
  expect(facts.orders).toEqual(
    expect.arrayContaining([
      [seen, everyone],
      [left, seen],
    ]),
  );
  expect(facts.missingTogether).toContainEqual([seen, cost]);
  expect(facts.missingTogether).not.toContainEqual([cost, seen]);
  expect(facts.measures).toEqual([seen, left, everyone, cost]);
  expect(facts.withGaps).toEqual([3, seen, left, everyone, cost]);
});

test('every real row is lawful', () => {
  expect(rows.filter((row) => firstBreach(row, model))).toEqual([]);
  expect(keepLawfulRows(new Map([['visits', rows]]), [model]).get('visits')).toEqual(rows);
});

test.each([
  ['the same key', (row: Row) => row],
  ['another title for the clinic', (row: Row) => row.with(1, 'Elsewhere').with(2, '2024-01-01')],
  ['a value outside its range', (row: Row) => row.with(2, '2024-01-01').with(seen, '-5')],
  ['a missing key', (row: Row) => row.with(2, null)],
])('leaves out a row with %s', (_case, change) => {
  const full = rows.find((row) => row[seen] !== null) ?? [];
  const kept = keepLawfulRows(new Map([['visits', [full, change(full)]]]), [model]);
  expect(kept.get('visits')).toEqual([full]);
});

test('tells what the descriptor says from what is so by chance', () => {
  const lawful = toLawfulFacts(visits, facts);
  expect(lawful.dependencies).toEqual([[0, 1]]);
  expect(lawful.sums).toEqual([[seen, left, everyone]]);
  expect([lawful.unique, lawful.orders.flat()]).toEqual([[], expect.not.arrayContaining([cost])]);
  expect(lawful.missingTogether).toEqual([]);
  const full = rows.find((row) => row[seen] !== null) ?? [];
  const off = { ...model, facts: lawful };
  expect(firstBreach(full.with(everyone, '999'), off)?.kind).toBe('sum');
  // Another area of the same clinic, which no row of today has, is lawful.
  const moved = full.with(2, '2024-01-01').with(3, 'elsewhere');
  expect(keepLawfulRows(new Map([['visits', [full, moved]]]), [off]).get('visits')).toEqual([full, moved]);
});

test('suggests what is so today and nobody declared', async () => {
  const suggested = await suggestLaws(database, visits);
  expect(suggested).toContain('rule: seen IS NOT NULL OR cost IS NULL');
  expect(suggested).toContainEqual(
    expect.stringMatching(/^depends: \{ columns: \[clinic\], determines: \[area/),
  );
  expect(suggested.filter((law) => law.includes('left + seen = everyone'))).toEqual([]);
});

test.each([
  ['a total, and its parts follow', everyone, 7],
  ['a part, and the total follows', left, 0],
  ['a gap, and what hangs on it goes', seen, null],
])('sets %s', (_case, column, value) => {
  const changed = rows
    .filter((row) => row[seen] !== null)
    .map((row) => setValues(model, row, new Map([[column, value]])));
  expect(changed.every((row) => row && firstBreach(row, model) === undefined)).toBe(true);
  expect(new Set(changed.map((row) => row?.[column]))).toEqual(
    new Set([value === null ? null : String(value)]),
  );
});

test('does not set what no lawful row has', () => {
  const [row = []] = rows;
  expect(setValues(model, row, new Map([[seen, -1]]))).toBeUndefined();
});

test('copies a row under another key and keeps the rest', () => {
  const [row = []] = rows;
  const copy = copyRow(model, row, rows.slice(0, 1), rows, createRandom(1)) ?? [];
  expect(copy.slice(3)).toEqual(row.slice(3));
  expect(keepLawfulRows(new Map([['visits', [row, copy]]]), [model]).get('visits')).toEqual([row, copy]);
  // Once the clinic has a row in every month, the copy is another clinic.
  const other = copyRow(model, row, rows, rows, createRandom(1)) ?? [];
  expect(other.slice(0, 2)).toEqual(['C02', 'Clinic 0 2']);
});

test('shrinks to the rows that serve, and never to an empty table', async () => {
  const wanted = rows.slice(40, 42);
  const all = new Map([['visits', rows]]);
  const serves = (fewer: ReadonlyMap<string, readonly Row[]>) =>
    Promise.resolve(wanted.every((row) => fewer.get('visits')?.includes(row)));
  expect((await shrinkRows(all, [model], serves, 200)).get('visits')).toEqual(wanted);
  expect(countRows(await shrinkRows(all, [model], () => Promise.resolve(true), 200))).toBe(1);
  expect(countRows(await shrinkRows(all, [model], () => Promise.resolve(true), 0))).toBe(rows.length);
});

test.each([
  ['BIGINT', '12', 12],
  ['DECIMAL(8,2)', '1.50', 1.5],
  ['DOUBLE', '0.25', 0.25],
  ['DATE', '2024-02-29', 19782],
])('moves a %s from text to number and back', (type, text, number) => {
  expect(toNumber(text, type)).toBe(number);
  expect(toText(number, { name: 'x', type, nullable: false })).toBe(text);
});

test('the same seed gives the same choices', () => {
  const [first, second] = [createRandom(5), createRandom(5)];
  const items = [1, 2, 3, 4, 5, 6, 7];
  expect(first.shuffle(items)).toEqual(second.shuffle(items));
  expect(createRandom(6).shuffle(items).sort()).toEqual(items);
  expect(createRandom(1).pick([])).toBeUndefined();
});
