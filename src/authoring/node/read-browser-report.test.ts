import { expect, test } from 'vitest';
import { readBrowserReport } from './read-browser-report.ts';

const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

test('counts a test that passed at its second try as passed, and names it', () => {
  const report = {
    stats: { expected: 2, unexpected: 1, flaky: 2, skipped: 1 },
    suites: [
      {
        title: 'engine.spec.ts',
        specs: [spec('starts', 'expected'), spec('comes back', 'flaky'), spec('stops', 'unexpected')],
      },
      {
        title: 'exercise.spec.ts',
        specs: [spec('loads', 'skipped')],
        suites: [
          { title: 'an endless query', specs: [spec('is stopped', 'flaky'), spec('says so', 'expected')] },
        ],
      },
    ],
  };
  expect(readBrowserReport(report)).toEqual({
    passed: 4,
    failed: 2,
    secondTries: ['engine.spec.ts › comes back', 'exercise.spec.ts › an endless query › is stopped'],
  });
});
