import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { damagedText } from '#src/testing/damage.ts';
import { parseAskLink, toAskLink } from '../src/explore/ask-link.ts';
import { parseShareLink, toShareLink } from '../src/explore/share-link.ts';
import { editorOf, findExercise, firstLesson } from './support/exercise.ts';

const seed = 20_261_127;
const link = toShareLink({ text: 'SELECT 1', datasets: ['nhs-ae'] }, 'https://example.org/explore/');
const hostile = [
  '#query=<script>document.title="broken"</script>',
  '#query=' + '_'.repeat(50_000),
  '#ask=__proto__',
  '#ask=constructor.0',
  '#javascript:document.title="broken"',
  '#"><img src=x onerror=document.title="broken">',
  '#%',
  '#%00%ff',
  '#:~:text=a',
];
const damaged = fc.sample(
  fc.oneof(
    damagedText(link.ok ? new URL(link.url).hash : ''),
    damagedText(toAskLink('nhs-ae', 1)),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `#${text}`),
  ),
  { seed, numRuns: 400 },
);
// Those that came through whole open what they hold, as they should.
const isBroken = (hash: string) => parseAskLink(hash) === undefined && parseShareLink(hash).kind !== 'query';
const hashes = [...hostile, ...damaged.map((hash) => hash.replace(/^#?/, '#')).filter(isBroken)].slice(
  0,
  150,
);

/** All that the site keeps in this tab's and the browser's plain stores. */
const stored = (page: Page): Promise<unknown> =>
  page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);

/** Goes to each address in the page that is open; milliseconds that the page was busy with the slowest. */
const visitAll = (page: Page, all: readonly string[]) =>
  page.evaluate(async (hashes) => {
    let slowestMs = 0;
    for (const hash of hashes) {
      const startedAt = performance.now();
      history.replaceState(null, '', location.pathname);
      location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 0));
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
    }
    return slowestMs;
  }, all);

test('300 hostile addresses change no text, run nothing and keep no page busy', async ({ page }) => {
  test.setTimeout(120_000);
  expect(hashes).toHaveLength(150);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    // An empty page has no stores.
    if (!location.protocol.startsWith('http')) return;
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    );
  });

  await page.goto('/explore/');
  const query = page.getByRole('textbox', { name: 'Your query' });
  await query.fill('SELECT 12345');
  await page.waitForTimeout(3_000);
  const exploreStored = await stored(page);
  const title = await page.title();
  expect(await visitAll(page, hashes)).toBeLessThan(5_000);
  await expect(query).toHaveValue('SELECT 12345');
  expect(await page.title()).toBe(title);
  expect(await stored(page)).toEqual(exploreStored);

  await page.goto(firstLesson);
  const exercise = await findExercise(page, 'Choose your columns');
  await editorOf(exercise).fill('SELECT 67890');
  await page.waitForTimeout(3_000);
  const lessonStored = await stored(page);
  expect(await visitAll(page, hashes)).toBeLessThan(5_000);
  await expect(editorOf(exercise)).toHaveValue('SELECT 67890');
  expect(await stored(page)).toEqual(lessonStored);

  // Opened anew, as from a mail: the page says what is wrong with the link, and the text is there.
  for (const hash of hostile) {
    await page.goto('about:blank');
    await page.goto(`/explore/${hash}`);
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect(query).toHaveValue('SELECT 12345');
    expect(await page.title()).toBe(title);
  }
  expect(errors).toEqual([]);
});
