import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { catalogueSchema } from '#src/api/catalogue.ts';
import { mediaTypeOf } from '#src/api/formats.ts';
import { datasetMetadataSchema } from '#src/api/dataset-metadata.ts';
import { examples, hashExamples } from '#src/api/examples.ts';
import { dataFile } from './support/exercise.ts';

const api = '/api/v1';

test('every file of the catalogue is served whole, and every page of the site that it names', async ({
  request,
}) => {
  const catalogue = catalogueSchema.parse(await (await request.get(`${api}/catalogue.json`)).json());
  expect(catalogue.datasets.length).toBeGreaterThan(0);
  for (const { links, database, tables } of catalogue.datasets) {
    const files = [database, ...tables.flatMap((table) => table.files)];
    for (const { href, bytes } of files) {
      const response = await request.head(`${api}/${href}`);
      expect.soft([href, response.status()]).toEqual([href, 200]);
      expect.soft(Number(response.headers()['content-length']), href).toBe(bytes);
    }
    for (const link of Object.values(links).filter((each) => each !== null)) {
      const { pathname } = new URL(link, `http://site.example${api}/catalogue.json`);
      expect.soft((await request.get(pathname)).status(), pathname).toBe(200);
    }
  }
});

test('every kind of file has the media type that the descriptions give it', async ({ request }) => {
  for (const path of [
    'catalogue.json',
    'catalogue.jsonld',
    'datasets/cpi/csv-metadata.json',
    'datasets/cpi/cpi_monthly.csv',
    'datasets/leeds-spend/leeds_spending.csv.gz',
    'datasets/cpi/cpi_monthly.parquet',
    'datasets/cpi/cpi.duckdb',
  ]) {
    const response = await request.head(`${api}/${path}`);
    expect.soft([path, response.status()]).toEqual([path, 200]);
    expect.soft(response.headers()['content-type'], path).toBe(mediaTypeOf(`${api}/${path}`));
  }
});

test('an address of the API that leads nowhere answers in JSON', async ({ request }) => {
  for (const path of ['nothing.json', 'datasets/nothing/', 'datasets/cpi/nothing.csv']) {
    const response = await request.get(`${api}/${path}`);
    expect([response.status(), response.headers()['content-type']]).toEqual([404, 'application/json']);
    expect(await response.json()).toEqual({
      error: `There is no file at ${api}/${path}.`,
      catalogue: `${api}/catalogue.json`,
    });
  }
});

test('the lessons load what the API publishes, packed', async ({ page, request }) => {
  const metadata = datasetMetadataSchema.parse(
    await (await request.get(`${api}/datasets/government-services/metadata.json`)).json(),
  );
  const loaded = page.waitForResponse(dataFile);
  await page.goto('/lessons/asking-questions/01-first-question/');
  await page
    .locator('.app-task', { has: page.locator('.app-editor') })
    .first()
    .scrollIntoViewIfNeeded();
  const response = await loaded;
  expect(new URL(response.url()).pathname).toContain('/government-services-');
  const content = gunzipSync(await response.body());
  expect(createHash('sha256').update(content).digest('hex')).toBe(metadata.database.sha256);
});

test('the examples have the address of this site and name files that are there', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/api/');
  await expect(page.getByText('Replace https://site.example')).toHaveCount(0);
  for (const { title, code } of [...examples, ...hashExamples]) {
    const shown = page.getByRole('region', { name: title, exact: true });
    await expect(shown).toHaveText(code.replaceAll('{address}', `${baseURL}${api}`));
    for (const [url] of code.replaceAll('{address}', api).matchAll(/\/api\/v1\/[\w/.-]+\.\w+/g))
      expect.soft((await request.head(url)).status(), url).toBe(200);
  }
});

test('the JavaScript example reads every row', async ({ page }) => {
  await page.goto('/api/');
  const code = await page.getByRole('region', { name: 'JavaScript', exact: true }).innerText();
  const printed = page.waitForEvent('console');
  // The page's own policy allows no text as script, so the example runs as a person pastes it: in the console.
  const console = await page.context().newCDPSession(page);
  await console.send('Runtime.evaluate', { expression: code, replMode: true, awaitPromise: true });
  const { nhs } = await page.evaluate(async () => {
    const { datasets } = await (await fetch('/api/v1/catalogue.json')).json();
    return { nhs: datasets.find(({ id }: { id: string }) => id === 'nhs-ae') };
  });
  expect((await printed).text()).toBe(String(nhs.tables[0].rows));
});

test('says how to use the data when scripts are off', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Use our data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Use our data' })).toBeVisible();
  await expect(page.getByText('Replace https://site.example')).toBeVisible();
  await expect(page.getByRole('link', { name: 'CSV ae_monthly', exact: true })).toHaveAttribute(
    'href',
    '/api/v1/datasets/nhs-ae/ae_monthly.csv',
  );
  await context.close();
});
