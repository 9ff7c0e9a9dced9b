import { expect, test } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';
import { abuses, rightAfter } from '../sandbox/abuses.ts';
import { buildSandboxSite, startServer, type LoggingServer } from '../sandbox/logging-server.ts';
import { firefoxPath, openFirefox } from './open-firefox.ts';

test.skip(!firefoxPath, 'There is no Firefox here.');
test.describe.configure({ mode: 'serial' });

// One page for all: what one run does must not reach the next.
let browser: Browser;
let page: Page;
let site: LoggingServer;
let elsewhere: LoggingServer;

test.beforeAll(async () => {
  site = await startServer(await buildSandboxSite());
  elsewhere = await startServer(new Map());
  browser = await openFirefox();
  page = await browser.newPage();
  await page.goto(`${site.url}/`);
  await page.waitForFunction(() => typeof window.createSandbox === 'function');
  await page.evaluate(() => {
    window.sandbox = window.createSandbox('/sandbox/');
  });
});
test.afterAll(async () => {
  await browser.close();
  site.close();
  elsewhere.close();
});

function run(body: string, timeLimitMs: number): Promise<SandboxOutcome> {
  return page.evaluate(
    (text, limit) => window.sandbox.run(text, [], { rowLimit: 1_000, timeLimitMs: limit }),
    body,
    timeLimitMs,
  );
}

/** How much the site has stored: texts, databases, caches, cookies. */
function readStores(): Promise<number[]> {
  return page.evaluate(async () => [
    localStorage.length,
    (await indexedDB.databases()).length,
    'caches' in window ? (await caches.keys()).length : 0,
    document.cookie.length,
  ]);
}

for (const { tries, body, ends } of abuses) {
  test(`in Firefox nothing comes of ${tries}`, async () => {
    const before = [site.asked.length, elsewhere.asked.length];
    const outcome = await run(body(site.url, elsewhere.url), ends === 'table' ? 20_000 : 3_000);
    if (ends === 'table') expect(outcome).toMatchObject({ reply: { status: 'table' } });
    if (ends === 'error') {
      expect(outcome.status).toBe('replied');
      expect(outcome).not.toMatchObject({ reply: { status: 'table' } });
    }
    if (ends === 'stopped') expect(outcome).toEqual({ status: 'timeout', limitMs: 3_000 });
    expect(await run(rightAfter.body, 20_000)).toEqual(rightAfter.outcome);
    expect([site.asked.length, elsewhere.asked.length]).toEqual(before);
    expect(await readStores()).toEqual([0, 0, 0, 0]);
  });
}

test('in Firefox the same text does reach both servers from a worker without the sandbox', async () => {
  const before = [site.asked.length, elsewhere.asked.length];
  await page.evaluate(
    async (addresses) => {
      const text = addresses.map((url) => `fetch('${url}/seen').catch(() => 0)`).join(';');
      new Worker(URL.createObjectURL(new Blob([text])));
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
    [site.url, elsewhere.url],
  );
  expect([site.asked.length, elsewhere.asked.length]).toEqual(before.map((count) => count + 1));
});
