import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeExcel from 'write-excel-file/node';
import { toShareLink } from '../src/explore/share-link.ts';
import { waitForCodeEditor } from './support/exercise.ts';
import { rowCountOf } from './support/row-count.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const monthCount = rowCountOf('nhs-ae', 'ae_monthly');

const councilsCsv = 'Council,Amount (£),Note\nLeeds,"1,200.50","  so late   "\nYork,30,on time\n';

async function openExplore(page: Page, hash = ''): Promise<void> {
  await page.goto(`/explore/${hash}`);
  await expect(runButton(page)).toBeEnabled();
}

const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });
const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Your query' });

/** The rows that the query gave. */
function resultOf(page: Page): Locator {
  return page
    .getByRole('table')
    .filter({ has: page.getByText(/^(The first )?[\d,]+ (of [\d,]+ )?rows? in /) });
}

function pick(page: Page, name: RegExp): Promise<void> {
  return page.getByRole('checkbox', { name }).check();
}

async function write(page: Page, text: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

async function ask(page: Page, text: string): Promise<void> {
  await write(page, text);
  await runButton(page).click();
}

async function choose(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

const readNote = (page: Page) => page.locator('.app-notice--good', { hasText: 'is the table' });

/** Every address that the page asks for, other than those of its own site. */
function watchHosts(page: Page, baseURL: string | undefined): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === new URL(baseURL ?? '').origin && request.method() === 'GET';
    if (!isOwn && !['data:', 'blob:'].includes(url.protocol)) foreign.push(`${request.method()} ${url.href}`);
  });
  return foreign;
}

