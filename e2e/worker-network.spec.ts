import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { serveDist } from './support/dist-server.ts';
import { findExercise, firstLesson, resultOf, run } from './support/exercise.ts';
import { askWorker, keepWorkers, probeScript } from './support/probe-network.ts';
import { serviceCount } from './support/row-count.ts';

/** The site on a host that sends no policy, whose workers take the probe with them. */
const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const before = (path: string) => (/duckdb-worker|read-file\.worker/.test(path) ? probeScript : '');
      const server = await serveDist(join(import.meta.dirname, '../dist'), 'nothing', { before });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** A server that allows everybody, and what reached it. */
async function listen(): Promise<{ readonly url: string; readonly asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('here');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return { url, asked, close: () => server.close() };
}

test.beforeEach(({ page }) => page.addInitScript(keepWorkers));

test('the engine’s worker has no way to a network, a store or new code once it has started', async ({
  page,
  site,
}) => {
  // The code editor's worker would be another one.
  await page.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
  const server = await listen();
  await page.goto(site + firstLesson);
  const exercise = await findExercise(page, 'Choose your columns');
  await run(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));

  expect(await page.evaluate(askWorker, [0, server.url] as const)).toEqual([]);
  expect(server.asked).toEqual([]);
  await run(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));

  // The same probe finds all of it open before the start: no header of the host and no policy of the page closes it.
  const url =
    page
      .workers()
      .find((worker) => worker.url().includes('duckdb-worker'))
      ?.url() ?? '';
  await page.evaluate((script) => void new Worker(script), url);
  const open = await page.evaluate(askWorker, [1, server.url] as const);
  expect(open).toEqual(
    expect.arrayContaining(['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'eval', 'importScripts']),
  );
  expect(server.asked).toContain('/?fetch');
  server.close();
});

test('the worker that reads a person’s own file has none either', async ({ page, site }) => {
  const server = await listen();
  await page.goto(`${site}/explore/`);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'trees.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('tree,height\noak,20\nelm,15\n'),
  });
  await expect(page.locator('.app-notice--good', { hasText: 'is the table' })).toBeVisible({
    timeout: 30_000,
  });
  const urls = await page.evaluate(() => (globalThis as unknown as { keptUrls: string[] }).keptUrls);
  const reader = urls.findIndex((url) => url.includes('read-file'));
  expect(reader).toBeGreaterThanOrEqual(0);
  expect(await page.evaluate(askWorker, [reader, server.url] as const)).toEqual([]);
  expect(server.asked).toEqual([]);
  server.close();
});
