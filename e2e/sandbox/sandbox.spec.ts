import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';
import { abuses, rightAfter } from './abuses.ts';
import { buildSandboxSite, startServer, type LoggingServer } from './logging-server.ts';

let site: LoggingServer;
let elsewhere: LoggingServer;

test.describe.configure({ mode: 'serial' });

let files: ReadonlyMap<string, string>;
test.beforeAll(async () => {
  files = await buildSandboxSite();
  site = await startServer(files);
  elsewhere = await startServer(new Map());
});
test.afterAll(() => {
  site.close();
  elsewhere.close();
});

async function openPage(page: Page, url = site.url): Promise<void> {
  await page.goto(`${url}/`);
  await page.waitForFunction(() => typeof window.createSandbox === 'function');
  await page.evaluate(() => {
    window.sandbox = window.createSandbox('/sandbox/');
  });
}

/** Runs in a worker that runs of the same series share. */
function runInSeries(page: Page, body: string, series: number): Promise<SandboxOutcome> {
  return page.evaluate(
    ([text, number]) => window.sandbox.run(text, [], { rowLimit: 10, timeLimitMs: 20_000, series: number }),
    [body, series] as const,
  );
}

function run(page: Page, body: string, timeLimitMs = 3_000): Promise<SandboxOutcome> {
  return page.evaluate(
    ([text, limit]) => window.sandbox.run(text, [], { rowLimit: 1_000, timeLimitMs: limit }),
    [body, timeLimitMs] as const,
  );
}

/** The next run knows nothing of the one before. */
async function expectFresh(page: Page): Promise<void> {
  expect(await run(page, rightAfter.body, 20_000)).toEqual(rightAfter.outcome);
}

/** One page for all: what one run does must not reach the next. */
let page: Page;
async function openShared(browser: Browser): Promise<void> {
  page = await (await browser.newContext()).newPage();
  await openPage(page);
}

test.describe('of what a text may try', () => {
  test.beforeAll(({ browser }) => openShared(browser));
  test.afterAll(() => page.context().close());

  for (const { tries, body, ends } of abuses) {
    test(`nothing comes of ${tries}`, async () => {
      const before = [site.asked.length, elsewhere.asked.length];
      const outcome = await run(page, body(site.url, elsewhere.url), ends === 'table' ? 20_000 : 3_000);
      if (ends === 'table') expect(outcome).toMatchObject({ reply: { status: 'table' } });
      if (ends === 'error') {
        expect(outcome.status).toBe('replied');
        expect(outcome).not.toMatchObject({ reply: { status: 'table' } });
      }
      if (ends === 'stopped') expect(outcome).toEqual({ status: 'timeout', limitMs: 3_000 });
      await expectFresh(page);
      expect([site.asked.length, elsewhere.asked.length]).toEqual(before);
      expect(await page.context().cookies()).toEqual([]);
      expect(await readStores(page)).toEqual([0, 0, 0]);
    });
  }

  test('the same text does reach both servers from a worker without the sandbox', async () => {
    const before = [site.asked.length, elsewhere.asked.length];
    await page.evaluate(
      async (addresses) => {
        const text = addresses
          .map((url) => `fetch('${url}/seen').catch(() => 0)`)
          .concat("indexedDB.open('kept')")
          .join(';');
        new Worker(URL.createObjectURL(new Blob([text])));
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      },
      [site.url, elsewhere.url],
    );
    expect([site.asked.length, elsewhere.asked.length]).toEqual(before.map((count) => count + 1));
    expect(await readStores(page)).toEqual([0, 1, 0]);
  });
});

/** How much the site has stored: texts, databases, caches. */
function readStores(of: Page): Promise<number[]> {
  return of.evaluate(async () => [
    localStorage.length,
    (await indexedDB.databases()).length,
    'caches' in window ? (await caches.keys()).length : 0,
  ]);
}

test('a text that is stopped ends at once, and the page stays alive while it runs', async ({ page }) => {
  await openPage(page);
  await expectFresh(page);
  const { outcome, longestStallMs } = await page.evaluate(async () => {
    let last = performance.now();
    let longest = 0;
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const running = window.sandbox.run('for (;;);', [], { rowLimit: 1, timeLimitMs: 60_000 });
    setTimeout(() => window.sandbox.stop(), 1_000);
    const ended = await running;
    clearInterval(timer);
    return { outcome: ended, longestStallMs: longest };
  });
  expect(outcome).toEqual({ status: 'cancelled' });
  expect(longestStallMs).toBeLessThan(900);
  await expectFresh(page);
});

test('runs of a series share a worker, which no other run sees', async ({ page }) => {
  await openPage(page);
  const count = 'self.runs = (self.runs ?? 0) + 1; return aq.table({ runs: [self.runs] });';
  const runsOf = (outcome: SandboxOutcome) =>
    outcome.status === 'replied' && outcome.reply.status === 'table'
      ? outcome.reply.columns[0]?.values
      : outcome;
  expect(runsOf(await runInSeries(page, count, 1))).toEqual([1]);
  expect(runsOf(await runInSeries(page, count, 1))).toEqual([2]);
  expect(runsOf(await runInSeries(page, count, 2))).toEqual([1]);
  expect(runsOf(await runInSeries(page, count, 1))).toEqual([1]);
  await expectFresh(page);
  expect(runsOf(await runInSeries(page, count, 1))).toEqual([1]);
  await page.evaluate(() => window.sandbox.endSeries(1));
  expect(runsOf(await runInSeries(page, count, 1))).toEqual([1]);
});

test('opened directly, the page does nothing', async ({ page }) => {
  await page.goto(`${site.url}/sandbox/`);
  await expect(page.getByText('By itself it does nothing.')).toBeVisible();
  const replied = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(true);
        window.postMessage('open', '*', [port2]);
        setTimeout(() => resolve(false), 500);
      }),
  );
  expect(replied).toBe(false);
});

for (const [header, value] of [
  ['X-Frame-Options', 'DENY'],
  ['Content-Security-Policy', "default-src 'self'; script-src 'self'"],
  ['Content-Security-Policy', "script-src 'self' 'unsafe-inline'; worker-src blob:"],
] as const) {
  test(`where the host sends ${header}: ${value}, the page says what to change`, async ({ page }) => {
    const strict = await startServer(files, { [header]: value });
    try {
      await openPage(page, strict.url);
      const outcome = await run(page, rightAfter.body);
      expect(outcome.status).toBe('failed');
      expect(JSON.stringify(outcome)).toMatch(/\/sandbox\/ must be sent without X-Frame-Options/);
    } finally {
      strict.close();
    }
  });
}

test('where it does not arrive, the page says so, and the next run tries again', async ({ page }) => {
  await page.route('**/sandbox/', (route) => route.abort());
  await openPage(page);
  const outcome = await run(page, rightAfter.body);
  expect(outcome.status).toBe('failed');
  expect(JSON.stringify(outcome)).toContain('could not be downloaded');
  await page.unroute('**/sandbox/');
  await expectFresh(page);
});
