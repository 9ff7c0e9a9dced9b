import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { TestSite } from '../src/testing/test-site.ts';
import { createTestSite } from '../src/testing/test-site.ts';
import type { RunOutcome } from '../src/results/run-outcome.ts';

const root = join(import.meta.dirname, '..');

const test = base.extend<{ trial: Page }, { site: TestSite }>({
  site: [
    async ({}, use, { workerIndex }) => {
      const site = await createTestSite({
        root,
        folder: join(root, 'test-results', `.engine-${workerIndex}`),
        cacheDir: join(root, '.cache'),
        pageScript: join(root, 'e2e/support/engine-page.ts'),
        slim: true,
      });
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  trial: async ({ page, site }, use) => {
    await openTrial(page, site);
    await use(page);
  },
});

async function openTrial(page: Page, site: TestSite): Promise<void> {
  await page.goto(site.url);
  await page.waitForFunction(() => 'createTrial' in window);
  await page.evaluate(
    (assets) => {
      window.trial = window.createTrial(assets);
    },
    { engine: site.engine, datasets: site.datasets },
  );
}

function run(page: Page, text: string, timeLimitMs?: number): Promise<RunOutcome> {
  return page.evaluate(([sql, limit]) => window.trial.run(sql, limit), [text, timeLimitMs] as const);
}

/** The next query after whatever happened: the tables are there and the engine answers. */
async function expectIntact(page: Page): Promise<void> {
  const outcome = await run(page, 'SELECT count(*) AS services, sum(transactions) AS total FROM services');
  expect(outcome).toMatchObject({ status: 'ok', table: { rows: [[658, 216_811_000]] } });
}

/** A second or so, and room for a machine that runs other tests meanwhile. */
async function expectBackSoon(page: Page): Promise<void> {
  const startedAt = Date.now();
  await expectIntact(page);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
}

const endless =
  'WITH RECURSIVE counting AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM counting) SELECT count(*) FROM counting';

test('tells how far the download is, then runs a query', async ({ trial, site }) => {
  await expectIntact(trial);
  const statuses = await trial.evaluate(() => window.trial.statuses);
  const { modulePacked, scriptPacked } = site.engine;
  const totalBytes = modulePacked.bytes + scriptPacked.bytes + (site.datasets[0]?.bytes ?? 0);
  expect(statuses[0]).toEqual({ state: 'starting', loadedBytes: 0, totalBytes });
  expect(statuses).toContainEqual({ state: 'starting', loadedBytes: totalBytes, totalBytes });
  expect(statuses.slice(-3).map(({ state }) => state)).toEqual(['ready', 'busy', 'ready']);
});

test('asks no other host for anything, even for a query that needs an extension', async ({ trial, site }) => {
  const hosts = new Set<string>();
  trial.on('request', (request) => hosts.add(new URL(request.url()).host));
  await expectIntact(trial);
  for (const text of [
    `SELECT '{"a": 1}'::JSON`,
    "SELECT now() AT TIME ZONE 'Europe/London'",
    "FROM 'https://localhost/x.parquet'",
  ]) {
    expect((await run(trial, text)).status).toBe('error');
  }
  // `data:,` is where the engine would look for its module if the page had not handed it over.
  expect([...hosts].filter((host) => host !== new URL(site.url).host && host !== '')).toEqual([]);
});

test('stops a query that never ends at the limit, and is back at once without a download', async ({
  trial,
}) => {
  await expectIntact(trial);
  expect(await run(trial, endless, 1_000)).toEqual({ status: 'timeout', limitMs: 1_000 });
  const requests: string[] = [];
  trial.on('request', (request) => requests.push(request.url()));
  await expectBackSoon(trial);
  expect(requests.filter((url) => /\.(?:wasm|bin|duckdb)$/.test(url))).toEqual([]);
});

test('stops a query when asked to', async ({ trial }) => {
  await expectIntact(trial);
  const outcome = await trial.evaluate(async (sql) => {
    const running = window.trial.run(sql);
    setTimeout(() => window.trial.engine.stop(), 300);
    return running;
  }, endless);
  expect(outcome).toEqual({ status: 'cancelled' });
  await expectBackSoon(trial);
});

test('runs one query after another when several are asked for at once', async ({ trial }) => {
  const outcomes = await trial.evaluate(() =>
    Promise.all(['SELECT 1', 'SELECT 2', 'SELECT 3'].map((sql) => window.trial.run(sql))),
  );
  expect(outcomes.map((outcome) => outcome.status === 'ok' && outcome.table.rows)).toEqual([
    [[1]],
    [[2]],
    [[3]],
  ]);
});

test('is as before, whatever a query tried to change', async ({ trial }) => {
  for (const text of [
    'DROP VIEW services',
    'DROP TABLE services',
    'DELETE FROM trial_data.services',
    'DETACH trial_data',
    'COMMIT',
    'SELECT 1; COMMIT',
    'EXPLAIN ANALYZE COMMIT',
    "SET memory_limit = '1KB'",
    'SET autoload_known_extensions = true',
    'CREATE OR REPLACE VIEW services AS SELECT 0 AS transactions',
    'CREATE TEMP TABLE services AS SELECT 0 AS transactions',
    "CREATE MACRO count_if(x) AS 'mine'",
    'SELECT nope FROM services',
  ]) {
    await test.step(text, async () => {
      await run(trial, text);
      await expectIntact(trial);
    });
  }
});

test('counts ten million rows and shows a thousand', async ({ trial }) => {
  const outcome = await run(trial, 'SELECT range AS number, range * 2 AS twice FROM range(10000000)');
  if (outcome.status !== 'ok') throw new Error(JSON.stringify(outcome));
  expect(outcome.table.rows).toHaveLength(1000);
  expect(outcome.table.rowCount).toBe(10_000_000);
  await expectIntact(trial);
});

test('shows a thousand columns', async ({ trial }) => {
  const outcome = await run(
    trial,
    `SELECT ${Array.from({ length: 1000 }, (_, index) => `${index} AS c`).join()}`,
  );
  if (outcome.status !== 'ok') throw new Error(JSON.stringify(outcome));
  expect(outcome.table.columns).toHaveLength(1000);
  await expectIntact(trial);
});

for (const text of [
  'SELECT list(range) FROM range(200000000)',
  "SELECT repeat('x', 200000000) || range FROM range(100)",
  'SELECT a.range, string_agg(b.range::VARCHAR) FROM range(3000) AS a, range(30000) AS b GROUP BY 1 ORDER BY 2',
]) {
  test(`survives running out of memory: ${text}`, async ({ trial }) => {
    const outcome = await run(trial, text);
    expect(outcome.status).not.toBe('ok');
    if (outcome.status === 'error') expect(outcome.error.message).toMatch(/memory|engine/);
    await expectIntact(trial);
  });
}

test('refuses data that arrived changed, runs nothing, and works once the data is right', async ({
  page,
  site,
}) => {
  await page.route('**/trial-data.duckdb', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[5000] = (body[5000] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await openTrial(page, site);
  const outcome = await run(page, 'SELECT 1');
  expect(outcome).toMatchObject({
    status: 'error',
    error: { message: expect.stringMatching(/The data arrived changed/) },
  });
  await page.unroute('**/trial-data.duckdb');
  await expectIntact(page);
});

test('refuses an engine that arrived changed, and works once it is right', async ({ page, site }) => {
  const packed = '**/duckdb-module.bin';
  await page.route(packed, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[5000] = (body[5000] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await openTrial(page, site);
  expect(await run(page, 'SELECT 1')).toMatchObject({
    status: 'error',
    error: { message: expect.stringMatching(/The query engine arrived changed/) },
  });
  await page.unroute(packed);
  await expectIntact(page);
});

test('takes the plain files in a browser that cannot unpack', async ({ page, site }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
  await openTrial(page, site);
  await expectIntact(page);
  expect(requests).toContain('duckdb.wasm');
  expect(requests.filter((name) => name.endsWith('.bin'))).toEqual([]);
});

test('starts where the host forbids scripts from memory', async ({ page, site }) => {
  await page.route('**/duckdb-worker.js', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  const plain = page.waitForRequest('**/duckdb-script.js');
  await openTrial(page, site);
  await expectIntact(page);
  await plain;
});

for (const [part, path, words] of [
  ['engine', '**/duckdb-module.bin', /query engine could not be downloaded/],
  ['data', '**/trial-data.duckdb', /data could not be downloaded/],
  ['worker', '**/duckdb-worker.js', /did not start/],
] as const) {
  test(`says so when the ${part} cannot be downloaded, and starts when tried again`, async ({
    page,
    site,
  }) => {
    await page.route(path, (route) => route.abort());
    await openTrial(page, site);
    await page.evaluate(() => window.trial.engine.start());
    expect(await page.evaluate(() => window.trial.engine.status())).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(words),
    });
    await page.unroute(path);
    await page.evaluate(() => window.trial.engine.start());
    expect(await page.evaluate(() => window.trial.engine.status())).toEqual({ state: 'ready' });
    await expectIntact(page);
  });
}

test('names the answer of a server that refuses', async ({ page, site }) => {
  await page.route('**/duckdb-module.bin', (route) => route.fulfill({ status: 503 }));
  await openTrial(page, site);
  expect(await run(page, 'SELECT 1')).toMatchObject({ error: { message: expect.stringContaining('503') } });
});

/** To run before the page's scripts: `killWorkers` ends its workers without a word, as a browser does that wants memory. */
function keepKillable(): void {
  const kept = new Set<Worker>();
  const Usual = Worker;
  class KeptWorker extends Usual {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      kept.add(this);
    }
  }
  const killWorkers = () => kept.forEach((worker) => worker.terminate());
  Object.assign(globalThis, { Worker: KeptWorker, killWorkers, countWorkers: () => kept.size });
}

const slow =
  'SELECT count(*) AS pairs FROM range(60000) AS a, range(40000) AS b WHERE a.range <> b.range + 1';

test.describe('a worker that dies without a word', () => {
  test.beforeEach(({ page }) => page.addInitScript(keepKillable));
  const kill = (page: Page) =>
    page.evaluate(() => (globalThis as unknown as { killWorkers(): void }).killWorkers());

  test('while it starts is not blamed on the connection, and the next try works', async ({ page, site }) => {
    await page.addInitScript(() => {
      const usual = Reflect.get(Worker.prototype, 'postMessage') as (...given: unknown[]) => void;
      let deadly = true;
      Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
        const begins = (given[0] as { module?: unknown } | null)?.module !== undefined;
        if (deadly && begins) this.terminate();
        else usual.apply(this, given);
      };
      Object.assign(globalThis, { letLive: () => (deadly = false) });
    });
    await openTrial(page, site);
    const startedAt = Date.now();
    await page.evaluate(() => window.trial.engine.start());
    // The browser tells of it at once: nobody waits for the limit of a start.
    expect(Date.now() - startedAt).toBeLessThan(30_000);
    expect(await page.evaluate(() => window.trial.engine.status())).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/could not start in this browser/),
    });
    await page.evaluate(() => (globalThis as unknown as { letLive(): void }).letLive());
    await page.evaluate(() => window.trial.engine.start());
    await expectIntact(page);
  });

  test('while it is idle is replaced at the next run', async ({ page, site }) => {
    await openTrial(page, site);
    await expectIntact(page);
    await kill(page);
    const startedAt = Date.now();
    await expectIntact(page);
    // It gets some seconds to give a sign, and not the whole limit of a query.
    expect(Date.now() - startedAt).toBeLessThan(9_500);
  });

  test('at work is replaced, and the work done once more', async ({ page, site }) => {
    await openTrial(page, site);
    await expectIntact(page);
    const running = run(page, slow, 50_000);
    await page.waitForTimeout(300);
    await kill(page);
    expect(await running).toMatchObject({ status: 'ok', table: { rowCount: 1 } });
    await expectIntact(page);
  });

  test('again and again is said so, and blames no limit', async ({ page, site }) => {
    await openTrial(page, site);
    await expectIntact(page);
    const running = run(page, endless, 50_000);
    for (const nth of [1, 2]) {
      const stateOf = () =>
        page.evaluate(() => [
          (globalThis as unknown as { countWorkers(): number }).countWorkers(),
          window.trial.engine.status().state,
        ]);
      await expect.poll(stateOf).toEqual([nth, 'busy']);
      await page.waitForTimeout(300);
      await kill(page);
    }
    expect(await running).toMatchObject({
      status: 'error',
      error: { message: expect.stringMatching(/stopped by itself twice.*Your text is kept/) },
    });
    await expectIntact(page);
  });
});

test('a query that breaks the engine is done once more, then told of, and the next one runs', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    // As an engine that crashes: its worker reports an error that nobody caught.
    const usual = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...given: [{ data?: unknown }, never]) {
      usual.apply(this, given);
      if (JSON.stringify(given[0]?.data ?? null).includes('breaks the engine'))
        this.dispatchEvent(new ErrorEvent('error', { message: 'RuntimeError: unreachable' }));
    };
  });
  await openTrial(page, site);
  await expectIntact(page);
  expect(await run(page, "SELECT 'breaks the engine'")).toMatchObject({
    status: 'error',
    error: { message: expect.stringMatching(/stopped by itself twice/) },
  });
  await expectIntact(page);
});