test('datasets are downloaded when they are picked, and join', async ({ page }) => {
  const downloads: string[] = [];
  page.on('request', (request) => {
    const file = /([^/]+?)(?:-[0-9a-f]{16})?\.bin/.exec(request.url())?.[1];
    if (file) downloads.push(file);
  });
  await openExplore(page);
  await page.waitForTimeout(1_000);
  expect(downloads).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('co2 council');
  await expect(page.getByText(/1 of \d+ datasets, 0 picked/)).toBeVisible();
  await pick(page, /CO2 emissions/);
  await expect(page.getByText('The query engine is ready.')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search datasets' }).fill('local authorities');
  await pick(page, /council|authorit/i);
  await waitForCodeEditor(page.locator('main'));
  await ask(
    page,
    `SELECT councils.nation, count(DISTINCT council_code) AS areas
     FROM emission_areas JOIN councils ON councils.code = council_code
     GROUP BY nation ORDER BY areas DESC`,
  );
  await expect(resultOf(page).getByRole('row').nth(1)).toContainText('England');
  // The engine came once, and each dataset once.
  expect(downloads.toSorted()).toEqual([
    'duckdb-module',
    'duckdb-script',
    'la-emissions',
    'local-authorities',
  ]);
  await page.locator('summary', { hasText: 'councils' }).click();
  await expect(page.getByRole('group', { name: 'Columns of councils' })).toContainText('gss_code');
});

test('completes the columns of every picked table', async ({ page }) => {
  await openExplore(page);
  await pick(page, /^A&E/);
  await waitForCodeEditor(page.locator('main'));
  await editorOf(page).focus();
  await page.keyboard.type('SELECT ae_monthly.within_4');
  await expect(page.locator('.suggest-widget')).toContainText('within_4_hours');
});

test('an error says what is wrong, and offers the dataset that the query needs', async ({ page }) => {
  await openExplore(page);
  await ask(page, 'SELECT count(*) AS months FROM ae_monthly');
  await expect(page.getByText('Your query did not run', { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Pick it' }).click();
  await expect(page.getByRole('checkbox', { name: /^A&E/ })).toBeChecked();
  await runButton(page).click();
  await expect(resultOf(page).getByRole('cell')).toHaveText(String(monthCount));
});

test('a query that never ends is stopped, and the next one runs', async ({ page }) => {
  await openExplore(page);
  await ask(page, 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r');
  await expect(page.getByText('Running your query…')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(
    page.locator('.app-notice', { hasText: 'Stopped. Your text is as you left it.' }),
  ).toBeVisible();
  await ask(page, 'SELECT 42 AS answer');
  await expect(resultOf(page).getByRole('cell')).toHaveText('42');
});

test('data that arrived changed are refused, and used once they are right', async ({ page }) => {
  let changed = 0;
  await page.route(/engine-data\/nhs-ae/, async (route) => {
    changed += 1;
    const response = await route.fetch();
    const body = await response.body();
    const at = body.length - 1000;
    body[at] = (body[at] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  await openExplore(page);
  await pick(page, /^A&E/);
  await expect(page.getByText(/The data arrived changed, so it was not used/)).toBeVisible({
    timeout: 30_000,
  });
  await ask(page, 'SELECT count(*) AS months FROM ae_monthly');
  await expect(() => expect(changed).toBe(2)).toPass();
  await expect(
    page.getByRole('paragraph').filter({ hasText: 'The data arrived changed' }).first(),
  ).toBeVisible();
  await expect(resultOf(page)).toHaveCount(0);
  await page.unroute(/engine-data\/nhs-ae/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(resultOf(page).getByRole('cell')).toHaveText(String(monthCount));
});

test.describe('named queries', () => {
  test('are there after a reload, with their datasets, and so is the last text', async ({ page }) => {
    await openExplore(page);
    await pick(page, /^A&E/);
    await write(page, 'SELECT count(*) AS months FROM ae_monthly');
    await page.getByRole('textbox', { name: 'Name this query' }).fill('Months');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved “Months” in this browser.')).toBeVisible();
    await page.getByRole('checkbox', { name: /^A&E/ }).uncheck();
    await write(page, 'SELECT 7 AS unsaved');

    await page.reload();
    await expect(runButton(page)).toBeEnabled();
    await runButton(page).click();
    await expect(resultOf(page).getByRole('cell', { name: '7', exact: true })).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('button', { name: 'Open Months' }).click();
    await expect(page.getByRole('checkbox', { name: /^A&E/ })).toBeChecked();
    await runButton(page).click();
    await expect(resultOf(page).getByRole('cell')).toHaveText(String(monthCount));
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await runButton(page).click();
    await expect(resultOf(page).getByRole('cell')).toHaveText('7');
  });

  test('can be deleted, and brought back', async ({ page }) => {
    await openExplore(page);
    await write(page, 'SELECT 1');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Enter a name for the query.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name this query' }).fill('First');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Delete First' }).click();
    await expect(page.getByRole('button', { name: 'Open First' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Open First' })).toBeVisible();
  });

  test('a browser that keeps nothing says so, and everything else works', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await openExplore(page);
    await expect(page.getByText(/Your browser does not keep this query/)).toBeVisible();
    await write(page, 'SELECT 1 AS one');
    await page.getByRole('textbox', { name: 'Name this query' }).fill('Kept here');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/does not keep your queries/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open Kept here' })).toBeVisible();
  });
});

test.describe('a shared query', () => {
  test('opens from its link, and runs only when told', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openExplore(page);
    await pick(page, /^A&E/);
    await write(page, 'SELECT count(*) AS months FROM ae_monthly');
    await page.getByRole('button', { name: 'Copy a link' }).click();
    const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

    const other = await context.browser()?.newContext();
    const guest = await other?.newPage();
    if (!guest) throw new Error('no browser');
    await guest.goto(link);
    await expect(guest.getByText('Someone shared this query. Read it before you run it.')).toBeVisible();
    await expect(guest.getByRole('checkbox', { name: /^A&E/ })).toBeChecked();
    await expect(guest.getByText('The query engine is ready.')).toBeVisible({ timeout: 30_000 });
    await expect(resultOf(guest)).toHaveCount(0);
    await runButton(guest).click();
    await expect(resultOf(guest).getByRole('cell')).toHaveText(String(monthCount));
    await other?.close();
  });

  test('takes nothing from the person who opens it', async ({ page }) => {
    await openExplore(page);
    await write(page, 'SELECT 5 AS mine');
    const link = toShareLink({ text: 'SELECT 6 AS theirs', datasets: [] }, '');
    if (!link.ok) throw new Error(link.message);
    await page.evaluate((hash) => (location.hash = hash), link.url);
    await expect(page.getByText(/Someone shared this query/)).toBeVisible();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await runButton(page).click();
    await expect(resultOf(page).getByRole('cell')).toHaveText('5', { timeout: 30_000 });
  });

  test('with hostile text is text and nothing else', async ({ page, baseURL }) => {
    const foreign = watchHosts(page, baseURL);
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    const text = `<img src=x onerror="alert(1)"><script>alert(2)</script> javascript:alert(3) '; DROP TABLE x; --`;
    const link = toShareLink({ text, datasets: ['no-such-dataset'] }, '');
    if (!link.ok) throw new Error(link.message);
    await openExplore(page, link.url);
    await page.getByRole('button', { name: 'Use the plain editor' }).click();
    await expect(editorOf(page)).toHaveValue(text);
    await expect(page.getByText('The link names a dataset that is not here.')).toBeVisible();
    await runButton(page).click();
    await expect(page.getByText('Your query did not run', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('main img, main script[src*="alert"]')).toHaveCount(0);
    expect(dialogs).toBe(0);
    expect(foreign).toEqual([]);
  });

  test('that is broken says so', async ({ page }) => {
    await openExplore(page, '#query=not-a-query');
    await expect(page.getByText(/does not hold a whole query/)).toBeVisible();
  });
});

test.describe('an own file', () => {
  test('becomes a table with its faults, joins with ours and goes nowhere', async ({ page, baseURL }) => {
    const foreign = watchHosts(page, baseURL);
    await openExplore(page);
    await pick(page, /UK councils|local authorities/i);
    await choose(page, 'Spend.csv', councilsCsv);
    await expect(readNote(page)).toContainText('Spend.csv is the table my_spend, 2 rows.', {
      timeout: 30_000,
    });
    await page.getByText('your file Spend.csv, 1 thing to look at').click();
    const columns = page.getByRole('table', { name: 'Columns of my_spend' });
    await expect(columns.getByRole('row', { name: /amount/ })).toContainText('number');
    await page.getByText('How we read it: 1 change').click();
    await expect(page.getByText('“1,200.50” is read as 1200.50')).toBeVisible();
    await ask(
      page,
      `SELECT councils.region, my_spend.amount
       FROM my_spend JOIN councils ON councils.name = my_spend.council ORDER BY amount DESC`,
    );
    await expect(resultOf(page).getByRole('row').nth(1)).toContainText('1200.5');
    // Mended where the table is read.
    await ask(page, 'SELECT max(length(note)) AS longest FROM my_spend');
    await expect(resultOf(page).getByRole('cell', { name: '12', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Add the repair of note to the query' }).click();
    await expect(page.getByText('It is in your query.')).toBeVisible();
    await runButton(page).click();
    await expect(resultOf(page).getByRole('cell', { name: '7', exact: true })).toBeVisible({
      timeout: 30_000,
    });
    expect(foreign).toEqual([]);
    await page.getByRole('button', { name: 'Remove my_spend' }).click();
    await ask(page, 'FROM my_spend');
    await expect(page.getByText('Your query did not run', { exact: true })).toBeVisible();
  });

  const rows = [
    { council: 'Leeds', amount: 12.5 },
    { council: 'York', amount: 30 },
  ];
  const files: readonly (readonly [
    name: string,
    make: () => Promise<string | Uint8Array> | string | Uint8Array,
  ])[] = [
    ['a.tsv', () => 'council\tamount\nLeeds\t12.5\nYork\t30\n'],
    ['a.json', () => JSON.stringify(rows)],
    ['a.ndjson', () => rows.map((row) => JSON.stringify(row)).join('\n')],
    [
      'a.parquet',
      () =>
        new Uint8Array(
          parquetWriteBuffer({
            columnData: [
              { name: 'council', data: rows.map(({ council }) => council), type: 'STRING' },
              { name: 'amount', data: rows.map(({ amount }) => amount), type: 'DOUBLE' },
            ],
          }),
        ),
    ],
    [
      'a.xlsx',
      () =>
        writeExcel([
          [{ value: 'council' }, { value: 'amount' }],
          ...rows.map(({ council, amount }) => [{ value: council }, { value: amount }]),
        ]).toBuffer(),
    ],
    ['windows.csv', () => Buffer.from('council,amount,note\nLeeds,12.5,£\nYork,30,café\n', 'latin1')],
  ];
  for (const [name, make] of files) {
    test(`can be ${name}`, async ({ page }) => {
      await openExplore(page);
      await choose(page, name, await make());
      await expect(readNote(page)).toContainText('2 rows', { timeout: 30_000 });
      const table = name === 'windows.csv' ? 'my_windows' : 'my_a';
      if (name === 'windows.csv') {
        await page.getByText('How we read it: 1 change').click();
        await expect(page.getByText(/it was read as Windows-1252/)).toBeVisible();
      }
      await ask(
        page,
        `SELECT string_agg(council, '+' ORDER BY council) AS councils, sum(amount) AS total FROM ${table}`,
      );
      await expect(resultOf(page).getByRole('cell')).toHaveText(['Leeds+York', '42.5']);
      await page.getByRole('button', { name: `Show the first rows of ${table}` }).click();
      await expect(resultOf(page).getByRole('columnheader').first()).toHaveText('council');
    });
  }

  for (const [name, content, sentence] of [
    ['short.csv', 'a,b\n1,2\n3\n', /Line 3 of this file cannot be read. Expected 2 columns, found 1: “3”/],
    ['quote.csv', 'a,b\n1,2\n"3,4\n', /Line 3 .* A quote mark opens here and never closes/],
    ['broken.ndjson', '{"a": 1}\n{"a": \n', /Line 2 of this file cannot be read. Expected one JSON object/],
    ['broken.parquet', 'PAR1 and no more', /cannot be read as Parquet/],
    ['broken.xlsx', 'PK\u0003\u0004 and no more', /cannot be read as a workbook/],
    ['picture.png', 'x', /“.png” cannot be read here/],
    ['empty.csv', '', /is empty/],
  ] as const) {
    test(`that is broken is refused with what to mend: ${name}`, async ({ page }) => {
      await openExplore(page);
      await choose(page, name, content);
      const notice = page.locator('.app-notice--bad', { hasText: `${name} was not used` });
      await expect(notice).toContainText(sentence, { timeout: 30_000 });
      await choose(page, 'mended.csv', councilsCsv);
      await expect(readNote(page)).toContainText('my_mended', { timeout: 30_000 });
    });
  }

  test('that is large shows how far it is, can be stopped and can be read whole', async ({ page }) => {
    test.setTimeout(180_000);
    const line =
      'Leeds City Council,Adult social care,2024-05-01,1234.56,Payment for services in the month\n';
    const lines = Math.ceil(30_000_000 / line.length);
    const content = `council,service,paid,amount,note\n${line.repeat(lines)}`;
    await openExplore(page);
    await choose(page, 'large.csv', content);
    const progress = page.getByRole('progressbar', { name: 'Reading large.csv' });
    await expect(progress).toBeVisible();
    await page.getByRole('button', { name: 'Stop reading' }).click();
    await expect(page.getByText('Stopped reading large.csv. Nothing of it is kept.')).toBeVisible();
    await expect(page.getByLabel('Choose a file')).toBeFocused();
    await ask(page, 'SELECT 1 AS one');
    await expect(resultOf(page).getByRole('cell')).toHaveText('1', { timeout: 30_000 });

    await choose(page, 'large.csv', content);
    await expect(page.getByText(/Reading large\.csv: [\d.]+ of 30 MB/)).toBeVisible();
    await expect(readNote(page)).toContainText(`my_large, ${lines.toLocaleString('en-GB')} rows`, {
      timeout: 120_000,
    });
    await ask(page, 'SELECT count(*) AS n FROM my_large WHERE amount > 1000');
    await expect(resultOf(page).getByRole('cell')).toHaveText(String(lines), { timeout: 60_000 });
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1280]) {
    test(`is sound with data, a file, an error and a result, in ${colorScheme} at ${width} px`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      const expectSound = async () => {
        expect(await findFaults(page)).toEqual([]);
        expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
      };
      const link = toShareLink({ text: 'SELECT nope FROM ae_monthly', datasets: ['nhs-ae'] }, '');
      if (!link.ok) throw new Error(link.message);
      await openExplore(page, link.url);
      await choose(page, 'people.csv', 'Customer name,Paid on\n Ada,01/02/2024\nBob,13/02/2024\nTotal,\n');
      await expect(page.getByText('This file may hold personal data')).toBeVisible({ timeout: 30_000 });
      await runButton(page).click();
      await expect(page.getByText('Your query did not run', { exact: true })).toBeVisible({
        timeout: 30_000,
      });
      await page.getByRole('textbox', { name: 'Name this query' }).fill('A name');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Copy a link' }).click();
      await page.locator('summary', { hasText: 'ae_monthly' }).click();
      await page.locator('summary', { hasText: 'people.csv' }).click();
      await expectSound();
      await page.getByRole('button', { name: 'Show the first rows of ae_monthly' }).click();
      await expect(resultOf(page)).toBeVisible();
      await choose(page, 'bad.csv', 'a,b\n1\n2,3\n4,5\n');
      await expect(page.getByText('bad.csv was not used', { exact: true })).toBeVisible();
      await expectSound();
      await context.close();
    });
  }
}

test('everything is done with the keyboard alone', async ({ page }) => {
  await openExplore(page);
  await page.getByRole('searchbox', { name: 'Search datasets' }).focus();
  await page.keyboard.type('A&E');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: /^A&E/ })).toBeChecked();
  await editorOf(page).focus();
  // In the place of the dataset's first query.
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('SELECT count(*) AS months FROM ae_monthly');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(resultOf(page).getByRole('cell')).toHaveText(String(monthCount), { timeout: 30_000 });
});
