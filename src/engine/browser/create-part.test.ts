import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPart } from './create-part.ts';

beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const missing = new TypeError(
  'Failed to fetch dynamically imported module: http://localhost/_astro/judge.js',
);

test.each([
  ['Chromium', missing.message],
  ['Firefox', 'error loading dynamically imported module: http://localhost/_astro/judge.js'],
  ['Safari', 'Importing a module script failed.'],
])(
  'a script that did not arrive in %s is no fault of ours, and to load the page again helps',
  async (_browser, message) => {
    const part = createPart(() => Promise.reject(new TypeError(message)));
    await expect(part()).rejects.toMatchObject({
      name: 'ArrivalError',
      message: expect.stringMatching(/Check your connection, then reload the page: your text is kept/),
      reload: true,
    });
  },
);

test('without a network nothing is asked for, so that trying again can help in every browser', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const load = vi.fn(() => Promise.resolve('part'));
  const part = createPart(load);
  await expect(part()).rejects.toMatchObject({
    message: expect.stringMatching(/You are offline\. Try again once you are connected/),
    reload: false,
  });
  expect(load).not.toHaveBeenCalled();
  vi.stubGlobal('navigator', { onLine: true });
  await expect(part()).resolves.toBe('part');
});

test('what is here stays here without a network, and is fetched once', async () => {
  const load = vi.fn(() => Promise.resolve('part'));
  const part = createPart(load);
  await Promise.all([part(), part()]);
  vi.stubGlobal('navigator', { onLine: false });
  await expect(part()).resolves.toBe('part');
  expect(load).toHaveBeenCalledTimes(1);
});

test('a fault in the code itself stays that', async () => {
  const part = createPart(() => Promise.reject(new ReferenceError('x is not defined')));
  await expect(part()).rejects.toThrow('x is not defined');
});

test('a part that stands still is told of, and may still come', async () => {
  vi.useFakeTimers();
  let arrive: (part: string) => void = () => undefined;
  const part = createPart(() => new Promise<string>((resolve) => (arrive = resolve)));
  const first = part();
  first.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(20_000);
  await expect(first).rejects.toMatchObject({
    message: expect.stringContaining('has not arrived after 20 seconds'),
  });
  const second = part();
  arrive('part');
  await expect(second).resolves.toBe('part');
});
