import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [12345, '12,345 rows'],
])('counts %i in words', (count, words) => {
  expect(countWords(count, 'row')).toBe(words);
});
