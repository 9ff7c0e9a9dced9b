import { expect, test } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';
import { findFaults, measureOverflow } from './support/soundness.ts';

/** The HTML of every page that a person can reach from the home page, by its path, and the links between them. */
async function crawl(request: APIRequestContext) {
  const pages = new Map<string, string>();
  const links: { from: string; to: string; anchor: string }[] = [];
  const files = new Set<string>();
  const waiting = ['/'];
  let origin = '';
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    const response = await request.get(path);
    expect(response.status(), `status of ${path}`).toBe(200);
    const html = await response.text();
    pages.set(path, html);
    const here = new URL(response.url());
    origin = here.origin;
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
      const target = new URL(href.replaceAll('&amp;', '&'), here);
      if (target.origin !== here.origin) continue;
      links.push({ from: path, to: target.pathname, anchor: target.hash.slice(1) });
      if (target.pathname.endsWith('/')) {
        if (!pages.has(target.pathname)) waiting.push(target.pathname);
      } else if (!files.has(target.pathname)) {
        // A file to download: it must be there, but it is no page to look at.
        files.add(target.pathname);
        expect((await request.head(target.pathname)).status(), `status of ${target.pathname}`).toBe(200);
      }
    }
  }
  return { origin, pages, links };
}

/** What a page must not do: report an error, break its content policy, or ask another host for anything. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!own) complaints.push(`request to ${url.href}`);
  });
  return complaints;
}

/** Brings every part of the page to life and into view, as somebody does who reads it to the end. */
async function readToTheEnd(page: Page) {
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((details) => details.setAttribute('open', '')));
  // An island has no box of its own, so what stands in it is what comes into view.
  for (const island of await page.locator('astro-island').all()) {
    await island.evaluate((element) => {
      element.firstElementChild?.scrollIntoView();
      // What waits for a pointer gets one.
      element.firstElementChild?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    });
    await expect(island).not.toHaveAttribute('ssr');
  }
}

test('every link of the site leads to a page, and every anchor to its place', async ({ request }) => {
  const { pages, links } = await crawl(request);
  expect([...pages.keys()].some((path) => /^\/lessons\/.+\/.+\/$/.test(path))).toBe(true);
  expect([...pages.keys()].some((path) => /^\/datasets\/.+\/$/.test(path))).toBe(true);
  const isThere = ({ to, anchor }: { to: string; anchor: string }) => {
    // A question for the Explore page, of a dataset that has a page.
    const [, asked] = /^ask=([a-z-]+)/.exec(anchor) ?? [];
    return asked === undefined ? pages.get(to)?.includes(`id="${anchor}"`) : pages.has(`/datasets/${asked}/`);
  };
  expect(links.filter((link) => link.anchor !== '' && !isThere(link))).toEqual([]);
});

test('no words run together where a link or code begins or ends', async ({ request }) => {
  const { pages } = await crawl(request);
  const together =
    /.{0,20}(?:<\/(?:a|code|strong|kbd)>[A-Za-z0-9(]|[A-Za-z0-9,;:)]<(?:a|code|strong|kbd)[ >]).{0,20}/g;
  expect(
    [...pages].flatMap(([path, html]) => (html.match(together) ?? []).map((at) => `${path}: ${at}`)),
  ).toEqual([]);
});

/** Words of those who made the site, which nobody else should have to ask about. Code, and names of columns, may hold any. */
const jargon =
  /\b(?:varchar|bigint|decimal\(|mutants?|witness(?:es)?|near miss(?:es)?|other text you typed|parser|binder|catalog error|hydrat\w*|answer key)\b/i;

test('no page speaks in the words of those who made it', async ({ request }) => {
  const { pages } = await crawl(request);
  const hidden = /<(script|style|template|code|pre|kbd)\b[^]*?<\/\1>/g;
  const said = [...pages].map(
    ([path, html]) =>
      `${path}: ${html
        .replace(hidden, ' ')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')}`,
  );
  expect(said.every((text) => text.length > 500)).toBe(true);
  expect(
    said.flatMap((text) => (jargon.test(text) ? [text.split(':')[0], jargon.exec(text)?.[0]] : [])),
  ).toEqual([]);
});

/** How many folders below these hold pages that are made alike. */
const foldersAlike: Readonly<Record<string, number>> = { lessons: 2, datasets: 1 };

/** What pages that are made alike have in common: the same for every lesson. */
function toKind(path: string): string {
  const [, first = '', ...others] = path.split('/');
  const alike = foldersAlike[first] ?? 0;
  return [first, ...others.map((part, place) => (place < alike && part !== '' ? '*' : part))].join('/');
}

/**
 * Pages for one of two looks: of each kind half, and the other half for the other look. A kind of which there is but one page
 * is looked at twice.
 */
function toShare(paths: readonly string[], look: 0 | 1): string[] {
  const kinds = Map.groupBy(paths, toKind);
  return [...kinds.values()].flatMap((alike) =>
    alike.length === 1 ? alike : alike.toSorted().filter((_, index) => index % 2 === look),
  );
}

// Colours and widths do not depend on each other: two looks see both of each, and every page is measured at both widths.
for (const [look, colorScheme, width] of [
  [0, 'light', 320],
  [1, 'dark', 1280],
] as const) {
  test(`every page is sound: some in ${colorScheme} colours at ${width} px`, async ({ browser, request }) => {
    test.setTimeout(600_000);
    const { origin, pages } = await crawl(request);
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 800 },
    });
    for (const path of toShare([...pages.keys(), '/404.html'], look)) {
      await test.step(path, async () => {
        const page = await context.newPage();
        const complaints = watch(page, origin);
        await page.goto(path);
        await readToTheEnd(page);

        await expect.soft(page, path).toHaveTitle(/Lunchtime Code Club/);
        await expect.soft(page.locator('h1'), path).toHaveCount(1);
        const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
        expect
          .soft(
            ids.filter((id, index) => ids.indexOf(id) < index),
            `repeated ids on ${path}`,
          )
          .toEqual([]);
        expect.soft(await findFaults(page), `axe on ${path}`).toEqual([]);
        for (const window of [width, width === 320 ? 1280 : 320]) {
          await page.setViewportSize({ width: window, height: 800 });
          expect
            .soft(await measureOverflow(page), `sideways scrolling of ${path} at ${window} px`)
            .toBeLessThanOrEqual(0);
        }
        expect.soft(complaints, path).toEqual([]);
        await page.close();
      });
    }
    await context.close();
  });
}

