import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import {
  check,
  dataFile,
  editorOf,
  engineFile,
  findExercise,
  firstLesson,
  openExercise,
  resultOf,
  run,
  waitForCodeEditor,
  write,
} from './support/exercise.ts';
import { serviceCount } from './support/row-count.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const title = 'Choose your columns';
const endless = 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r';

test.describe('a query that never ends', () => {
  test('is stopped at the limit, and the next one runs', async ({ page }) => {
    const exercise = await openExercise(page, title);
    await waitForCodeEditor(exercise);
    await write(page, exercise, endless);
    await run(exercise);
    await expect(exercise.getByText('Running your query…')).toBeVisible();
    await expect(exercise.locator('.app-notice', { hasText: 'Stopped after 10 seconds' })).toBeVisible({
      timeout: 30_000,
    });
    await write(page, exercise, 'SELECT count(*) AS n FROM services');
    await run(exercise);
    await expect(resultOf(exercise).getByRole('cell')).toHaveText(String(serviceCount));
  });

  test('stops when the learner says so, and the text stays', async ({ page }) => {
    const exercise = await openExercise(page, title);
    await waitForCodeEditor(exercise);
    await write(page, exercise, endless);
    await run(exercise);
    await expect(exercise.getByText('Running your query…')).toBeVisible();
    await exercise.getByRole('button', { name: 'Stop' }).click();
    await expect(
      exercise.locator('.app-notice', { hasText: 'Stopped. Your text is as you left it.' }),
    ).toBeVisible();
    await expect(exercise.locator('.view-lines')).toContainText('RECURSIVE');
    await write(page, exercise, 'SELECT count(*) AS n FROM services');
    await run(exercise);
    await expect(resultOf(exercise).getByRole('cell')).toHaveText(String(serviceCount));
  });
});

test('an engine that cannot be downloaded is named, and fetched on Try again', async ({ page }) => {
  await page.route(engineFile, (route) => route.abort());
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText(/The query engine could not be downloaded/)).toBeVisible();
  await run(exercise);
  await expect(exercise.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.unroute(engineFile);
  await exercise.getByRole('button', { name: 'Try again' }).click();
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
});

test('data that arrive changed are refused, and used once they are right', async ({ page }) => {
  await page.route(dataFile, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    const at = body.length - 1000;
    body[at] = (body[at] ?? 0) ^ 1;
    await route.fulfill({ response, body });
  });
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText(/arrived changed, so it was not used/)).toBeVisible();
  await page.unroute(dataFile);
  await exercise.getByRole('button', { name: 'Try again' }).click();
  await run(exercise);
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
});

test('a code editor that cannot be downloaded gives way to the plain one', async ({ page }) => {
  await page.route('**/MonacoEditor*', (route) => route.abort());
  const exercise = await openExercise(page, title);
  await expect(exercise.getByText(/The code editor could not be loaded/)).toBeVisible();
  await editorOf(exercise).fill('SELECT 1 AS one');
  await run(exercise);
  await expect(resultOf(exercise).getByRole('columnheader')).toHaveText('one');
});

test('an error says where it is, marks it, and goes there', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, 'SELECT service,\n  departmant\nFROM services');
  await run(exercise);
  await expect(exercise.getByText('Your query did not run', { exact: true })).toBeVisible();
  await expect(exercise.getByText(/Line 2, column 3/)).toBeVisible();
  await expect(exercise.locator('.squiggly-error')).toBeVisible();
  await exercise.getByText('Details', { exact: true }).click();
  await expect(exercise.getByText(/Binder Error/)).toBeVisible();
  await exercise.getByRole('button', { name: 'Go to it' }).click();
  await page.keyboard.insertText('department');
  await run(exercise);
  await expect(resultOf(exercise).getByRole('columnheader')).toHaveText(['service', 'department']);
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the plain editor is there, and finds the place of an error', async ({ page }) => {
    const exercise = await openExercise(page, title);
    const editor = editorOf(exercise);
    await expect(exercise.getByRole('button', { name: 'Use the code editor' })).toBeVisible();
    await editor.fill('SELECT service,\n  departmant\nFROM services');
    await run(exercise);
    await expect(exercise.getByText(/Line 2, column 3/)).toBeVisible();
    await exercise.getByRole('button', { name: 'Go to it' }).click();
    await expect(editor).toBeFocused();
    expect(
      await editor.evaluate((node: HTMLTextAreaElement) =>
        node.value.slice(node.selectionStart, node.selectionEnd),
      ),
    ).toBe('departmant');
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  });
});

