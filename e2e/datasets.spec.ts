import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { numberWords } from '#src/words/number-words.ts';
import { rowCountOf } from './support/row-count.ts';

const cards = (page: Page): Locator => page.getByRole('main').getByRole('heading', { level: 2 });

test('the catalogue filters as somebody types, says how many are left and keeps the question in the address', async ({
  page,
}) => {
  await page.goto('/datasets/');
  const all = await cards(page).count();
  await expect(page.getByRole('status')).toHaveText(`All ${all} datasets.`);

  await page.getByRole('searchbox').fill('emergency admis');
  await expect(cards(page)).toHaveText(['A&E attendances in England, April 2025 to March 2026']);
  await expect(page.getByRole('status')).toHaveText(`1 of ${all} datasets.`);
  expect(new URL(page.url()).searchParams.get('words')).toBe('emergency admis');

  await page.reload();
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toHaveValue('emergency admis');

  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(cards(page)).toHaveCount(all);
  expect(new URL(page.url()).search).toBe('');
});

test('theme, publisher and year narrow the list together', async ({ page }) => {
  await page.goto('/datasets/?theme=Health&year=2025');
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('Health');
  await expect(cards(page).first()).toHaveText(/^A&E/);
  await page.getByLabel('Covers the year').fill('1850');
  await expect(cards(page)).toHaveCount(0);
  await expect(page.getByText('No dataset fits.')).toBeVisible();
});

test('an address with unknown choices shows the whole list', async ({ page }) => {
  await page.goto('/datasets/');
  const all = await cards(page).count();
  await page.goto('/datasets/?theme=%3Cb%3ENo+such%3C%2Fb%3E');
  await expect(cards(page)).toHaveCount(all);
  await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveValue('');
});

test('without JavaScript the catalogue is whole and offers no filter', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/datasets/');
  expect(await cards(page).count()).toBeGreaterThan(2);
  await expect(page.getByRole('searchbox')).toBeHidden();
  await context.close();
});

test('a passport tells the measured figures of a dataset', async ({ page }) => {
  await page.goto('/datasets/local-authorities/');
  const measured = page.locator('dl', { hasText: 'Completeness' });
  for (const dimension of ['Completeness', 'Uniqueness', 'Consistency', 'Timeliness', 'Validity', 'Accuracy'])
    await expect(measured.getByRole('term').filter({ hasText: dimension })).toBeVisible();
  await expect(measured).toContainText(
    'county_code finds its match in local-authorities councils.code on 204 of 204 rows (100%).',
  );

  const missing = page.getByRole('table', { name: 'Missing values, by column' });
  await expect(missing.getByRole('row', { name: 'region' })).toContainText('3.2% (15)');
  const rows = numberWords(rowCountOf('deprivation', 'deprivation_areas'));
  await expect(page.getByRole('list', { name: 'Links' })).toContainText(
    `${rows} of ${rows} rows match (100%)`,
  );
});

