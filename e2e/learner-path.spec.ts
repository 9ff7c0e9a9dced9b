import { expect, test } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { learnerPath } from './path/learner-path.ts';
import { createPlaywrightDriver } from './path/playwright-driver.ts';
import { createVisitor } from './path/visitor.ts';
import {
  check,
  editorOf,
  findExercise,
  firstLesson,
  openExercise,
  resultOf,
  run,
  waitForCodeEditor,
  write,
} from './support/exercise.ts';
import { serviceCount } from './support/row-count.ts';
import { measureOverflow } from './support/soundness.ts';

test('a learner reads, runs, is told what is wrong, takes a hint, gets it right and finds it done the next day', async ({
  page,
}) => {
  await page.goto(firstLesson);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const exercise = await findExercise(page, 'Choose your columns');
  await waitForCodeEditor(exercise);
  await run(exercise);
  await expect(resultOf(exercise).getByRole('columnheader')).toHaveText(['service']);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));

  await check(exercise);
  await expect(exercise.locator('.app-notice')).toContainText(
    'Your result has 2 columns fewer than expected.',
  );
  await expect(exercise.getByText('Done', { exact: true })).toBeHidden();

  await write(page, exercise, 'SELECT * FROM services');
  await check(exercise);
  await expect(exercise.locator('.app-notice')).toContainText('The star shows every column the table has.');
  await expect(exercise.locator('[role=status]').filter({ hasText: 'more than expected' })).toHaveCount(1);

  await exercise.getByRole('button', { name: 'Hint', exact: true }).click();
  await expect(exercise.getByText('Where are they named?')).toBeVisible();

  await write(page, exercise, 'SELECT service, department, transactions FROM services');
  await check(exercise);
  await expect(exercise.getByText(`You have a list of ${countWords(serviceCount, 'service')}`)).toBeVisible();
  // The text that explains the next exercise comes before it.
  const onwards = exercise.getByRole('link', { name: 'Go on: Keep only the rows you need' });
  await onwards.click();
  await expect(page.getByRole('heading', { name: 'Keep only the rows you need' })).toBeInViewport();
  await expect(page.getByText(/^1 of \d+ done, about \d+ minutes left/)).toBeInViewport();
  await expect(exercise.getByText('Done', { exact: true })).toBeVisible();

  await page.reload();
  const again = await findExercise(page, 'Choose your columns');
  await expect(again.getByText('Done', { exact: true })).toBeVisible();
  await expect(again.getByText('Your answer from last time is back.')).toBeVisible();
  await waitForCodeEditor(again);
  await expect(again.locator('.view-lines')).toContainText('department');
  await expect(again.getByText('Where are they named?')).toBeVisible();
});

test('a learner goes all the way from a lesson to a file of their own', async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const visitor = createVisitor(createPlaywrightDriver(page), baseURL ?? '');
  for (const { step, walk } of learnerPath) await test.step(step, () => walk(visitor));
});

test('the text of last time goes away with Start again, and comes back with Undo reset', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const exercise = await openExercise(page, 'Choose your columns');
  await editorOf(exercise).fill('SELECT 12345');
  await page.waitForTimeout(700);
  await page.reload();
  const again = await findExercise(page, 'Choose your columns');
  await expect(editorOf(again)).toHaveValue('SELECT 12345');
  await again.getByRole('button', { name: 'Start again' }).click();
  await expect(editorOf(again)).toHaveValue('SELECT service\nFROM services');
  await again.getByRole('button', { name: 'Undo reset' }).click();
  await expect(editorOf(again)).toHaveValue('SELECT 12345');
});

test('the solution needs asking twice, and one click brings the own text back', async ({ page }) => {
  const exercise = await openExercise(page, 'The busiest services');
  await waitForCodeEditor(exercise);
  await write(page, exercise, 'SELECT 1 AS mine');
  const lines = exercise.locator('.view-lines');

  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(exercise.getByText('Have a go first? Ask again to see it.')).toBeVisible();
  await expect(lines).toContainText('mine');
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(lines).toContainText('DESC');
  await exercise.getByRole('button', { name: 'Back to my answer' }).click();
  await expect(lines).toContainText('mine');
  await expect(lines).not.toContainText('DESC');
  await expect(exercise.getByText('This is one way to do it.')).toBeHidden();
});

test('after an attempt the solution is shown at once', async ({ page }) => {
  const exercise = await openExercise(page, 'The busiest services');
  await waitForCodeEditor(exercise);
  await check(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(exercise.locator('.view-lines')).toContainText('DESC');
});

test('a browser that stores nothing still runs and checks, and the page says that nothing is kept', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('Storing is forbidden.', 'SecurityError');
      },
    });
  });
  await page.setViewportSize({ width: 320, height: 700 });
  const exercise = await openExercise(page, 'Choose your columns');
  await expect(exercise.locator('.app-notice--warn')).toContainText(/sav|kept|keep/);
  await editorOf(exercise).fill('SELECT service, department, transactions FROM services');
  await check(exercise);
  await expect(exercise.locator('.app-notice--good')).toContainText('That is right.');
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
});