/** How far things in sight jump about while nobody does anything, by the Layout Instability API: 0 for not at all. */
async function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What was seen so far comes with the next frames.
        setTimeout(() => resolve(total), 200);
      }),
  );
}

test('nothing jumps about while a page loads on a wide screen', async ({ page, request }) => {
  test.setTimeout(400_000);
  const { pages } = await crawl(request);
  for (const path of toShare([...pages.keys()], 0)) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect.soft(await measureShift(page), path).toBeLessThan(0.01);
  }
});

test('a chosen theme is there before the page is painted, whatever the device says', async ({ browser }) => {
  const context = await browser.newContext({ colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.getByRole('status')).toContainText('Saved');
  await page.goto('/', { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body !== null);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('color-scheme', 'dark');
  await context.close();
});

test('a lesson can be read without JavaScript', async ({ browser, request }) => {
  const { pages } = await crawl(request);
  const lessons = [...pages.keys()].filter((path) => /^\/lessons\/[^/]+\/[^/]+\/$/.test(path));
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const lesson of lessons) {
    await page.goto(lesson);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What to take from this' })).toBeVisible();
    await page.getByText('What we check', { exact: true }).first().click();
    await expect(page.locator('.app-task__checks').first()).toBeVisible();
    // Chromium does not draw <noscript> when Playwright switches scripts off; a person's browser does.
    expect(pages.get(lesson)).toMatch(/<noscript>[^]*turn on JavaScript/);
    const query = page.locator('.app-task', { hasText: 'Look at the table' }).first();
    await query.getByText(/^Look at the tables?$/).click();
    await query.getByRole('link', { name: 'See the tables in this lesson' }).click();
    await page.getByText('Look at the tables of this lesson', { exact: true }).click();
    await expect(page.getByRole('columnheader', { name: 'Column' }).first()).toBeVisible();
  }
  await context.close();
});

test('code is a stop of the Tab key only where it scrolls', async ({ page }) => {
  const lesson = '/lessons/asking-questions/02-counting-and-comparing/facilitator/';
  const findStops = () =>
    page.locator('.app-code').evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          scrolls: element.scrollWidth > element.clientWidth,
          tabIndex: (element as HTMLElement).tabIndex,
        })),
    );
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(lesson);
    await page.locator('details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')));
    await expect
      .poll(async () => (await findStops()).filter(({ scrolls, tabIndex }) => scrolls !== (tabIndex === 0)))
      .toEqual([]);
    // There are some of the kind that this width is for.
    expect((await findStops()).some(({ scrolls }) => scrolls === (width === 320))).toBe(true);
  }
});

/** How large a finger's target must be, in CSS pixels. */
const leastTarget = 44;

for (const half of [0, 1])
  test(`on a phone no page jumps, and each thing to press is large enough for a finger: half ${half + 1}`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(400_000);
    const { pages } = await crawl(request);
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    for (const path of [...pages.keys()].toSorted().filter((_, index) => index % 2 === half)) {
      await page.goto(path, { waitUntil: 'networkidle' });
      expect.soft(await measureShift(page), path).toBeLessThan(0.01);
      await readToTheEnd(page);
      const small = await page
        .locator(
          'button, input:not([type=hidden]), select, textarea, summary, nav a, footer li a, .govuk-button',
        )
        .evaluateAll(
          (all, least) =>
            all
              .filter(
                (element) =>
                  element.checkVisibility({ visibilityProperty: true }) &&
                  !element.closest('.govuk-visually-hidden'),
              )
              // A box is pressed by its label too.
              .map((element) => ({
                element,
                boxes: [element, ...((element as HTMLInputElement).labels ?? [])].map((each) =>
                  each.getBoundingClientRect(),
                ),
              }))
              .filter(({ boxes }) =>
                boxes.every(({ width, height }) => width > 1 && Math.round(height) < least),
              )
              .map(
                ({ element, boxes }) =>
                  `${Math.round(boxes[0]?.height ?? 0)}: ${element.outerHTML.slice(0, 110)}`,
              ),
          leastTarget,
        );
      expect.soft(small, path).toEqual([]);
    }
    await context.close();
  });

test('the keyboard reaches the text past the navigation first', async ({ page }) => {
  await page.goto('/lessons/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});
