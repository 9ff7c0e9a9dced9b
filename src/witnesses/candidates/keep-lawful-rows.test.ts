import { expect, test } from 'vitest';
import { createBareModel } from '../facts/create-models.ts';
import type { WitnessTableShape } from '../witness.ts';
import { keepLawfulRows } from './keep-lawful-rows.ts';

const columns = ['payee', 'code', 'name', 'from', 'to'].map((name) => ({
  name,
  type: name === 'from' || name === 'to' ? 'DATE' : 'VARCHAR',
  nullable: true,
}));
const bare: WitnessTableShape = { name: 'grants', primaryKey: [], foreignKeys: [], columns };
const first = ['Oak', 'A1', 'Arts', '2024-01-01', '2024-03-31'];

const keep = (shape: WitnessTableShape, ...rows: readonly (readonly (string | null)[])[]) =>
  keepLawfulRows(new Map([[shape.name, rows]]), [createBareModel(shape)]).get(shape.name);

test('keeps a row that stands twice where no key forbids it', () => {
  expect(keep(bare, first, first)).toEqual([first, first]);
});

test.each([
  ['a list of unique columns', { unique: [['payee', 'code']] }, first.with(2, 'Sport')],
  [
    'another name for a code',
    { depends: [{ columns: ['code'], determines: ['name'] }] },
    first.with(2, 'Sport'),
  ],
  [
    'a time that overlaps',
    { periods: [{ of: ['payee'], from: 'from', to: 'to' }] },
    first.with(3, '2024-03-31').with(4, '2024-06-30'),
  ],
])('leaves out the second row of %s, and keeps it under another key', (_case, law, second) => {
  const shape = { ...bare, ...law };
  expect(keep(bare, first, second)).toEqual([first, second]);
  expect(keep(shape, first, second)).toEqual([first]);
  const other = second.with(0, 'Elm').with(1, 'B2');
  expect(keep(shape, first, other)).toEqual([first, other]);
});

test('a time without an end overlaps all that come later', () => {
  const shape = { ...bare, periods: [{ of: ['payee'], from: 'from', to: 'to' }] };
  const open = ['Oak', 'A1', 'Arts', '2024-01-01', null];
  const later = first.with(3, '2030-01-01').with(4, '2030-12-31');
  expect(keep(shape, open, later)).toEqual([open]);
});
