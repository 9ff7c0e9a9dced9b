import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { firstLesson } from './support/exercise.ts';
import { isHeavy, listRequests } from './support/requests.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const onHome = (page: Page) => page.getByRole('region', { name: /busiest\?$/ });
const rowsOf = (place: Locator) => place.getByRole('table').locator('tbody tr');

test('home answers its question before anything is run, and loads no engine and no scripts of it for that', async ({
  page,
}) => {
  const paths = listRequests(page);
  await page.goto('/');
  await expect(onHome(page).getByText('The answer: 5 rows')).toBeVisible();
  await expect(rowsOf(onHome(page))).toHaveCount(5);
  await page.waitForLoadState('networkidle');
  expect(paths.filter((path) => isHeavy(path) || /RunnableExample|client\./.test(path))).toEqual([]);
});

test('one press on home changes a word of the query and runs it, and another puts it back', async ({
  page,
}) => {
  await page.goto('/');
  const before = (await rowsOf(onHome(page)).first().textContent()) ?? '';
  await onHome(page).getByRole('button', { name: 'Run it with Home Office' }).click();
  await expect(onHome(page).getByRole('textbox')).toHaveValue(/'Home Office'/);
  await expect(onHome(page).getByText(/^5 rows in /)).toBeVisible();
  await expect(rowsOf(onHome(page)).first()).not.toHaveText(before);

  await expect(onHome(page).getByText('For your earlier query:')).toBeHidden();
  await onHome(page).getByRole('button', { name: 'Put it back' }).click();
  await expect(onHome(page).getByText('For your earlier query:')).toBeVisible();
  await expect(onHome(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(rowsOf(onHome(page)).first()).toHaveText(before);
  await expect(onHome(page).getByRole('button', { name: 'Put it back' })).toBeHidden();
  expect(await findFaults(page)).toEqual([]);
});

test('a press that comes before the scripts counts, and so do letters', async ({ page }) => {
  await page.route(/RunnableExample.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.goto('/');
  const box = onHome(page).getByRole('textbox');
  await box.fill('SELECT 41 + 1 AS answer');
  await onHome(page).getByRole('button', { name: 'Run', exact: true }).click();
  await expect(onHome(page).getByRole('cell', { name: '42' })).toBeVisible();
  await expect(box).toHaveValue('SELECT 41 + 1 AS answer');
});

test('an example of a lesson runs where it stands, and nothing of it is counted', async ({ page }) => {
  await page.goto(firstLesson);
  const start = page.getByRole('region', { name: 'Which services of the Ministry of Justice are busiest?' });
  await expect(start.getByRole('textbox')).toBeVisible();
  const example = page.locator('.app-example-box').nth(2);
  await expect(example).toContainText("department = 'Ministry of Defence'");
  await example.getByRole('button', { name: /^Try it/ }).click();
  await expect(example.getByText(/^3 rows in /)).toBeVisible();
  await example.getByRole('textbox').fill('SELECT servce FROM services');
  await example.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(example.getByText('Your query did not run', { exact: true })).toBeVisible();
  expect(await findFaults(page, '.app-example-box')).toEqual([]);

  await page.reload();
  await expect(page.getByText(/^0 of \d+ done/)).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Continue: Ask your first question' })).toBeVisible();
  await expect(page.getByText(/^You have done 0 of \d+ exercises\./)).toBeVisible();
});

test('every lesson has something to run in its first screen, on a phone too', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lessons = (await (await request.get('/lessons/')).text()).matchAll(
    /href="(\/lessons\/[^/"]+\/[^/"]+\/)"/g,
  );
  for (const [, path = ''] of lessons) {
    await page.goto(path);
    const run = page.getByRole('button', { name: 'Run', exact: true }).first();
    expect((await run.boundingBox())?.y, path).toBeLessThan(844);
    await expect(page.getByText(/^The answer: /).first()).toBeVisible();
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  }
});

test('without scripts queries and their answers can be read', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/');
  await expect(rowsOf(onHome(page))).toHaveCount(5);
  await page.goto(firstLesson);
  await expect(page.getByText("WHERE department = 'Ministry of Defence'").first()).toBeVisible();
  await context.close();
});
