import { expect, test as base } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { join } from 'node:path';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { countWords } from '#src/words/count-words.ts';
import { createVisitor, exercisePart } from '../path/visitor.ts';
import type { Visitor } from '../path/visitor.ts';
import { serveDist } from '../support/dist-server.ts';
import type { DistServer } from '../support/dist-server.ts';
import { firstLesson } from '../support/exercise.ts';
import { askWorker, keepWorkers, probeScript } from '../support/probe-network.ts';
import { serviceCount } from '../support/row-count.ts';
import { firefoxPath, openFirefox } from './open-firefox.ts';
import { createPuppeteerDriver } from './puppeteer-driver.ts';

const part = exercisePart('Choose your columns');
const typed = 'SELECT service FROM services';
const allRows = countWords(serviceCount, 'row');

interface Scene {
  readonly visitor: Visitor;
  readonly server: DistServer;
  readonly page: Page;
}

/** One row of the fault table in Firefox, as in e2e/faults/fault.ts. The text stays throughout. */
interface FirefoxFault {
  readonly fault: string;
  /** Firefox's own settings, for what cannot be broken in a page. */
  readonly preferences?: Readonly<Record<string, unknown>>;
  readonly before?: (scene: Scene) => unknown;
  /** Breaks it, or does what shows that it is broken, once the text is typed. */
  readonly happens: (scene: Scene) => Promise<void>;
  readonly says: RegExp;
  /** Takes the cause away, does what the page said, and proves that it works again. */
  readonly recover: (scene: Scene) => Promise<void>;
}

const runs = async ({ visitor }: Scene) => {
  await visitor.press(part, 'Run');
  await visitor.sees(part, allRows, 30_000);
};

const faults: readonly FirefoxFault[] = [
  {
    fault: 'the engine does not arrive',
    before: ({ server }) => server.refuse(/duckdb/),
    happens: ({ visitor }) => visitor.press(part, 'Run'),
    says: /could not be downloaded|did not start/,
    async recover(scene) {
      scene.server.refuse(undefined);
      await scene.visitor.press(part, 'Try again');
      await runs(scene);
    },
  },
  {
    fault: 'the answer key does not arrive',
    before: ({ server }) => server.refuse(/\/exercises\/.*\.json$/),
    happens: ({ visitor }) => visitor.press(part, 'Check my answer'),
    says: /could not be (?:downloaded|fetched|loaded|checked)/,
    async recover({ server, visitor }) {
      server.refuse(undefined);
      await visitor.press(part, 'Check my answer');
      await visitor.sees(part, 'Your result has 2 columns fewer than expected.', 30_000);
    },
  },
  {
    fault: 'a script that runs queries fails once, which Firefox remembers until a reload',
    before: ({ server }) => server.refuse(/\/_astro\/create-[^/]*engine[^/]*\.js$/),
    happens: ({ visitor }) => visitor.press(part, 'Run'),
    says: /Reload the page|load the page again/,
    async recover(scene) {
      scene.server.refuse(undefined);
      await Promise.all([scene.page.waitForNavigation(), scene.visitor.press(part, 'Reload the page')]);
      await scene.visitor.holds(part, typed);
      await runs(scene);
    },
  },
  {
    fault: 'the person’s settings forbid every site to store anything',
    preferences: { 'network.cookie.cookieBehavior': 2 },
    happens: runs,
    says: /does not let|not be kept|cannot save|not saved|keeps nothing|is kept in this tab|until you close/i,
    recover: runs,
  },
  {
    fault: 'the engine’s worker dies while it is idle',
    before: ({ page }) =>
      page.evaluateOnNewDocument(() => {
        const Usual = Worker;
        const kept: Worker[] = [];
        Object.assign(globalThis, {
          keptWorkers: kept,
          Worker: class extends Usual {
            constructor(url: string | URL, options?: WorkerOptions) {
              super(url, options);
              kept.push(this);
            }
          },
        });
      }),
    async happens(scene) {
      await runs(scene);
      await scene.page.evaluate(() =>
        (globalThis as unknown as { keptWorkers: Worker[] }).keptWorkers.forEach((each) => each.terminate()),
      );
      // By itself, at the first Run: nobody is told to try a smaller query.
      await scene.visitor.press(part, 'Run');
    },
    says: new RegExp(allRows),
    recover: runs,
  },
  {
    fault: 'a query that never ends is stopped',
    async happens({ visitor }) {
      await visitor.write(part, 'SELECT count(*) FROM range(100000000000)');
      await visitor.press(part, 'Run');
      await visitor.press(part, 'Stop');
      await visitor.write(part, typed);
    },
    says: /Stopped/,
    recover: runs,
  },
];

const test = base.extend<object, { firefox: Browser }>({
  firefox: [
    async ({}, use) => {
      const browser = await openFirefox();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

test.skip(!firefoxPath, 'There is no Firefox here.');

for (const { fault, preferences, before, happens, says, recover } of faults) {
  test(`Firefox: ${fault}`, async ({ firefox }) => {
    const own = preferences && (await openFirefox(preferences));
    const server = await serveDist(join(projectRoot, 'dist'), 'text');
    const context = await (own ?? firefox).createBrowserContext();
    try {
      const page = await context.newPage();
      const visitor = createVisitor(createPuppeteerDriver(page), server.url);
      const scene: Scene = { visitor, server, page };
      await before?.(scene);
      await visitor.open(firstLesson);
      await visitor.write(part, typed);
      await happens(scene);
      await visitor.sees('//main', says, 30_000);
      await visitor.holds(part, typed);
      await recover(scene);
      await visitor.holds(part, typed);
    } finally {
      await context.close();
      await own?.close();
      await server.close();
    }
  });
}

test('in Firefox the engine’s worker has no way to a network once it has started, on a host without headers', async ({
  firefox,
}) => {
  const before = (path: string) => (/duckdb-worker|read-file\.worker/.test(path) ? probeScript : '');
  const server = await serveDist(join(projectRoot, 'dist'), 'nothing', { before });
  const context = await firefox.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.evaluateOnNewDocument(keepWorkers);
    const visitor = createVisitor(createPuppeteerDriver(page), server.url);
    await visitor.open(firstLesson);
    await visitor.write(part, typed);
    await visitor.press(part, 'Run');
    await visitor.sees(part, allRows, 30_000);
    const engine = await page.evaluate(() =>
      (globalThis as unknown as { keptUrls: string[] }).keptUrls.findIndex((url) =>
        url.includes('duckdb-worker'),
      ),
    );
    expect(engine).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(askWorker, [engine, `${server.url}/`] as const)).toEqual([]);

    // The same probe finds the ways open before the start: no header of the host and no policy of the page closes them.
    const count = await page.evaluate((index) => {
      const { keptUrls, keptWorkers } = globalThis as unknown as {
        keptUrls: string[];
        keptWorkers: Worker[];
      };
      void new Worker(keptUrls[index] ?? '');
      return keptWorkers.length;
    }, engine);
    const open = await page.evaluate(askWorker, [count - 1, `${server.url}/`] as const);
    expect(open).toEqual(
      expect.arrayContaining(['fetch', 'XMLHttpRequest', 'WebSocket', 'indexedDB', 'eval']),
    );
  } finally {
    await context.close();
    await server.close();
  }
});
