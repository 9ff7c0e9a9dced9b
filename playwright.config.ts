import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './src/authoring/node/find-browser.ts';

const port = Number(process.env['PORT'] ?? 4329);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  // WebKit has a command of its own: npm run test:webkit.
  testIgnore: 'webkit/**',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // A machine that is shared can stall a page once; a test that fails twice is broken.
  retries: 1,
  reporter: [['line'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: browserArguments,
    },
  },
  webServer: {
    command: `npx astro preview --ignore-lock --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
