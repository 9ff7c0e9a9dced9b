import { expect, test } from 'vitest';
import { siteUrl } from './site-url.ts';

test.each([
  ['at the root', '/', '/lessons/', '/lessons/'],
  ['under a folder', '/club', '/lessons/', '/club/lessons/'],
  ['under a folder written with a slash', '/club/', '/lessons/', '/club/lessons/'],
  ['for the home page of a folder', '/club', '/', '/club/'],
  ['for a file', '/club/', '/data/a.duckdb', '/club/data/a.duckdb'],
] as const)('gives an address %s', (_case, base, path, expected) => {
  expect(siteUrl(path, base)).toBe(expected);
});
