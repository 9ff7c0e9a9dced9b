import { readFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readCsvRecords } from '#src/explore/reading/csv/csv-records.ts';
import { findFaults, measureOverflow } from '../support/soundness.ts';

const staff = `${[
  'Employee name,Email,Department,Salary,Start date',
  'Jane Smith,jane.smith@example.org,Policy,31200,2019-04-01',
  'Bob Jones,bob.jones@example.org,policy ,30500,2020-02-03',
  'Tom Hill,,"<img src=x onerror=""document.title=1"">",29000,2021-01-06',
  'Tom Hill,,"<img src=x onerror=""document.title=1"">",29000,2021-01-06',
].join('\n')}\n`;

function toBook(): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Area', 'n'], ['Leeds ', 1], ['York', 2]]), 'Areas'); // prettier-ignore
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Email', 'n'], ['jane.smith@example.org', 1], ['bob@example.org', 2]]), 'People'); // prettier-ignore
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
});

async function choose(page: Page, path: string, name: string, content: string | Buffer): Promise<void> {
  await page.goto(path);
  const chooser = page.getByRole('button', { name: 'Choose a file' });
  await expect(chooser).toBeEnabled();
  await chooser.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

async function save(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a file that is chosen is audited at once, personal data first, and nothing leaves the browser', async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const method = request.method();
    if (!request.url().startsWith(baseURL ?? '') && !/^(blob|data):/.test(request.url()))
      elsewhere.push(request.url());
    if (method !== 'GET') elsewhere.push(`${method} ${request.url()}`);
  });
  await choose(page, '/audit/', 'staff.csv', staff);
  const audit = page.getByRole('region', { name: 'Audit of staff.csv' });
  await expect(audit).toBeVisible({ timeout: 60_000 });
  await expect(audit.getByRole('heading').nth(1)).toHaveText('Stop: this file may hold personal data');
  await expect(audit).toContainText('“Email” may hold email addresses: 2 values');
  await expect(audit.getByRole('table', { name: /Spaces before or after/ }).locator('mark')).toHaveText(
    'policy␣',
  );
  await expect(audit.getByRole('table', { name: /Rows that stand twice/ })).toContainText('Same as line 4');
  await expect(audit).not.toContainText(/jane\.smith|Bob Jones/);
  expect(elsewhere).toEqual([]);
  expect(page.url()).toBe(`${baseURL}/audit/`);
  await expect(page).not.toHaveTitle('1');
});

test('the report stands alone, runs nothing and says what was audited; the findings are CSV', async ({
  page,
  context,
}) => {
  await choose(page, '/audit/', 'staff.csv', staff);
  await expect(page.getByRole('region', { name: 'Audit of staff.csv' })).toBeVisible({ timeout: 60_000 });
  const report = await save(page, 'Save the report as a page');
  expect(report.name).toMatch(/^audit-staff-\d{4}-\d\d-\d\d\.html$/);
  const kept = await context.newPage();
  await kept.setContent(report.text);
  await expect(kept.getByRole('heading', { level: 1 })).toHaveText('Audit of staff.csv');
  await expect(kept.locator('img, script, link, iframe')).toHaveCount(0);
  await expect(kept.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expect(kept).not.toHaveTitle('1');
  await kept.setViewportSize({ width: 320, height: 800 });
  expect(await kept.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(report.text).not.toMatch(/jane\.smith|Bob Jones/);

  const findings = await save(page, 'Save the findings as CSV');
  expect(findings.text.charCodeAt(0)).toBe(0xfeff);
  const bytes = new TextEncoder().encode(findings.text.slice(1));
  const records = readCsvRecords(bytes, { at: 0, line: 1 }, ',', { records: 1000, bytes: bytes.length });
  expect(records.map(({ fields }) => fields[1])).toEqual(
    expect.arrayContaining(['SHA-256', 'email addresses', 'Rows that stand twice']),
  );
  expect(findings.text).not.toMatch(/jane\.smith|Bob Jones/);
});

test('another table of the file is audited when it is chosen', async ({ page }) => {
  await choose(page, '/audit/', 'two.xlsx', toBook());
  const audit = page.getByRole('region', { name: 'Audit of two.xlsx' });
  await expect(audit).toContainText('1 other table of the file was not looked at: “People”.', {
    timeout: 60_000,
  });
  await expect(audit).toContainText('No personal data were recognised.');
  await page.getByLabel('This file holds 2 tables. Audit').selectOption('People, 2 rows');
  await expect(audit).toContainText('“Email” may hold email addresses: 2 values', { timeout: 60_000 });
});

test('on Explore, one click audits a table in its place, by keyboard too', async ({ page }) => {
  await choose(page, '/explore/', 'staff.csv', staff);
  const button = page.getByRole('button', { name: /^Audit this file/ });
  await expect(button).toBeVisible({ timeout: 60_000 });
  await button.focus();
  await page.keyboard.press('Enter');
  const title = page.getByRole('heading', { name: 'Audit of staff.csv' });
  await expect(title).toBeFocused({ timeout: 60_000 });
  await expect(page.getByRole('textbox', { name: 'Your query' })).toBeVisible();
  await page.getByRole('button', { name: 'Close the audit' }).click();
  await expect(title).toBeHidden();
  await expect(button).toBeFocused();
});

test('a file that is dropped is audited; one that cannot be read is refused with the reason', async ({
  page,
}) => {
  await page.goto('/audit/');
  const box = page.locator('.app-audit-page');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
  const drop = async (name: string, text: string) => {
    const data = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content ?? ''], fileName ?? ''));
        return transfer;
      },
      [name, text],
    );
    await box.dispatchEvent('drop', { dataTransfer: data });
  };
  await drop('web.csv', '<!doctype html><html><body>Sign in</body></html>');
  await expect(
    page.getByText('This file is a web page, not data').filter({ visible: true }).first(),
  ).toBeVisible();
  await drop('good.csv', 'Area,n\nLeeds,1\nYork,2\n');
  await expect(page.getByRole('region', { name: 'Audit of good.csv' })).toContainText(
    'Nothing was found to look at',
    {
      timeout: 60_000,
    },
  );
});

for (const [width, colorScheme] of [
  [1280, 'light'],
  [320, 'dark'],
] as const) {
  test(`an audit is sound at ${width} pixels in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await choose(page, '/audit/', 'staff.csv', staff);
    await expect(page.getByRole('region', { name: 'Audit of staff.csv' })).toBeVisible({ timeout: 60_000 });
    expect(await findFaults(page)).toEqual([]);
    expect(await measureOverflow(page)).toBe(0);
  });
}
