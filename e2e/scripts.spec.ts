import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { firstLesson } from './support/exercise.ts';

// A script of each kind that a page asks for is kept from arriving, one at a time: then the page works all the same, or says so.

interface Place {
  readonly path: string;
  /** The scripts of the part of the page that does it, and what draws it. */
  readonly island: RegExp;
  /** Does what the page is for. Resolves when that has gone well. */
  readonly use: (page: Page) => Promise<void>;
}

/** What a page says of a part that is missing, each with its way on. */
const saysSo =
  /does not work yet, because|could not be downloaded\. Check your connection|did not start\. Your text is kept\. Check/;

const places: readonly Place[] = [
  {
    path: firstLesson,
    island: /^(?:SqlPanel|client)\./,
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
    island: /^(?:ExplorePage|client)\./,
    async use(page) {
      await page.getByRole('textbox', { name: 'Your query' }).fill('SELECT 6 * 7 AS answer');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.getByRole('cell', { name: '42' })).toBeVisible({ timeout: 40_000 });
    },
  },
];

async function open(browser: Browser, { path }: Place, without: readonly string[] = []): Promise<Page> {
  // A browser of its own each time: what one page has, the next one would take from memory.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
  // Also when it is asked for a second time, by an address with a question in it.
  for (const script of without) await page.route(`**${script}*`, (route) => route.abort());
  // What styles say after 15 seconds they say here after two: see connection.spec.ts for the time itself.
  const developer = await context.newCDPSession(page);
  await developer.send('Animation.enable');
  await developer.send('Animation.setPlaybackRate', { playbackRate: 8 });
  await page.goto(new URL(path, test.info().project.use.baseURL).href);
  return page;
}

/**
 * Scripts without which the same imports fail, those that the page or a script asks for by themselves. A missing module fails an
 * import wherever it stands below it, so a page cannot tell one from another of its kind.
 */
interface Kind {
  /** The one that stands lowest. */
  readonly script: string;
  readonly count: number;
  /** Only other parts of the page need it. */
  readonly isAside: boolean;
}

/** The scripts that a page asks for until it has done what it is for. */
async function listKinds(browser: Browser, place: Place): Promise<Kind[]> {
  const page = await open(browser, place);
  await place.use(page);
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const paths = [...new Set(urls.map((url) => new URL(url).pathname))].filter((path) => path.endsWith('.js'));
  const texts = await Promise.all(
    paths.map(async (path) => (await page.request.get(new URL(path, page.url()).href)).text()),
  );
  await page.context().close();

  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const below = new Map(
    paths.map((path, index) => {
      const imports = (texts[index] ?? '').matchAll(/(?:from|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g);
      return [nameOf(path), new Set([...imports].map(([, file = '']) => nameOf(file)))] as const;
    }),
  );
  const reach = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const next of below.get(name) ?? []) reach(next, seen);
    return seen;
  };
  const isImported = (name: string) => [...below.values()].some((names) => names.has(name));
  // A script that others import too may be asked for by itself: its file's name then stands in a text that is no import of it.
  const isAskedFor = (name: string) =>
    texts.some((text) =>
      new RegExp(`import\\(\\s*["'\`]\\./${name.replaceAll('.', '\\.')}["'\`]`).test(text),
    );
  const asked = paths.map(nameOf).filter((name) => !isImported(name) || isAskedFor(name));
  const rootsOf = (path: string) => asked.filter((name) => reach(name).has(nameOf(path)));
  const kinds = Map.groupBy(paths, (path) => rootsOf(path).join(' '));
  return [...kinds.values()].map((scripts) => {
    const isLowest = (path: string) => scripts.every((other) => !below.get(nameOf(path))?.has(nameOf(other)));
    const [first = ''] = scripts;
    return {
      script: scripts.find(isLowest) ?? first,
      count: scripts.length,
      isAside: rootsOf(first).every((name) => !place.island.test(name) && !isAskedFor(name)),
    };
  });
}

/** So long a page must go on saying it: a part that is only slow is told of for a moment, since styles run ahead here. */
const stayMs = 2_000;

async function tryWithout(browser: Browser, scripts: readonly string[], place: Place): Promise<string> {
  const page = await open(browser, place, scripts);
  const said = page.getByText(saysSo).filter({ visible: true }).first();
  const waitUntilItStays = async (): Promise<string> => {
    await said.waitFor({ timeout: 40_000 });
    await page.waitForTimeout(stayMs);
    return (await said.isVisible()) ? 'says so' : waitUntilItStays();
  };
  try {
    return await Promise.any([place.use(page).then(() => 'works'), waitUntilItStays()]);
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
    const kinds = await listKinds(browser, place);
    const outcomes = new Map<string, string>();
    const tryAll = async (scripts: readonly string[]) => {
      const left = [...scripts];
      const tryNext = async () => {
        for (let script = left.pop(); script; script = left.pop())
          outcomes.set(script, await tryWithout(browser, [script], place));
      };
      await Promise.all([tryNext(), tryNext(), tryNext()]);
    };
    // What works without all of these works without any one of them. Nothing is said that is not so, either.
    const aside = kinds.filter(({ isAside }) => isAside).map(({ script }) => script);
    const withoutThem = await tryWithout(browser, aside, place);
    if (withoutThem === 'works') for (const script of aside) outcomes.set(script, withoutThem);
    await tryAll(kinds.map(({ script }) => script).filter((script) => !outcomes.has(script)));

    test.info().annotations.push({ type: 'scripts', description: JSON.stringify([kinds, ...outcomes]) });
    expect(kinds.reduce((total, { count }) => total + count, 0)).toBeGreaterThan(10);
    expect(aside.length).toBeGreaterThan(0);
    expect([...outcomes.values()]).toContain('works');
    expect([...outcomes.values()]).toContain('says so');
    expect([...outcomes].filter(([, outcome]) => outcome === 'says nothing')).toEqual([]);
  });
}
