import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { withAttempt } from '#src/progress/edit-record.ts';
import { createRecord } from '#src/progress/exercise-record.ts';
import { createProgressFile } from '#src/progress/progress-file.ts';
import { findFaults, measureOverflow } from '../support/soundness.ts';

const at = '2026-05-03T12:30:00.000Z';
const first = 'asking-questions/01-first-question';

/** Puts solved exercises into this browser as a person would: by importing a file. */
async function bringProgress(page: Page, solved: Readonly<Record<string, number>>): Promise<void> {
  const records = Object.entries(solved).map(([exerciseId, hintsUsed]) =>
    withAttempt(createRecord(exerciseId), {
      exerciseId,
      exerciseVersion: 'an earlier version',
      lessonVersion: 'an earlier version',
      at,
      answer: 'SELECT 1',
      verdict: 'correct',
      passed: true,
      hintsUsed,
      solutionSeen: false,
    }),
  );
  const text = JSON.stringify(createProgressFile({ exportedAt: at, records, lastPlace: null, setAside: [] }));
  await page.goto('/progress/');
  const file = { name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Choose a file that you exported').setInputFiles(file);
  await page.getByRole('button', { name: 'Import the file' }).click();
  await expect(page.getByText('The file was imported')).toBeVisible();
}

const choice = (page: Page) => page.getByRole('region', { name: 'What shall I do now?' });

test('who comes for the first time is sent to the first lesson, and says so', async ({ page }) => {
  await page.goto('/lessons/');
  await expect(choice(page).getByRole('link', { name: 'Ask your first question' })).toBeVisible();
  await expect(choice(page).getByRole('status')).toContainText('A good place to begin.');
  await choice(page).getByRole('link', { name: 'Ask your first question' }).click();
  await expect(page).toHaveURL(new RegExp(`/lessons/${first}/$`));
});

test('who has begun is sent on, and the time and the work decide', async ({ page }) => {
  await bringProgress(page, {
    [`${first}/choose-columns`]: 0,
    'trusting-charts/01-choose-the-chart/busy-or-slow': 0,
  });
  await page.goto('/lessons/');
  const answer = choice(page).getByRole('status');
  await expect(answer).toContainText('You have begun it');
  // By keyboard alone.
  await choice(page).getByRole('radio', { name: '30 minutes' }).focus();
  await page.keyboard.press('Space');
  await expect(answer).toContainText('Ask your first question');
  await page.keyboard.press('ArrowLeft');
  await expect(choice(page).getByRole('radio', { name: '20 minutes' })).toBeChecked();
  await choice(page).getByLabel('My work is most like').selectOption('Leader of a team');
  await expect(answer).toContainText('Ask your first question');
  expect(await findFaults(page)).toEqual([]);
});

test('where the store never answers, a lesson is still chosen', async ({ page }) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, name);
      request.addEventListener = () => {};
      return request;
    };
  });
  await page.goto('/lessons/');
  await expect(choice(page).getByRole('status')).toContainText('A good place to begin.');
});

test('a track says what it takes, and leads on', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Putting data together', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Putting data together');
  await expect(page.getByText(/^\d lessons, each \d+ to \d+ minutes$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Joining on a code', exact: true })).toBeVisible();
});

test('the search finds as one types, keeps the question, and survives a missing list', async ({ page }) => {
  await page.route('**/search/entries.json', (route) => route.abort());
  await page.goto('/search/');
  await expect(page.getByRole('alert')).toContainText('did not arrive');
  await page.unroute('**/search/entries.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('searchbox').pressSequentially('financial years', { delay: 60 });
  await expect(page.getByRole('status')).toContainText(/^\d+ results for “financial years”$/);
  const results = page.getByRole('listitem').filter({ hasText: 'Lesson' });
  await expect(results.getByRole('link', { name: 'Dates, months and financial years' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('financial years');
  await expect(page.getByRole('status')).toContainText('results for');
  await page.getByRole('searchbox').fill('xqzzjwq');
  await expect(page.getByRole('status')).toHaveText(
    'Nothing was found for “xqzzjwq”. Try another word, or fewer words.',
  );
  await page.getByRole('searchbox').fill('rate');
  await expect(page.getByRole('listitem').filter({ hasText: 'Exercise' }).first()).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  // Once the list is there, the search needs no connection.
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('median');
  await expect(page.getByRole('listitem').filter({ hasText: 'Word' }).first()).toContainText('median');
});

test('the record of learning shows what was solved, with what help, and can be kept', async ({ page }) => {
  await page.goto('/progress/record/');
  await expect(page.getByText('You have not solved an exercise')).toBeVisible();
  await bringProgress(page, { [`${first}/choose-columns`]: 0, [`${first}/busiest`]: 2 });
  await page.getByRole('link', { name: 'See what you have shown, by skill' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'The busiest services' })).toContainText(
    'With 2 hints, 3 May 2026',
  );
  await expect(page.getByText('It is not a certificate.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^record-of-learning-\d{4}-\d\d-\d\d\.md$/);
  expect(await readFile(await saved.path(), 'utf8')).toContain(
    '- The busiest services: with 2 hints, 3 May 2026',
  );
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await findFaults(page)).toEqual([]);
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'By skill' })).toBeVisible();
});
