import { expect, test } from 'vitest';
import { countWords, inNumber } from './count-words.ts';
import { listWords } from './list-words.ts';
import { numberWords } from './number-words.ts';

test.each([
  [0, '0'],
  [42619, '42,619'],
  [-1234.567, '-1,234.57'],
  [12345678901234567890n, '12,345,678,901,234,567,890'],
])('writes %s as %s', (number, expected) => {
  expect(numberWords(number)).toBe(expected);
});

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [1n, '1 row'],
  [1200, '1,200 rows'],
])('counts %s as "%s"', (count, expected) => {
  expect(countWords(count, 'row')).toBe(expected);
});

test('takes a plural of its own', () => {
  expect([countWords(2, 'query', 'queries'), inNumber(1, 'is', 'are'), inNumber(2, 'is', 'are')]).toEqual([
    '2 queries',
    'is',
    'are',
  ]);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j as "%s"', (items, expected) => {
  expect(listWords(items)).toBe(expected);
});

test('lists a choice', () => {
  expect(listWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
