import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { browserArguments } from '../src/authoring/node/find-browser.ts';
import { countWords } from '#src/words/count-words.ts';
import { serveDist } from './support/dist-server.ts';
import { check, editorOf, findExercise, firstLesson, resultOf, run } from './support/exercise.ts';
import { listRequests } from './support/requests.ts';
import { serviceCount } from './support/row-count.ts';

const host = 'intranet.example';

/** The site under a name on plain http: there a browser has no checksums, no clipboard and no store of files. */
const test = base.extend<object, { intranet: string }>({
  intranet: [
    async ({}, use) => {
      const server = await serveDist(join(import.meta.dirname, '../dist'), 'text');
      await use(server.url.replace('localhost', host));
      await server.close();
    },
    { scope: 'worker' },
  ],
});

// The plain editor is a text box like any other; the code editor has tests of its own.
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() =>
    localStorage.setItem(
      'lunchtime-code-club-settings',
      JSON.stringify({ editor: 'plain', theme: 'system' }),
    ),
  );
});

test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...browserArguments, `--host-resolver-rules=MAP ${host} localhost`, '--no-proxy-server'];
    await use({ ...launchOptions, args });
  },
});

test('on plain http a lesson is done: run, wrong, right, and all of it there after a reload', async ({
  page,
  intranet,
}) => {
  const asked = listRequests(page);
  await page.goto(intranet + firstLesson);
  expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto, 'clipboard' in navigator])).toEqual([
    false,
    false,
    false,
  ]);
  const exercise = await findExercise(page, 'Choose your columns');
  await editorOf(exercise).fill('SELECT service FROM services');
  await run(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'), { timeout: 40_000 });
  expect(asked.filter((path) => /sha256-library/.test(path))).toHaveLength(1);

  await exercise.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(exercise.getByText(/did not allow copying\. Use “Download CSV” instead/)).toBeVisible();

  await check(exercise);
  await expect(exercise.locator('.app-notice--bad')).toBeVisible();
  const right = 'SELECT service, department, transactions FROM services';
  await editorOf(exercise).fill(right);
  await check(exercise);
  await expect(exercise.locator('.app-notice--good')).toBeVisible();

  await page.reload();
  const again = await findExercise(page, 'Choose your columns');
  await expect(again.getByText('Done', { exact: true })).toBeVisible();
  await expect(editorOf(again)).toHaveValue(right);
  await run(again);
  await expect(resultOf(again)).toContainText(countWords(serviceCount, 'row'), { timeout: 40_000 });
});

test('on plain http Explore runs a query, keeps it under a name and makes a link to share', async ({
  page,
  intranet,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${intranet}/explore/`);
  await page.getByRole('textbox', { name: 'Your query' }).fill('SELECT 6 * 7 AS answer');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('cell', { name: '42' })).toBeVisible({ timeout: 40_000 });

  await page.getByLabel('Name this query').fill('The answer');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved “The answer” in this browser.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await expect(page.getByText('Your browser did not allow copying. Copy it from here:')).toBeVisible();
  await expect(page.getByLabel('The link')).toHaveValue(/^http:\/\/intranet\.example/);
  expect(errors).toEqual([]);
});

test('on a secure address the library for checksums is not fetched', async ({ page }) => {
  const asked = listRequests(page);
  await page.goto(firstLesson);
  const exercise = await findExercise(page, 'Choose your columns');
  await expect(exercise.getByText('The query engine is ready.')).toBeVisible({ timeout: 60_000 });
  expect(asked.filter((path) => /sha256-library/.test(path))).toEqual([]);
});
