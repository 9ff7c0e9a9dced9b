import { expect, test } from 'vitest';
import { sortRowsBy, toNextOrder } from './sort-rows-by.ts';

const columns = [
  { name: 'name', type: 'VARCHAR' },
  { name: 'amount', type: 'DECIMAL(12,2)' },
];
const rows = [
  ['Oxford', '9.50'],
  ['Élan', null],
  ['Leeds', '10.00'],
];

test.each([
  ['text by the alphabet', 0, 'ascending', ['Élan', 'Leeds', 'Oxford']],
  ['numbers by value, missing ones last', 1, 'ascending', ['Oxford', 'Leeds', 'Élan']],
  ['numbers downwards, missing ones last', 1, 'descending', ['Leeds', 'Oxford', 'Élan']],
] as const)('sorts %s', (_case, index, direction, names) => {
  expect(sortRowsBy(columns, rows, { index, direction }).map(([name]) => name)).toEqual(names);
});

test('the first press sorts upwards, the second turns round, another column begins anew', () => {
  const first = toNextOrder(undefined, 1);
  expect(first).toEqual({ index: 1, direction: 'ascending' });
  expect(toNextOrder(first, 1)).toEqual({ index: 1, direction: 'descending' });
  expect(toNextOrder(toNextOrder(first, 1), 1)).toEqual(first);
  expect(toNextOrder(first, 0)).toEqual({ index: 0, direction: 'ascending' });
});
