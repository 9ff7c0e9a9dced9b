import { expect, test } from 'vitest';
import { toFileSize } from './file-size.ts';

test.each([
  [1, '1 kB'],
  [405_647, '406 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [6_631_424, '6.6 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(toFileSize(bytes)).toBe(words);
});