test('the choice of the plain editor keeps the text and is remembered', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, 'SELECT 7');
  await exercise.getByRole('button', { name: 'Use the plain editor' }).click();
  await expect(editorOf(exercise)).toHaveValue('SELECT 7');
  await page.reload();
  const again = await findExercise(page, title);
  await expect(again.getByRole('button', { name: 'Use the code editor' })).toBeVisible();
  await expect(again.locator('.monaco-editor')).toHaveCount(0);
  await again.getByRole('button', { name: 'Use the code editor' }).click();
  await waitForCodeEditor(again);
  await expect(again.locator('.view-lines')).toContainText('7');
});

/** Holds the code editor back until it is released. */
async function holdCodeEditor(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/MonacoEditor*', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('what is typed while the code editor loads is there when it comes', async ({ page }) => {
  const release = await holdCodeEditor(page);
  const exercise = await openExercise(page, title);
  await write(page, exercise, 'SELECT 1 AS early');
  release();
  await run(exercise);
  await waitForCodeEditor(exercise);
  await expect(exercise.locator('.view-lines')).toContainText('early');
});

test('no key is lost while the code editor arrives, on a slow machine', async ({ page }) => {
  test.setTimeout(180_000);
  // It may be there before the first key on a quick machine.
  const release = await holdCodeEditor(page);
  const exercise = await openExercise(page, title);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const ready = exercise.locator('.monaco-editor').first().waitFor({ state: 'attached', timeout: 120_000 });
  let hasCome = false;
  void ready.then(() => (hasCome = true));
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  // From before it comes until well after, with new lines, as fast as the fastest typist.
  let typed = '';
  for (let after = 0, word = 0; after < 4; word++) {
    const text = `select a${word},\n`;
    for (const key of text) await page.keyboard.press(key === '\n' ? 'Enter' : key, { delay: 20 });
    typed += text;
    release();
    if (hasCome) after++;
  }
  await expect(editorOf(exercise)).toHaveValue(typed);
  await expect(editorOf(exercise)).toBeFocused();
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // It takes its place once the person has left, and holds the same text.
  await page.keyboard.press('Tab');
  await waitForCodeEditor(exercise);
  await exercise.getByRole('button', { name: 'Use the plain editor' }).click();
  await expect(editorOf(exercise)).toHaveValue(typed);
});

test('in the code editor Enter makes a new line, whatever is suggested', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  for (const word of ['select service', 'from ser', 'order', 'by transactions desc', 'limit 3']) {
    await page.keyboard.type(word, { delay: 40 });
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('depart', { delay: 40 });
  await expect(page.locator('.suggest-widget')).toContainText('department');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Enter');
  // Tab leaves with the list open too.
  await page.keyboard.type('ser', { delay: 40 });
  await expect(page.locator('.suggest-widget')).toContainText('service_type');
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await exercise.getByRole('button', { name: 'Use the plain editor' }).click();
  const lines = (await editorOf(exercise).inputValue()).split('\n').map((line) => line.trim());
  expect(lines).toEqual([
    'select service',
    'from ser',
    'order',
    'by transactions desc',
    'limit 3',
    'department',
    'ser',
  ]);
});

test('everything works from the keyboard, and Tab leaves the editor', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await exercise.getByRole('button', { name: 'Use the plain editor' }).focus();
  await page.keyboard.press('Tab');
  await expect(editorOf(exercise)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('SELECT 3 AS three');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(resultOf(exercise).getByRole('columnheader')).toHaveText('three');
  await expect(editorOf(exercise)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(editorOf(exercise)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(exercise.getByRole('button', { name: 'Use the plain editor' })).toBeFocused();
});

test('completion offers the tables of the exercise', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, 'SELECT service FROM ');
  await page.keyboard.type('servi');
  await expect(
    page.locator('.suggest-widget').getByText('service_periods', { exact: false }).first(),
  ).toBeVisible();
});

