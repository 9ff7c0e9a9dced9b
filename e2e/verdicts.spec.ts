import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { check, editorOf, openExercise } from './support/exercise.ts';
import { serviceCount } from './support/row-count.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const root = join(import.meta.dirname, '..');
const counting = '/lessons/asking-questions/02-counting-and-comparing/';
const edge =
  'SELECT department, SUM(transactions) FROM services GROUP BY department HAVING SUM(transactions) >= 10000000 ORDER BY 2 DESC';

/** Checks an answer in the plain editor, which phones get. */
async function checkAnswer(page: Page, title: string, sql: string, lesson?: string): Promise<Locator> {
  // Where the code editor may come at any moment, it would take the place of the box that is filled.
  await page.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
  const exercise = await openExercise(page, title, lesson);
  await editorOf(exercise).fill(sql);
  await check(exercise);
  return exercise.locator('.app-notice').first();
}

for (const [colorScheme, width] of [
  ['light', 320],
  ['dark', 390],
] as const) {
  test(`an answer that is right by luck is shown the rows that break it, ${colorScheme} at ${width} px`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const notice = await checkAnswer(page, 'The departments with most to do', edge, counting);
    await expect(notice).toContainText("right for today's data, but not for other data");
    await expect(notice).toContainText('edge of your condition');
    await expect(notice.getByRole('table', { name: /^The table services of the example/ })).toBeVisible();
    await expect(notice.getByRole('table', { name: /^Your query gives: 1 row/ })).toBeVisible();
    await expect(notice.getByRole('table', { name: /^Expected: no rows/ })).toBeVisible();
    // What differs is marked, and said for those who do not see it.
    await expect(notice.locator('mark').first()).toContainText('(differs)');
    expect(await findFaults(page, '.app-notice')).toEqual([]);
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  });
}

test("a mistake that the author foresaw gets the author's words, and the row that shows it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const notice = await checkAnswer(
    page,
    'Over the threshold',
    "select service, transactions from services where transactions >= 100000 and department = 'Home Office'",
  );
  await expect(notice).toContainText('Your result has 1 row more than expected.');
  await expect(notice).toContainText('it has exactly 100,000 transactions');
  await expect(notice.getByRole('table', { name: /not asked for: 1 row/ })).toContainText('100000');
});

test('values that differ stand under their column, by the name of their row, with how many rows differ', async ({
  page,
}) => {
  const query = 'SELECT service, agency, transactions FROM services';
  const notice = await checkAnswer(page, 'Choose your columns', query);
  const differ = notice.getByRole('table', {
    name: /^Values of agency that differ: \d+ of 658 rows, here the first \d$/,
  });
  await expect(differ.getByRole('columnheader')).toHaveText(['Row', 'In your result', 'Expected']);
  await expect(differ.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(/^[A-Z][a-z]+ /);
});

test('a typed-in answer is told from one that is worked out', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const typed = `SELECT ${serviceCount}, 1265850071 FROM service_periods LIMIT 1`;
  const notice = await checkAnswer(page, 'How much work in all', typed, counting);
  await expect(notice).toContainText('does not work it out from a table');
});

test("a learner's report is judged again on the command line, with the same verdict", async ({ page }, {
  outputDir,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const notice = await checkAnswer(page, 'The departments with most to do', edge, counting);
  await notice.getByText('I think my answer is right').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Save the report as a file' }).click(),
  ]);
  const file = join(outputDir, download.suggestedFilename());
  await download.saveAs(file);
  const replayed = spawnSync('npm', ['run', '--silent', 'lessons:try', '--', file, '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(replayed.status, replayed.stderr).toBe(1);
  const told = JSON.parse(replayed.stdout) as Record<string, unknown>;
  expect(told).toMatchObject({
    exercise: 'asking-questions/02-counting-and-comparing/over-ten-million',
    verdict: 'right-here-only',
    feedback: { body: expect.stringContaining('edge of your condition') as unknown },
    timings: { checkMs: expect.any(Number) as unknown },
    changes: [],
  });
});
