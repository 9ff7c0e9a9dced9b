import { expect, test } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { check, findExercise, firstLesson, openExercise, resultOf, run } from './support/exercise.ts';
import { serviceCount } from './support/row-count.ts';
import { findFaults } from './support/soundness.ts';

const title = 'Choose your columns';

test('once the engine is ready, a query runs and is checked without a network', async ({ page, context }) => {
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText('The query engine is ready.')).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  await run(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
  await check(exercise);
  await expect(exercise.locator('.app-notice__title')).toBeVisible();
  await expect(exercise.getByText(/offline|check your connection/i).filter({ visible: true })).toHaveCount(0);
  // Its model answer and a report come without one too.
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(exercise.getByText('This is one way to do it.', { exact: false })).toBeVisible();
});

test('an exercise further down, which has not come alive yet, is checked without a network too', async ({
  page,
  context,
}) => {
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText('The query engine is ready.')).toBeVisible({ timeout: 60_000 });
  await context.setOffline(true);
  const next = await findExercise(page, 'The busiest services');
  await check(next);
  await expect(next.locator('.app-notice__title')).toBeVisible();
  await expect(next.getByText(/offline|check your connection/i).filter({ visible: true })).toHaveCount(0);
});

test('without a network before the engine has come, a person is told that they are offline', async ({
  page,
  context,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const exercise = await openExercise(page, title);
  await context.setOffline(true);
  await run(exercise);
  await expect(
    exercise.getByText(/You are offline\. Try again once you are connected\./).first(),
  ).toBeVisible();
  await expect(exercise.getByText(/[Rr]eload|our side/)).toHaveCount(0);
  await context.setOffline(false);
  // The browser notices a moment after the network is back.
  await expect(async () => {
    await run(exercise);
    await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'), { timeout: 10_000 });
  }).toPass();
});

test('an exercise that needs no engine says that it is offline, and keeps the answer', async ({
  page,
  context,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await page.goto(firstLesson);
  const exercise = page.locator('.app-task', { has: page.getByRole('checkbox') }).first();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeEnabled();
  await context.setOffline(true);
  await exercise.getByRole('checkbox').first().check();
  await exercise.getByRole('button', { name: 'Check my answer' }).click();
  await expect(exercise.locator('.app-notice--bad')).toContainText('You are offline.');
  await expect(exercise.getByText(/[Rr]eload|our side/)).toHaveCount(0);
  await context.setOffline(false);
  await exercise.getByRole('button', { name: 'Check my answer' }).click();
  await expect(exercise.locator('.app-notice__title')).toBeVisible();
});

const late = /This exercise does not work yet/;

test('where no script of the page arrives, each exercise says so and how to go on', async ({ page }) => {
  await page.route(/\.js/, (route) => route.abort());
  await page.goto(firstLesson);
  const exercise = page.getByRole('region', { name: title });
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByText(late)).toBeHidden();
  await expect(exercise.getByText(late)).toBeVisible({ timeout: 20_000 });
  await expect(exercise.getByText(/Once you are connected, load the page again/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findFaults(page)).toEqual([]);
  }
});

test('where the script of one kind does not arrive, only that exercise says so', async ({ page }) => {
  await page.route(/ChoicePanel/, (route) => route.abort());
  const exercise = await openExercise(page, title);
  const dead = page.locator('.app-task', { has: page.getByRole('checkbox') }).first();
  await dead.scrollIntoViewIfNeeded();
  await expect(dead.getByText(late)).toBeVisible({ timeout: 20_000 });
  await expect(exercise.getByText(late)).toBeHidden();
});

test('where the scripts arrive nothing is said of them, however long a person reads', async ({ page }) => {
  await page.goto(firstLesson);
  await page.waitForTimeout(16_000);
  const shown = page.getByText(late).filter({ visible: true });
  await page.getByRole('region', { name: title }).getByRole('heading').first().scrollIntoViewIfNeeded();
  await expect(page.getByRole('region', { name: title }).getByRole('button', { name: 'Run' })).toBeEnabled();
  await expect(shown).toHaveCount(0);
});