test('a passport says first what a set is good for, offers its files, and tells withheld from missing', async ({
  page,
}) => {
  await page.goto('/datasets/oxford-spend/');
  const main = page.getByRole('main');
  await expect(main.locator('h1 + p')).toHaveText(
    /^Good for .+\. Not good for .+: it ends in January 2018\.$/,
  );
  const files = page.getByRole('region', { name: 'Download' });
  for (const name of ['CSV, packed with gzip oxford_payments', 'Parquet oxford_payments', 'DuckDB'])
    await expect(files.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(
    main
      .getByText(/^Withheld, not missing: payee in 4,801 of 61,529 rows \(7\.8%\), with £10\.8 million/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  // The day is lost where the publisher wrote a time.
  await expect(
    page
      .getByRole('table', { name: 'Missing values, by column' })
      .getByRole('row', { name: 'paid_published' }),
  ).toContainText('(3,837)');
  for (const [term, words] of [
    ['Next release', 'None: this dataset does not change any more'],
    ['New figures', /^None\./],
    ['Contact', 'Oxford City Council'],
    ['Last checked', /^\d+ \w+ 20\d\d: /],
  ] as const)
    await expect(
      main.locator('.govuk-summary-list__row', { hasText: term }).getByRole('definition'),
    ).toHaveText(words);
});

test('no figure is pooled over unlike scales, and a phone is told that numbers scroll', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/datasets/deprivation/');
  await expect(
    page.getByText('No figure is shown over all rows of average_score and average_rank'),
  ).toBeVisible();
  await page.getByText('The numbers of deprivation_councils, column by column').click();
  const numbers = page.getByRole('group', { name: 'Numbers in deprivation_councils' });
  await expect(numbers.getByRole('rowheader').first()).toBeVisible();
  await expect(numbers.getByRole('rowheader', { name: 'average_score', exact: true })).toHaveCount(0);
  await expect(page.getByText('Scroll the table sideways to see all columns.').first()).toBeVisible();
});

test('what few people read on arrival is folded: in the page without a script, opened by keys', async ({
  page,
  request,
}) => {
  const meaning = 'The employee engagement index';
  expect(await (await request.get('/datasets/people-survey/')).text()).toContain(meaning);

  await page.goto('/datasets/people-survey/');
  const columns = page.getByRole('table', { name: 'Columns of survey_scores' });
  await expect(columns).toBeHidden();
  await page.locator('summary', { hasText: 'What the 19 columns of survey_scores mean' }).focus();
  await page.keyboard.press('Enter');
  await expect(columns.getByRole('row', { name: /^engagement / })).toBeVisible();
});

test('no passport is endless on a phone, and on a desktop its questions stand beside each other', async ({
  page,
  request,
}) => {
  const catalogue = await (await request.get('/datasets/')).text();
  const paths = [...new Set(catalogue.match(/\/datasets\/[a-z-]+\//g))];
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollHeight), `height of ${path}, in px`)
      .toBeLessThan(18_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    const tooWide = await page
      .locator('.app-questions__item')
      .evaluateAll((all) => all.filter((item) => item.scrollWidth > item.clientWidth).length);
    expect.soft(tooWide, `questions of ${path} that are wider than their place`).toBe(0);
  }
});

test('a chart has a text alternative and its figures as a table', async ({ page }) => {
  await page.goto('/datasets/nhs-ae/');
  await expect(
    page.getByRole('img', { name: '"month" runs from April 2025 to March 2026, with rows in every month.' }),
  ).toBeVisible();
  await page.getByText('The figures of this chart as a table').click();
  const figures = page.getByRole('table', { name: 'Rows by month' });
  await expect(figures.getByRole('row')).toHaveCount(13);
  await expect(figures.getByRole('row', { name: 'April 2025' })).toContainText('198');
});

test('the way of the figures is told with checksums, and the file at its end has the one it should', async ({
  page,
  request,
}) => {
  await page.goto('/datasets/government-services/');
  await page.getByText('The exact files, with their checksums').click();
  await expect(page.getByRole('link', { name: 'search/search.json' })).toHaveAttribute(
    'href',
    /\/blob\/[0-9a-f]{40}\//,
  );
  await page.getByText('Read the recipe').click();
  await expect(page.getByRole('region', { name: 'The recipe' })).toContainText('CREATE TABLE services');
  const link = page.getByRole('link', { name: 'one DuckDB file' });
  const file = await (await request.get((await link.getAttribute('href')) ?? '')).body();
  const { createHash } = await import('node:crypto');
  await expect(page.getByRole('listitem').filter({ has: link })).toContainText(
    createHash('sha256').update(file).digest('hex'),
  );
});

test('the citation can be copied', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL ? { baseURL } : {}),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('/datasets/nhs-ae/');
  await page.getByRole('button', { name: 'Copy the citation' }).click();
  await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^NHS England \(2026\)\. A&E attendances .* \[dataset\]\. Tidied by Lunchtime Code Club, version [0-9a-f]{12}\./,
  );
  await context.close();
});
