import { expect, test } from 'vitest';
import { toTimeLeft } from './time-left.ts';

test.each([
  [25, 0, 5, 'about 25 minutes left'],
  [25, 2, 5, 'about 15 minutes left'],
  [5, 8, 9, 'about 1 minute left'],
  [25, 5, 5, 'nothing left to do'],
])('a lesson of %i minutes with %i of %i done has %s', (minutes, done, total, words) => {
  expect(toTimeLeft(minutes, done, total)).toBe(words);
});
