import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { check, editorOf, findExercise, firstLesson, openExercise, run, write } from './support/exercise.ts';

const title = 'Choose your columns';
const right = 'SELECT service, department, transactions FROM services';
const endless = 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r';

/** What screen readers say by themselves. */
const spoken = (exercise: Locator) => exercise.locator('[role=status], [aria-live]');

test.describe('with the plain editor', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('hints, Reset and the change of editor are said, and no button loses the focus', async ({ page }) => {
    const exercise = await openExercise(page, title);
    const use = async (name: string) => {
      const button = exercise.getByRole('button', { name, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
    };
    const focused = exercise.locator(':focus');

    await use('Hint');
    await expect(spoken(exercise).filter({ hasText: /Hints?, 1 of \d/ })).toHaveCount(1);
    await expect(focused).toHaveText('Hint');

    await write(page, exercise, 'SELECT 1');
    await use('Reset');
    await expect(spoken(exercise).filter({ hasText: 'as it was at the start' })).toHaveCount(1);
    await expect(focused).toHaveText('Undo reset');
    await use('Undo reset');
    await expect(spoken(exercise).filter({ hasText: 'Your answer is back.' })).toHaveCount(1);
    await expect(focused).toHaveText('Reset');

    await use('Use the code editor');
    await expect(spoken(exercise).filter({ hasText: 'The code editor comes' })).toHaveCount(1);
    await expect(focused).toHaveText('Use the plain editor');
    await use('Use the plain editor');
    await expect(spoken(exercise).filter({ hasText: 'This is the plain editor now.' })).toHaveCount(1);
  });

  test('a query that is stopped says so, and the focus goes on to Run', async ({ page }) => {
    const exercise = await openExercise(page, title);
    await write(page, exercise, endless);
    await run(exercise);
    await expect(exercise.getByText('Running your query…')).toBeVisible({ timeout: 40_000 });
    await exercise.getByRole('button', { name: 'Stop' }).focus();
    await page.keyboard.press('Enter');
    await expect(spoken(exercise).filter({ hasText: 'Stopped.' })).toHaveCount(1);
    await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  });

  test('when a query ends by itself, the focus on Stop goes on to Run', async ({ page }) => {
    const exercise = await openExercise(page, title);
    await expect(exercise.getByText('The query engine is ready.')).toBeVisible({ timeout: 40_000 });
    await write(page, exercise, 'SELECT count(*) AS n FROM range(300000000) AS a(i) WHERE i % 7 > 2');
    await run(exercise);
    await exercise.getByRole('button', { name: 'Stop' }).focus();
    await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused({ timeout: 30_000 });
  });

  test('a verdict has a heading, and a solved exercise with a wrong answer does not say Done', async ({
    page,
  }) => {
    const exercise = await openExercise(page, title);
    await write(page, exercise, right);
    await check(exercise);
    const verdict = exercise.getByRole('heading', { level: 3 }).and(exercise.locator('.app-notice__title'));
    await expect(verdict).toHaveCount(1, { timeout: 40_000 });
    await expect(exercise.getByText('Done', { exact: true })).toBeVisible();
    await write(page, exercise, 'SELECT * FROM services');
    await check(exercise);
    await expect(exercise.getByText(/Your newest answer is not right yet/)).toBeVisible();
    await expect(exercise.getByText('Done', { exact: true })).toHaveCount(0);
  });

  test('everything to press is 44 pixels high', async ({ page }) => {
    const exercise = await openExercise(page, title);
    const heights = await exercise
      .locator('button:visible, summary:visible')
      .evaluateAll((nodes) =>
        nodes.map((node) => ({ text: node.textContent, height: node.getBoundingClientRect().height })),
      );
    expect(heights.length).toBeGreaterThan(4);
    expect(heights.filter(({ height }) => height < 44)).toEqual([]);
  });
});

test('the first download is announced once, with its size', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText('Run needs the query engine: 7 MB, once.')).toBeVisible();
  await run(exercise);
  await expect(exercise.getByText('The query engine is ready.')).toBeVisible({ timeout: 40_000 });
  await page.goto(firstLesson);
  const again = await findExercise(page, title);
  await expect(editorOf(again)).toBeVisible();
  await expect(again.getByText(/MB, once/)).toHaveCount(0);
});
