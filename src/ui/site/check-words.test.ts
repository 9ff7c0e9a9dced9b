import { expect, test } from 'vitest';
import type { Compare } from '#src/lessons/exercise.ts';
import { checkWords } from './check-words.ts';

const lenient: Compare = { order: 'ignored', columnNames: 'ignored', tolerance: 0 };

test.each<[string, Compare, RegExp]>([
  ['says that order is free', lenient, /order does not matter/],
  ['says that order counts', { ...lenient, order: 'required' }, /rows, in the order that the task asks for/],
  ['says that names are free', lenient, /What you call them does not matter/],
  ['says that names count', { ...lenient, columnNames: 'required' }, /with the names it gives/],
  ['says how exact numbers must be', { ...lenient, tolerance: 0.05 }, /by up to 0\.05\./],
])('%s', (_case, compare, words) => {
  expect(checkWords(compare).join('\n')).toMatch(words);
});

test('says nothing of tolerance where numbers must be exact', () => {
  expect(checkWords(lenient).join('\n')).not.toMatch(/differ by/);
});
