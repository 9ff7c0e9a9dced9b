import { afterEach, expect, test, vi } from 'vitest';
import { faultWords } from './fault-words.ts';

afterEach(() => vi.unstubAllGlobals());

const missing = new TypeError(
  'Failed to fetch dynamically imported module: http://localhost/_astro/judge.js',
);

test.each([
  ['Chromium', missing.message],
  ['Firefox', 'error loading dynamically imported module: http://localhost/_astro/judge.js'],
  ['Safari', 'Importing a module script failed.'],
])('a script that did not arrive in %s is no fault of ours', (_browser, message) => {
  vi.stubGlobal('navigator', { onLine: true });
  expect(faultWords(new TypeError(message))).toMatch(/could not be downloaded.*Check your connection/);
});

test('without a network a person is told that they are offline, and never to load the page again', () => {
  vi.stubGlobal('navigator', { onLine: false });
  expect(faultWords(missing)).toContain('You are offline.');
  expect(faultWords(missing)).not.toMatch(/reload|again the page/i);
});

test('anything else is our fault, with a network or without', () => {
  for (const onLine of [true, false]) {
    vi.stubGlobal('navigator', { onLine });
    expect(faultWords(new Error('x is not a function'))).toContain('on our side');
  }
});
