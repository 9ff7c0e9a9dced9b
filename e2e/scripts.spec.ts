import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { firstLesson } from './support/exercise.ts';

// Each script that a page asks for is kept from arriving, one at a time: then the page works all the same, or says so.

interface Place {
  readonly path: string;
  /** Does what the page is for. Resolves when that has gone well. */
  readonly use: (page: Page) => Promise<void>;
}

/** What a page says of a part that is missing, each with its way on. */
const saysSo =
  /does not work yet, because|could not be downloaded\. Check your connection|did not start\. Your text is kept\. Check/;

const places: readonly Place[] = [
  {
    path: firstLesson,
    async use(page) {
      const exercise = page.getByRole('region', { name: 'Choose your columns' });
      await exercise.getByText('Your query', { exact: true }).scrollIntoViewIfNeeded();
      await exercise.getByRole('textbox', { name: /^Your query for/ }).fill('SELECT service FROM services');
      await exercise.getByRole('button', { name: 'Check my answer' }).click();
      await expect(exercise.locator('.app-notice__title')).toBeVisible({ timeout: 40_000 });
    },
  },
  {
    path: '/explore/',
    async use(page) {
      await page.getByRole('textbox', { name: 'Your query' }).fill('SELECT 6 * 7 AS answer');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.getByRole('cell', { name: '42' })).toBeVisible({ timeout: 40_000 });
    },
  },
];

async function open(browser: Browser, { path }: Place, without?: string): Promise<Page> {
  // A browser of its own each time: what one page has, the next one would take from memory.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
  if (without !== undefined) await page.route(`**${without}`, (route) => route.abort());
  // What styles say after 15 seconds they say here after two: see connection.spec.ts for the time itself.
  const developer = await context.newCDPSession(page);
  await developer.send('Animation.enable');
  await developer.send('Animation.setPlaybackRate', { playbackRate: 8 });
  await page.goto(new URL(path, test.info().project.use.baseURL).href);
  return page;
}

/** The scripts that a page asks for until it has done what it is for. */
async function listScripts(browser: Browser, place: Place): Promise<string[]> {
  const page = await open(browser, place);
  await place.use(page);
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  await page.context().close();
  return [...new Set(urls.map((url) => new URL(url).pathname))].filter((path) => path.endsWith('.js'));
}

async function tryWithout(browser: Browser, script: string, place: Place): Promise<string> {
  const page = await open(browser, place, script);
  const said = page.getByText(saysSo).filter({ visible: true }).first();
  try {
    return await Promise.any([
      place.use(page).then(() => 'works'),
      said.waitFor({ timeout: 40_000 }).then(() => 'says so'),
    ]);
  } catch {
    return 'says nothing';
  } finally {
    await page.context().close();
  }
}

for (const place of places) {
  test(`${place.path}: without any one of its scripts the page works, or says that it does not`, async ({
    browser,
  }) => {
    test.setTimeout(400_000);
    const scripts = await listScripts(browser, place);
    const outcomes = new Map<string, string>();
    const left = [...scripts];
    const tryNext = async () => {
      for (let script = left.pop(); script; script = left.pop())
        outcomes.set(script, await tryWithout(browser, script, place));
    };
    await Promise.all([tryNext(), tryNext(), tryNext()]);
    expect(scripts.length).toBeGreaterThan(10);
    expect([...outcomes.values()]).toContain('says so');
    expect([...outcomes].filter(([, outcome]) => outcome === 'says nothing')).toEqual([]);
    test.info().annotations.push({ type: 'scripts', description: JSON.stringify([...outcomes]) });
  });
}
