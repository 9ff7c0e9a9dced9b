import { expect, test } from 'vitest';
import { toContentHash } from './content-hash.ts';

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('%j has the published FNV-1a value', (text, hash) => {
  expect(toContentHash(text)).toBe(hash);
});

test('line endings make no difference, one letter does', () => {
  expect(toContentHash('a\r\nb')).toBe(toContentHash('a\nb'));
  expect(toContentHash('a\nb')).not.toBe(toContentHash('a\nB'));
});
