import { expect, test } from 'vitest';
import { countWords, inNumber } from './count-words.ts';
import { dateWords, daysWords, periodWords } from './date-words.ts';
import { listWords } from './list-words.ts';
import { momentDayWords, momentWords } from './moment-words.ts';
import { numberWords, shortNumberWords } from './number-words.ts';
import { roundedWords } from './rounded-words.ts';
import { shareWords } from './share-words.ts';

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

test('writes as many places as are asked for', () => {
  expect([numberWords(0.1234567, 6), numberWords(1234.5, 0), numberWords(12.3, 12)]).toEqual([
    '0.123457',
    '1,235',
    '12.3',
  ]);
});

test('writes a measured value with as many places as a person can use', () => {
  expect([11545.25, 12.345, 0.012345, -3, 0].map(roundedWords)).toEqual([
    '11,545',
    '12.35',
    '0.0123',
    '-3',
    '0',
  ]);
});

test('never rounds a share to all or none', () => {
  expect([0, 1, 999_999, 1_000_000].map((part) => shareWords(part, 1_000_000))).toEqual([
    '0%',
    'under 0.1%',
    'over 99.9%',
    '100%',
  ]);
  expect(shareWords(0, 0)).toBe('none to count');
});

test('names periods', () => {
  expect(['2024 Q4', '2024-11', '2024-11-03', '1918'].map(periodWords)).toEqual([
    'October to December 2024',
    'November 2024',
    '3 November 2024',
    '1918',
  ]);
});

test.each([
  ['2025-04-01', '1 April 2025'],
  ['2025-13-01', '2025-13-01'],
  ['2012 Q4', '2012 Q4'],
  ['2025-04', '2025-04'],
])('writes the day %s as "%s", and leaves what is no day', (text, expected) => {
  expect(dateWords(text)).toBe(expected);
});

test('says how many days in months and years where there are many', () => {
  expect([1, 45, 540, 3000].map(daysWords)).toEqual([
    '1 day',
    '45 days',
    '540 days (about 18 months)',
    '3,000 days (about 8 years)',
  ]);
});

test("tells a moment by the reader's own clock", () => {
  // Without a zone the text means the clock of the machine.
  expect(momentDayWords('2026-11-27T13:04:00')).toBe('27 November 2026');
  expect(momentWords('2026-11-27T13:04:00')).toBe('27 November 2026 at 13:04');
});

test.each([
  [302_400, '302,400'],
  [0.25, '0.3'],
  [46_012_000, '46 million'],
  [1_250_000_000, '1.3 billion'],
])('%d is %s at a glance', (number, words) => {
  expect(shortNumberWords(number)).toBe(words);
});