test('NULL, empty text, numbers and twice the same name are shown as they are', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(
    page,
    exercise,
    "SELECT NULL AS x, '' AS x, 9007199254740993 AS big, 1.50 AS money, 'NULL' AS word",
  );
  await run(exercise);
  const table = resultOf(exercise);
  await expect(table.getByRole('columnheader')).toHaveText(['x', 'x', 'big', 'money', 'word']);
  await expect(table.getByRole('cell')).toHaveText([
    'NULL',
    '(empty text)',
    '9007199254740993',
    '1.50',
    'NULL',
  ]);
  await expect(table.locator('.app-data__mark')).toHaveCount(2);
});

test('a long result is cut, says so, and leaves as CSV', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, "SELECT i AS n, '£, \"' || i AS t FROM range(2500) AS r(i)");
  await run(exercise);
  await expect(resultOf(exercise)).toContainText('The first 1,000 of 2,500 rows');
  await expect(resultOf(exercise).getByRole('row')).toHaveCount(101);
  await exercise.getByRole('button', { name: 'Show all 1,000 rows' }).click();
  await expect(resultOf(exercise).getByRole('row')).toHaveCount(1001);

  await exercise.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(exercise.getByText('Copied.', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r\n', '\n').split('\n').slice(0, 2)).toEqual(['n,t', '0,"£, ""0"']);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    exercise.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('choose-columns.csv');
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved.startsWith('\uFEFFn,t\r\n0,"£, ""0"\r\n')).toBe(true);
  expect(saved.trimEnd().split('\r\n')).toHaveLength(1001);
});

test('a query without rows says so', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, "SELECT service FROM services WHERE service = 'x'");
  await run(exercise);
  await expect(resultOf(exercise)).toContainText('0 rows');
  await expect(exercise.getByText('No row meets your conditions.')).toBeVisible();
});

test('a comparison with NULL is worth a look', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await waitForCodeEditor(exercise);
  await write(page, exercise, 'SELECT service FROM services WHERE agency = NULL');
  await run(exercise);
  await expect(exercise.getByText('Worth a look')).toBeVisible();
});

test('exercises of a page share one engine, and nothing breaks the content policy', async ({ page }) => {
  const modules: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('duckdb-module.bin')) modules.push(request.url());
    if (!new URL(request.url()).host.startsWith('localhost') && /^https?:/.test(request.url()))
      complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(firstLesson);
  for (const name of [title, 'The busiest services']) {
    const exercise = await findExercise(page, name);
    await waitForCodeEditor(exercise);
    await run(exercise);
    await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'));
  }
  expect(new Set(modules).size).toBe(1);
  expect(modules.length).toBeLessThanOrEqual(2);
  expect(complaints).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility fault that axe can find while it works, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const exercise = await openExercise(page, title);
    await waitForCodeEditor(exercise);
    const faults = () => findFaults(page, '.app-task');
    await write(page, exercise, "SELECT servic, 'text', 12, sum(1) -- why\nFROM services");
    await run(exercise);
    await expect(exercise.getByText('Your query did not run', { exact: true })).toBeVisible();
    expect(await faults()).toEqual([]);

    await exercise.getByRole('button', { name: 'Hint', exact: true }).click();
    await write(
      page,
      exercise,
      "SELECT service, NULL, '' FROM services WHERE agency <> NULL OR service < 'C'",
    );
    await check(exercise);
    await expect(exercise.getByText('Worth a look')).toBeVisible();
    expect(await faults()).toEqual([]);

    await write(page, exercise, 'SELECT service, department, transactions FROM services');
    await check(exercise);
    await expect(exercise.locator('.app-notice--good')).toBeVisible();
    expect(await faults()).toEqual([]);
  });
}
