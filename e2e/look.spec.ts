import { expect, test } from '@playwright/test';
import { firstLesson } from './support/exercise.ts';
import { isHeavy, listRequests } from './support/requests.ts';
import { serviceCount } from './support/row-count.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const caption = `The first 10 of ${serviceCount} rows`;

test('beside an exercise ten rows of its table are a press away, sorted as one likes', async ({ page }) => {
  await page.goto(firstLesson);
  const paths = listRequests(page);
  await page.locator('.app-task').first().getByText('Look at the table').click();
  const look = page.locator('.app-task').first().locator('.app-look').first();
  await expect(look.getByText(caption)).toBeVisible();
  await expect(look.getByRole('term').first()).toBeVisible();

  const names = look.locator('tbody tr td:first-child');
  const before = await names.allTextContents();
  await look.getByRole('button', { name: 'service', exact: true }).click();
  await expect(look.getByRole('columnheader', { name: 'service', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(names).toHaveText(before.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  await page.keyboard.press('Enter');
  await expect(look.getByRole('columnheader', { name: 'service', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  expect(await findFaults(page, '.app-task')).toEqual([]);
  expect(paths).toContain('/samples/services.json');
});

test('rows that do not arrive are said to, and come when asked for again', async ({ page }) => {
  await page.route('**/samples/*.json', (route) => route.abort());
  await page.goto(firstLesson);
  await page.getByText('Look at the tables of this lesson').click();
  await expect(page.getByText('The rows could not be loaded.').first()).toBeVisible();
});

test('a page of a dataset shows its rows and its questions before any script, and loads nothing heavy', async ({
  page,
  browser,
}) => {
  const paths = listRequests(page);
  await page.goto('/datasets/government-services/');
  await expect(page.getByText(caption)).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: /\?$/ })).toHaveCount(3);
  await page.waitForLoadState('networkidle');
  expect(paths.filter(isHeavy)).toEqual([]);
  const rows = page.getByRole('group', { name: caption });
  await rows.getByRole('button', { name: 'department', exact: true }).click();
  await expect(rows.getByRole('columnheader', { name: 'department', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('/datasets/government-services/');
  await expect(plain.getByText(caption)).toBeVisible();
  await expect(plain.getByText(/^The answer: /)).toHaveCount(3);
  await context.close();
});

test('from a dataset to a query of it that runs', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/datasets/nhs-ae/');
  await page.getByRole('link', { name: 'Query this in Explore' }).click();
  const editor = page.getByRole('textbox', { name: 'Your query' });
  await expect(editor).toHaveValue(/FROM ae_monthly/);
  await expect(page.getByText('Someone shared this query.')).toBeHidden();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText(/^7 rows in /)).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
});

test('in Explore a picked dataset writes a first query, but not over somebody’s own', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/explore/');
  const editor = page.getByRole('textbox', { name: 'Your query' });
  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('hospital');
  await page.getByRole('checkbox', { name: /^A&E/ }).check();
  await expect(editor).toHaveValue(/FROM ae_monthly/);

  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('trains');
  await page.getByRole('checkbox', { name: /station/i }).check();
  await expect(editor).toHaveValue(/FROM station_usage/);
  await editor.fill('SELECT 1');
  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('inflation');
  await page.getByRole('checkbox', { name: /prices/i }).check();
  await expect(editor).toHaveValue('SELECT 1');

  await page.getByRole('button', { name: 'In which months was inflation highest?' }).click();
  await expect(page.getByText(/^5 rows in /)).toBeVisible();
  await expect(page.getByText('The query that was here before is kept.')).toBeVisible();
  await page.locator('.app-table', { hasText: 'cpi_monthly' }).locator('summary').click();
  await expect(page.getByText(/^The first 10 of [\d,]+ rows$/)).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
});
