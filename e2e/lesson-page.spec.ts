import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { check, firstLesson, openExercise, resultOf, run } from './support/exercise.ts';
import { listRequests } from './support/requests.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const tasks = (page: Page) => page.getByRole('region', { name: 'In this lesson' }).getByRole('listitem');

/** Marks exercises of the first lesson as done, as a file from another browser does. */
async function markDone(page: Page, count: number): Promise<number> {
  await page.goto('/progress/');
  await expect(page.getByRole('heading', { name: 'Keep, move or delete your progress' })).toBeVisible();
  return page.evaluate(async (most) => {
    const tracks = (await (await fetch('/tracks.json')).json()) as {
      lessons: { exercises: { id: string; version: string }[] }[];
    }[];
    const exercises = tracks[0]?.lessons[0]?.exercises ?? [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lunchtime-code-club');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database did not open.'));
    });
    const at = '2026-05-03T12:00:00.000Z';
    const transaction = database.transaction('records', 'readwrite');
    for (const { id, version } of exercises.slice(0, most)) {
      const record = {
        ...{ exerciseId: id, draft: null, draftAt: null, otherDrafts: [], attempts: [] },
        ...{ completedAt: at, completedVersion: version, hintsShown: 0, solutionSeen: false },
      };
      transaction.objectStore('records').put(record, id);
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
    return exercises.length;
  }, count);
}

test('a lesson lists its exercises with how far each is, and the bar and home say the same', async ({
  page,
}) => {
  const total = await markDone(page, 2);
  await page.goto(firstLesson);
  await expect(tasks(page)).toHaveCount(total);
  await expect(tasks(page).nth(0)).toContainText('Done');
  await expect(tasks(page).nth(2)).toContainText('Not started');
  await expect(page.getByText(new RegExp(`^2 of ${total} done, about \\d+ minutes left`))).toBeVisible();
  const third = (await tasks(page).nth(2).getByRole('link').innerText()).replace(/^\d+\. /, '');

  await page.getByRole('link', { name: `Next: ${third}` }).click();
  await expect(page.getByRole('heading', { name: third })).toBeInViewport();
  await expect(page.getByText(/^2 of \d+ done/)).toBeInViewport();
  expect(await findFaults(page)).toEqual([]);

  await page.goto('/');
  await expect(page.getByRole('link', { name: `Continue: ${third}` })).toBeVisible();
  await expect(page.getByText(`You have done 2 of ${total} exercises.`)).toBeVisible();
  await page.getByRole('link', { name: `Continue: ${third}` }).click();
  await expect(page.getByRole('heading', { name: third })).toBeInViewport();
});

test('whoever comes for the first time loads nothing to see what there is to do, and sees what they did at once', async ({
  page,
}) => {
  const paths = listRequests(page);
  await page.goto(firstLesson, { waitUntil: 'networkidle' });
  await expect(tasks(page).first().getByText('Not started')).toBeVisible();
  const heavy = /\/(client|react|shared-store)[^/]*\.js$/;
  expect(paths.filter((path) => heavy.test(path))).toEqual([]);

  const exercise = page.getByRole('region', { name: 'What this table can answer' });
  await exercise.scrollIntoViewIfNeeded();
  await exercise.getByRole('checkbox').first().check();
  await exercise.getByRole('button', { name: 'Check my answer' }).click();
  await expect(tasks(page).first()).toContainText('Tried');
  expect(paths.filter((path) => heavy.test(path))).toHaveLength(3);
});

test('the end of a lesson has something to keep, and leads on to other data and the next lesson', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const total = await markDone(page, 100);
  await page.goto(firstLesson);
  const finish = page.getByRole('region', { name: 'What to take from this' });
  await finish.scrollIntoViewIfNeeded();
  await expect(finish).toContainText(`You have done all ${total} exercises.`);
  await expect(page.getByText(`${total} of ${total} done, nothing left to do`)).toBeVisible();
  await finish.getByRole('button', { name: 'Copy' }).click();
  await expect(finish.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'A ranking answers only the question',
  );
  await expect(finish.getByRole('link', { name: 'Counting and comparing' })).toBeVisible();

  const question = finish.getByRole('link', { name: /\?$/ }).first();
  await question.click();
  await expect(page.getByRole('textbox', { name: 'Your query' })).toHaveValue(/SELECT/);
});

test('on a phone the task comes first, then the editor, Run and the result', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(firstLesson);
  const exercise = page.getByRole('region', { name: 'Choose your columns' });
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await exercise.getByRole('button', { name: 'Run', exact: true }).click();
  // A new result scrolls into view: places are measured when it stands.
  await expect(resultOf(exercise)).toBeInViewport();
  const places = [
    exercise.getByRole('heading', { name: 'Choose your columns' }),
    exercise.getByText('What we check'),
    exercise.getByRole('textbox'),
    exercise.getByRole('button', { name: 'Run', exact: true }),
    resultOf(exercise),
  ];
  const tops: number[] = [];
  for (const place of places) {
    await expect(place).toBeVisible();
    tops.push((await place.boundingBox())?.y ?? NaN);
  }
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
});

// Colours and widths do not depend on each other: two visits see both of each.
for (const [colorScheme, width] of [
  ['light', 390],
  ['dark', 1280],
] as const) {
  test.describe(`in ${colorScheme} colours at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test('a lesson is sound offline, with a report open, and when it is finished', async ({
      page,
      context,
    }) => {
      const expectSound = async (state: string) => {
        expect.soft(await findFaults(page), `axe on ${state}`).toEqual([]);
        expect.soft(await measureOverflow(page), `sideways scrolling of ${state}`).toBeLessThanOrEqual(0);
      };
      // Nothing is fetched before it is asked for, so that the network can be gone by then.
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
      );
      const query = await openExercise(page, 'Choose your columns');
      const choice = page.locator('.app-task', { has: page.getByRole('checkbox') }).first();
      await choice.scrollIntoViewIfNeeded();
      await expect(choice.getByRole('button', { name: 'Check my answer' })).toBeEnabled();
      await context.setOffline(true);
      await check(choice);
      await expect(choice.getByText('You are offline.').first()).toBeVisible();
      await run(query);
      await expect(
        query.getByText(/You are offline\. Try again once you are connected\./).first(),
      ).toBeVisible();
      await expectSound('a lesson without a network');

      await context.setOffline(false);
      await choice.getByRole('checkbox').first().check();
      await check(choice);
      await choice.getByText('I think my answer is right').click();
      await expect(async () => {
        await check(query);
        await expect(query.locator('.app-notice__title').first()).toBeVisible({ timeout: 10_000 });
      }).toPass();
      await query.getByText('I think my answer is right').click();
      for (const exercise of [choice, query]) {
        await exercise.getByRole('button', { name: 'Copy the report' }).click();
        await expect(exercise.locator('.app-report').getByRole('status')).not.toHaveText(/^$|Making/);
      }
      await expectSound('a lesson with its reports open');

      const total = await markDone(page, 100);
      await page.reload();
      await expect(page.getByText(`${total} of ${total}`, { exact: false }).first()).toBeVisible();
      await expectSound('the progress of who has finished a lesson');
      await page.goto(firstLesson);
      const finish = page.getByRole('region', { name: 'What to take from this' });
      await finish.scrollIntoViewIfNeeded();
      await expect(finish).toContainText(`You have done all ${total} exercises.`);
      await finish.getByRole('button', { name: 'Copy' }).click();
      await expectSound('a finished lesson');
      await page.goto('/');
      await expect(page.getByRole('link', { name: /^Continue: / })).toBeVisible();
      await expectSound('home for who has finished a lesson');
    });
  });
}
