import { expect, test } from 'vitest';
import { pickTold } from './told.ts';

const places = {
  solution: 'key',
  title: 'outline',
  unit: 'both',
  query: 'neither',
  cell: 'outline',
} as const;
const exercise: { title: string; unit: string; query: string; solution: string; cell?: string } = {
  title: 'Trees',
  unit: 'metres',
  query: 'SELECT 1',
  solution: '1',
};

test('tells each field where its place is, in the order of the places', () => {
  expect(JSON.stringify(pickTold(exercise, places, 'outline'))).toBe('{"title":"Trees","unit":"metres"}');
  expect(JSON.stringify(pickTold(exercise, places, 'key'))).toBe('{"solution":"1","unit":"metres"}');
});

test('leaves out what is not given', () => {
  expect(pickTold({ ...exercise, cell: 'a1' }, places, 'outline')).toHaveProperty('cell', 'a1');
  expect(pickTold(exercise, places, 'outline')).not.toHaveProperty('cell');
});
