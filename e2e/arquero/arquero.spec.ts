import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { readFile } from 'node:fs/promises';
import { examplePipelines } from '#src/testing/example-pipelines.ts';
import { check, resultOf, run } from '../support/exercise.ts';
import { findFaults, measureOverflow } from '../support/soundness.ts';
import { openArqueroSite, type ArqueroSite } from './arquero-site.ts';

const test = base.extend<object, { site: ArqueroSite }>({
  site: [
    async ({}, use) => {
      const site = await openArqueroSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const [busy, counted] = examplePipelines;
if (!busy || !counted) throw new Error('There are no examples.');

async function open(page: Page, url: string, title = busy?.title ?? ''): Promise<Locator> {
  await page.goto(url);
  const exercise = page.getByRole('region', { name: title });
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  return exercise;
}

const editorOf = (exercise: Locator) => exercise.getByRole('textbox', { name: /^Your pipeline for/ });
const notice = (exercise: Locator) => exercise.locator('.app-outcome .app-notice').first();
const waitForCodeEditor = (exercise: Locator) =>
  expect(exercise.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });

/** Typed as a person does, key by key. */
async function type(page: Page, exercise: Locator, text: string): Promise<void> {
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text, { delay: 15 });
}

/** Replaces the text at once. */
async function write(page: Page, exercise: Locator, text: string): Promise<void> {
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

test('a pipeline is typed, run, refused, mended and accepted, and then stands beside the query', async ({
  page,
  site,
}) => {
  const exercise = await open(page, site.url);
  await waitForCodeEditor(exercise);
  await expect(exercise.getByRole('heading', { name: 'The same in SQL' })).toHaveCount(0);
  await type(
    page,
    exercise,
    "services.filter(d => d.transactions > 1000000).select('service', 'transactions')",
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(resultOf(exercise)).toBeVisible({ timeout: 40_000 });
  await expect(resultOf(exercise).getByRole('columnheader')).toHaveText(['service', 'transactions']);
  await check(exercise);
  await expect(notice(exercise)).toContainText('A service with exactly 1,000,000 counts too.');
  await expect(notice(exercise)).toContainText('Your pipeline gives: no rows');
  await write(page, exercise, busy.arquero);
  await expect(notice(exercise)).toContainText('For your earlier answer:');
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is right.');
  await expect(exercise.getByText('You answered this on')).toBeVisible();
  const pair = exercise.getByRole('region', { name: 'The same in SQL' });
  await expect(pair.locator('.app-code')).toHaveText([busy.arquero, busy.solution]);

  await page.reload();
  await expect(exercise.getByText('Your answer from last time is back.')).toBeVisible();
  await expect(pair).toBeVisible({ timeout: 40_000 });
});

test('a result looks as that of the same query does', async ({ page, site }) => {
  const exercise = await open(page, site.url, counted.title);
  await write(page, exercise, counted.arquero);
  await run(exercise);
  await expect(resultOf(exercise)).toBeVisible({ timeout: 40_000 });
  const table = resultOf(exercise);
  // Figures stand right, with commas, as DuckDB's do.
  await expect(table.getByRole('columnheader')).toHaveText(['department', 'n']);
  const [text, figure] = await table
    .getByRole('cell')
    .evaluateAll((cells) => cells.slice(0, 2).map((cell) => getComputedStyle(cell).textAlign));
  expect([text, figure]).toEqual(['left', 'right']);
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is right.');
  await expect(exercise.getByText('What differs:')).toBeVisible();
});

test('the solution in the editor brings its pair, and the own text comes back', async ({ page, site }) => {
  const exercise = await open(page, site.url, counted.title);
  await write(page, exercise, 'services.count()');
  await exercise.getByRole('button', { name: 'Hint' }).click();
  await expect(exercise.getByText(counted.hints[0] ?? '-')).toBeVisible();
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  const pair = exercise.getByRole('region', { name: 'The same in SQL' });
  await expect(pair.locator('.app-code').last()).toHaveText(counted.solution);
  await exercise.getByRole('button', { name: 'Back to my answer' }).click();
  await run(exercise);
  await expect(resultOf(exercise).getByRole('cell')).toHaveCount(1, { timeout: 40_000 });
});

for (const [mistake, text, says, mended] of [
  [
    'a column that is misspelt',
    'services.filter(d => d.transaction > 1)',
    'transactions',
    'services.filter(d => d.x > 1)',
  ],
  [
    'a step of another library',
    'services.where(d => d.transactions > 1)',
    '.filter(',
    'services.x(d => d.transactions > 1)',
  ],
  [
    'a bracket too many',
    'services.filter(d => 1)).count()',
    'closes nothing',
    'services.filter(d => 1)x.count()',
  ],
] as const) {
  test(`${mistake} is told with its place`, async ({ page, site }) => {
    const exercise = await open(page, site.url);
    await waitForCodeEditor(exercise);
    await write(page, exercise, text);
    await run(exercise);
    await expect(notice(exercise)).toContainText('Your pipeline did not run', { timeout: 40_000 });
    await expect(notice(exercise)).toContainText(says);
    await expect(notice(exercise)).toContainText('JavaScript says:');
    await expect(exercise.locator('.squiggly-error')).toBeVisible();
    await exercise.getByRole('button', { name: 'Go to it' }).click();
    await expect(editorOf(exercise)).toBeFocused();
    // What is marked is what is selected.
    await page.keyboard.insertText('x');
    await expect
      .poll(async () => (await readDraft(exercise)).replaceAll(/\s/g, ''))
      .toBe(mended.replaceAll(/\s/g, ''));
    await check(exercise);
    await expect(notice(exercise)).toContainText(/did not run/);
  });
}

/** What stands in the code editor, whatever its lines. */
async function readDraft(exercise: Locator): Promise<string> {
  const lines = await exercise.locator('.view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

test('what runs but may not be meant is worth a look', async ({ page, site }) => {
  const exercise = await open(page, site.url);
  await write(page, exercise, "services.groupby('department')");
  await run(exercise);
  await expect(exercise.getByText('Worth a look')).toBeVisible({ timeout: 40_000 });
  await expect(exercise.getByText('still split into groups')).toBeVisible();
});

test('a loop without end is stopped, and the next run is as fast as ever', async ({ page, site }) => {
  const exercise = await open(page, site.url);
  await write(page, exercise, 'services');
  await run(exercise);
  await expect(resultOf(exercise)).toBeVisible({ timeout: 40_000 });
  await write(page, exercise, 'for (;;);\nservices');
  await run(exercise);
  await exercise.getByRole('button', { name: 'Stop' }).click();
  await expect(exercise.getByText('Stopped. Your text is as you left it.').last()).toBeVisible({
    timeout: 2_000,
  });
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await write(page, exercise, 'services.count()');
  await run(exercise);
  await expect(resultOf(exercise).getByRole('cell')).toHaveText(['658'], { timeout: 5_000 });
  // Unstopped it ends at the limit, and a check of it is none.
  await write(page, exercise, 'while (true);\nservices');
  await check(exercise);
  await expect(
    exercise.getByText(/Stopped after 10 seconds: the pipeline was still running/).last(),
  ).toBeVisible({
    timeout: 20_000,
  });
  await expect(exercise.getByText('You answered this on')).toHaveCount(0);
});

test('a check is stopped in the sandbox and in the engine alike', async ({ page, site }) => {
  const exercise = await open(page, site.url, counted.title);
  // Right on the real rows at once, and endless on a small table.
  const slow = `let n = 0;\nwhile (services.numRows() < 658 && n < 1e12) n++;\n${counted.arquero}`;
  await write(page, exercise, slow);
  await check(exercise);
  await page.waitForTimeout(1_500);
  await exercise.getByRole('button', { name: 'Stop' }).click();
  await expect(exercise.getByText(/was stopped|Stopped\./).last()).toBeVisible({ timeout: 3_000 });
  await write(page, exercise, counted.arquero);
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is right.', { timeout: 30_000 });
});

test('a report of a refused pipeline holds both results', async ({ page, site }) => {
  const exercise = await open(page, site.url);
  await write(page, exercise, "services.select('service')");
  await check(exercise);
  await exercise.getByText('I think my answer is right').click({ timeout: 40_000 });
  const download = page.waitForEvent('download');
  await exercise.getByRole('button', { name: 'Save the report as a file' }).click();
  const report = parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({
    exercise: busy.id,
    verdict: 'wrong-columns',
    answer: "services.select('service')",
    found: { columns: ['service'], rowCount: 658 },
    expected: { columns: ['service', 'transactions'] },
  });
  expect(report['words']).not.toMatch(/SELECT|query/);
});

test('suggestions follow the pipeline, and none is taken unasked', async ({ page, site }) => {
  const exercise = await open(page, site.url);
  await waitForCodeEditor(exercise);
  const widget = page.locator('.suggest-widget.visible');
  const offered = (name: string) => widget.getByRole('option', { name: new RegExp(`^${name}\\b`) });
  await type(page, exercise, 'services.fil');
  await expect(offered('filter')).toBeVisible();
  await expect(offered('filter')).toContainText('filter(d => d.column > 1)');
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  // The editor shows what was typed a moment later.
  await expect.poll(() => readDraft(exercise)).toMatch(/^services\.fil\n *\./);
  await type(page, exercise, 'services.filter(d => d.trans');
  await expect(offered('transactions')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type(' > 1');
  await expect.poll(() => readDraft(exercise)).toContain('services.filter(d => d.transactions > 1');
  await type(page, exercise, 'services.rollup({ n: op.cou');
  await expect(offered('count')).toContainText('op.count()');
  await type(page, exercise, "services.groupby('dep");
  await expect(offered('department')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editorOf(exercise)).not.toBeFocused();
});

test('a keyboard alone goes all the way', async ({ page, site }) => {
  const exercise = await open(page, site.url);
  await waitForCodeEditor(exercise);
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(busy.arquero);
  await page.keyboard.press('Tab');
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(exercise.getByRole('status').filter({ hasText: 'That is right.' })).toHaveCount(1, {
    timeout: 40_000,
  });
  await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every state is sound in the ${colorScheme} theme`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    const exercise = await open(page, site.url);
    await waitForCodeEditor(exercise);
    expect(await findFaults(page, '.app-task')).toEqual([]);
    for (const [text, says] of [
      ['services.where(1)', /did not run/],
      ["services.groupby('department')", /Worth a look/],
      ["services.select('service', 'transactions')", /more than expected/],
      [
        "services.filter(d => d.transactions > 1000000).select('service', 'transactions')",
        /exactly 1,000,000/,
      ],
      [busy.arquero, /That is right/],
    ] as const) {
      await write(page, exercise, text);
      await check(exercise);
      await expect(exercise.locator('.app-outcome')).toContainText(says, { timeout: 40_000 });
      expect(await findFaults(page, '.app-task')).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a pipeline is written with the keys under the plain editor', async ({ page, site }) => {
    const exercise = await open(page, site.url);
    await expect(exercise.locator('.monaco-editor')).toHaveCount(0);
    await editorOf(exercise).fill('');
    await editorOf(exercise).tap();
    const keys = exercise.getByRole('group', { name: 'Keys for your pipeline' });
    const tap = (name: string) => keys.getByRole('button', { name: `Type ${name}`, exact: true }).tap();
    for (const key of ['services', '.', 'filter', '(']) await tap(key);
    await page.keyboard.type('d');
    for (const key of ['=>', 'd.', 'transactions', '>']) await tap(key);
    await page.keyboard.type('999999');
    for (const key of [')', '.', 'count', '(', ')']) await tap(key);
    await expect(editorOf(exercise)).toHaveValue('services.filter(d => d.transactions > 999999).count()');
    await expect(editorOf(exercise)).toBeFocused();
    await keys.getByRole('button', { name: 'Run this pipeline' }).tap();
    await expect(resultOf(exercise).getByRole('cell')).toHaveText(['64'], { timeout: 40_000 });
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
    for (const key of await keys.getByRole('button').all())
      expect((await key.boundingBox())?.height ?? 44).toBeGreaterThanOrEqual(44);
    expect(await findFaults(page, '.app-task')).toEqual([]);
  });
});

test('where the host keeps the sandbox out, the page says what to change, and keeps the text', async ({
  page,
  site,
}) => {
  const strict = await site.serveWith({ 'X-Frame-Options': 'DENY' });
  try {
    const exercise = await open(page, `${strict.url}/`);
    await write(page, exercise, busy.arquero);
    await run(exercise);
    await expect(exercise.getByText(/\/sandbox\/ must be sent without X-Frame-Options/).last()).toBeVisible({
      timeout: 40_000,
    });
    await expect(exercise.getByText('Exercises in SQL go on working.').last()).toBeVisible();
    await check(exercise);
    await expect(exercise.getByText(/\/sandbox\/ must be sent/).last()).toBeVisible({ timeout: 40_000 });
    await expect(exercise.getByText('You answered this on')).toHaveCount(0);
    await page.waitForTimeout(1_000);
    await page.reload();
    await expect(exercise.getByText('Your answer from last time is back.')).toBeVisible();
  } finally {
    await strict.close();
  }
});
