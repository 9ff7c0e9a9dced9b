import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { buildSandboxPage } from '#src/sandbox/node/build-sandbox-page.ts';
import { buildCheckPage } from '#src/testing/bench/build-check-page.ts';
import { greedyAbuses, messageAbuses, networkAbuses, storageAbuses } from './abuses.ts';

/** A server that notes what it is asked for, and sends no header that would help. */
interface LoggingServer {
  readonly url: string;
  readonly asked: string[];
  readonly close: () => void;
}

let site: LoggingServer;
let elsewhere: LoggingServer;
let folder: string;

test.describe.configure({ mode: 'serial' });

async function startServer(
  files: ReadonlyMap<string, string>,
  headers: Record<string, string> = {},
): Promise<LoggingServer> {
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = url.split('?')[0] ?? '/';
    const content = files.get(path);
    if (content === undefined) asked.push(url);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'Content-Type': type,
      'Access-Control-Allow-Origin': '*',
      ...(path.startsWith('/sandbox') ? headers : {}),
    });
    response.end(content ?? '');
  });
  // Connections that are no request, as of a WebSocket, are noted too.
  server.on('upgrade', ({ url }, socket) => {
    asked.push(String(url));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

let files: Map<string, string>;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-spec-'));
  const publicDir = join(folder, 'public');
  await buildSandboxPage({ root: projectRoot, publicDir, cacheDir: join(projectRoot, '.cache') });
  const page = await buildCheckPage(projectRoot, folder, 'sandbox-page.ts');
  files = new Map([
    ['/', page.html],
    ['/check-page.js', await readFile(page.script, 'utf8')],
    ['/sandbox/', await readFile(join(publicDir, 'sandbox', 'index.html'), 'utf8')],
    ['/favicon.ico', ''],
  ]);
  site = await startServer(files);
  elsewhere = await startServer(new Map());
});
test.afterAll(async () => {
  site.close();
  elsewhere.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPage(page: Page, url = site.url): Promise<void> {
  await page.goto(`${url}/`);
  await page.waitForFunction(() => typeof window.createSandbox === 'function');
  await page.evaluate(() => {
    window.sandbox = window.createSandbox('/sandbox/');
  });
}

function run(page: Page, body: string, timeLimitMs = 3_000): Promise<SandboxOutcome> {
  return page.evaluate(
    ([text, limit]) => window.sandbox.run(text, [], { rowLimit: 1_000, timeLimitMs: limit }),
    [body, timeLimitMs] as const,
  );
}

const rightAfter = `return aq.table({ a: [1, 2] }).filter(d => d.a > 1)`;

/** The next run knows nothing of the one before. */
async function expectFresh(page: Page): Promise<void> {
  expect(await run(page, rightAfter, 20_000)).toEqual({
    status: 'replied',
    reply: {
      status: 'table',
      columns: [{ name: 'a', kind: 'number', values: [2] }],
      rowCount: 1,
      isGrouped: false,
    },
  });
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

  for (const { tries, body, ends } of [
    ...networkAbuses,
    ...storageAbuses,
    ...messageAbuses,
    ...greedyAbuses,
  ]) {
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
      const outcome = await run(page, rightAfter);
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
  const outcome = await run(page, rightAfter);
  expect(outcome.status).toBe('failed');
  expect(JSON.stringify(outcome)).toContain('could not be downloaded');
  await page.unroute('**/sandbox/');
  await expectFresh(page);
});
