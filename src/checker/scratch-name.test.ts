import { expect, test } from 'vitest';
import { createScratchName } from './scratch-name.ts';

test('draws another plain name each time', () => {
  const names = Array.from({ length: 100 }, createScratchName);
  expect(new Set(names).size).toBe(100);
  for (const name of names) expect(name).toMatch(/^_check[0-9a-f]{24}$/);
});
