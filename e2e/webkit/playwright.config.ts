import { defineConfig } from '@playwright/test';

/** `npm run test:webkit`: the learner's path in Debian's WebKitGTK, which stands in for Safari. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/webkit',
  workers: 1,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list', { printSteps: true }]],
});
