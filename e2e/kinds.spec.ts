import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFaults, measureOverflow } from './support/soundness.ts';
import { holdDatabase, storedRecord } from './support/stored-progress.ts';

const lessons = join(import.meta.dirname, '..', 'lessons', 'asking-questions');

/** What the author wrote of an exercise: its words are compared with those on the page. */
async function readExercise<T>(path: string): Promise<T> {
  return parse(await readFile(join(lessons, `${path}.yaml`), 'utf8')) as T;
}

/** The exercise in its lesson, alive and in view. */
async function open(page: Page, path: string): Promise<Locator> {
  const [lesson = '', id = ''] = path.split('/');
  await page.goto(`/lessons/asking-questions/${lesson}/#${id}`);
  const exercise = page.locator(`section.app-task[aria-labelledby="${id}"]`);
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeEnabled();
  return exercise;
}

const check = (exercise: Locator) => exercise.getByRole('button', { name: 'Check my answer' }).click();
const notice = (exercise: Locator) => exercise.locator('.app-outcome .app-notice');

/** Plain text of feedback: the page shows `code` and **bold** without their marks. */
const plain = (text: string) =>
  text
    .replace(/`|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('a choice of several: nothing, too few, one too many, and right; kept over a reload', async ({
  page,
}) => {
  const path = '01-first-question/can-it-answer';
  const { options } = await readExercise<{ options: { text: string; right?: boolean; feedback?: string }[] }>(
    path,
  );
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const exercise = await open(page, path);
  const box = (index: number) => exercise.getByRole('checkbox').nth(index);
  await check(exercise);
  await expect(notice(exercise)).toContainText('You have not picked an option yet.');
  await expect(notice(exercise).getByText('I think my answer is right')).toHaveCount(0);
  expect(await findFaults(page, '.app-task')).toEqual([]);

  const right = options.flatMap((option, index) => (option.right ? [index] : []));
  const wrong = options.findIndex((option) => !option.right);
  await box(right[0] ?? 0).check();
  await check(exercise);
  await expect(notice(exercise)).toContainText('it is not all');
  await box(wrong).check();
  await expect(notice(exercise)).toContainText('For your earlier answer:');
  expect(await findFaults(page, '.app-task')).toEqual([]);
  await check(exercise);
  await expect(notice(exercise)).toContainText(plain(options[wrong]?.feedback ?? '-'));

  await page.waitForTimeout(1_000);
  await page.reload();
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByText('Your answer from last time is back.')).toBeVisible();
  await expect(box(wrong)).toBeChecked();
  await box(wrong).uncheck();
  for (const index of right) await box(index).check();
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is right.');
  await expect(exercise.getByText('You answered this on')).toBeVisible();
  expect(await findFaults(page, '.app-task')).toEqual([]);
});

test('a figure: typed with keys, checked with Enter, in the ways people write it', async ({ page }) => {
  const path = '02-counting-and-comparing/one-figure';
  const exercise = await open(page, path);
  const box = exercise.getByRole('textbox', { name: 'Your figure, in per cent' });
  await box.focus();
  await page.keyboard.type('about lots', { delay: 30 });
  await page.keyboard.press('Enter');
  await expect(notice(exercise)).toContainText('could not be read as a figure');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1', { delay: 30 });
  await page.keyboard.press('Enter');
  await expect(notice(exercise)).toContainText('The right one is higher.');
  await exercise.getByRole('button', { name: 'Hint' }).click();
  await expect(exercise.getByText(/^Hints?, 1 of/)).toBeVisible();
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(exercise.getByText('This is one way to do it.')).toBeVisible();
  const figure = await box.inputValue();
  await exercise.getByRole('button', { name: 'Back to my answer' }).click();
  await expect(box).toHaveValue('1');
  await box.fill(`${figure} %`);
  await box.press('Enter');
  await expect(notice(exercise)).toContainText('That is right.');
  expect(await findFaults(page, '.app-task')).toEqual([]);
});

test('a prediction: by keyboard alone, one of the results; a value in a cell', async ({ page }) => {
  const exercise = await open(page, '03-missing-is-not-zero/none-or-not-known');
  const results = exercise.getByRole('radio');
  const count = await results.count();
  expect(count).toBeGreaterThan(2);
  await results.first().focus();
  let rightAt = -1;
  for (let index = 0; index < count && rightAt < 0; index++) {
    await page.keyboard.press(index === 0 ? 'Space' : 'ArrowDown');
    await expect(results.nth(index)).toBeChecked();
    await exercise.getByRole('button', { name: 'Check my answer' }).press('Enter');
    await expect(notice(exercise)).not.toContainText('For your earlier answer:');
    if (await notice(exercise).getByText('That is right.').isVisible()) rightAt = index;
    await results.nth(index).focus();
  }
  expect(rightAt).toBeGreaterThanOrEqual(0);

  const { wrong } = await readExercise<{ wrong: { feedback: string }[] }>('01-first-question/three-busiest');
  const cell = await open(page, '01-first-question/three-busiest');
  const box = cell.getByRole('textbox', { name: 'Row 1, column transactions' });
  await box.fill('4,600,000');
  await check(cell);
  await expect(notice(cell)).toContainText(plain(wrong[0]?.feedback ?? '-'));
  expect(await findFaults(page, '.app-task')).toEqual([]);
});

test('an order: moved, left out and put back without a mouse, each move said and the focus kept', async ({
  page,
}) => {
  const path = '02-counting-and-comparing/rows-then-groups';
  const { lines, distractors } = await readExercise<{
    lines: string[];
    distractors: { line: string; feedback: string }[];
  }>(path);
  const exercise = await open(page, path);
  const order = exercise.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await expect(order).toHaveCount(lines.length + distractors.length);
  const press = async (name: string) => {
    const button = exercise.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await check(exercise);
  await expect(notice(exercise).first()).toContainText(/line/);

  for (const { line } of distractors) {
    await press(`Leave out ${line}`);
    await expect(exercise.getByRole('button', { name: `Put back ${line}`, exact: true })).toBeFocused();
  }
  // Each line in turn is moved up to its place: selection sort with the arrows of a keyboard.
  for (const [place, line] of lines.entries()) {
    for (;;) {
      const texts = await order.locator('.app-order__text').allTextContents();
      const at = texts.indexOf(line);
      if (at === place) break;
      await press(`Up ${line}`);
      await expect(exercise.getByRole('status').filter({ hasText: `Now line ${at} of` })).toHaveCount(1);
      await expect(exercise.getByRole('button', { name: `Up ${line}`, exact: true })).toBeFocused();
    }
  }
  expect(await findFaults(page, '.app-task')).toEqual([]);
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is right.');

  await press(`Put back ${distractors[0]?.line ?? ''}`);
  await check(exercise);
  await expect(notice(exercise)).toContainText(plain(distractors[0]?.feedback ?? '-'));
  await exercise.getByRole('button', { name: 'Reset' }).click();
  await expect(order).toHaveCount(lines.length + distractors.length);
});

test('a query to mend: said to be wrong, refused as it stands, accepted when mended', async ({ page }) => {
  const path = '03-missing-is-not-zero/except-fees';
  const { wrong, alternatives } = await readExercise<{
    wrong: { feedback: string }[];
    alternatives: string[];
  }>(path);
  const exercise = await open(page, path);
  await expect(exercise.getByText('The query below is wrong on purpose.')).toBeVisible();
  await check(exercise);
  await expect(notice(exercise).first()).toContainText(plain(wrong[0]?.feedback ?? '-'), { timeout: 60_000 });
  const editor = exercise.getByRole('textbox', { name: /^Your query for/ });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(alternatives[0] ?? '');
  await expect(notice(exercise).first()).toContainText('For your earlier answer:');
  await check(exercise);
  await expect(notice(exercise).first()).toContainText('That is right.', { timeout: 60_000 });
});

test.describe('on a small touch screen', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });
  test('every kind fits, and is answered by touch', async ({ page }) => {
    const order = await open(page, '02-counting-and-comparing/rows-then-groups');
    const first = order.getByRole('list', { name: 'Your order' }).getByRole('listitem').first();
    const text = await first.locator('.app-order__text').textContent();
    await first.getByRole('button', { name: /^Down/ }).tap();
    await expect(first.locator('.app-order__text')).not.toHaveText(text ?? '');
    for (const button of await order.getByRole('list').getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);

    const choice = await open(page, '03-missing-is-not-zero/one-sentence');
    await choice.locator('.govuk-radios__label').first().tap();
    await choice.getByRole('button', { name: 'Check my answer' }).tap();
    await expect(notice(choice)).toContainText('Not yet.');
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  });
});

test('an answer key that does not come is named, and the answer stays', async ({ page }) => {
  await page.route('**/exercises/**', (route) => route.abort());
  const exercise = await open(page, '02-counting-and-comparing/one-figure');
  const box = exercise.getByRole('textbox');
  await box.fill('12.5');
  await check(exercise);
  await expect(exercise.getByText(/could not be downloaded/).first()).toBeVisible();
  await expect(box).toHaveValue('12.5');
  await page.unroute('**/exercises/**');
  await check(exercise);
  await expect(notice(exercise)).toContainText('That is not the figure.');
});

test('a report of a refused figure can be judged again, and asks for nothing but the exercise', async ({
  page,
}) => {
  const exercise = await open(page, '02-counting-and-comparing/one-figure');
  await exercise.getByRole('textbox').fill('87.3');
  await check(exercise);
  await exercise.getByText('I think my answer is right').click();
  const download = page.waitForEvent('download');
  await exercise.getByRole('button', { name: 'Save the report as a file' }).click();
  const report = parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
  expect(report).toMatchObject({
    exercise: 'asking-questions/02-counting-and-comparing/one-figure',
    verdict: 'known-mistake',
    answer: '87.3',
  });
});

test("the facilitator's page shows every exercise with its answer and the mistakes, and is sound", async ({
  page,
}) => {
  await page.goto('/lessons/asking-questions/02-counting-and-comparing/');
  const exercises = await page.locator('section.app-task').count();
  await page.getByRole('link', { name: /notes for the facilitator/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('For the facilitator');
  await expect(page.locator('section.app-notes')).toHaveCount(exercises);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
  expect(await findFaults(page)).toEqual([]);
});

/** Goes to an exercise whose scripts do not arrive until they are released. */
async function openWithoutScripts(page: Page, path: string, panel: RegExp) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(panel, async (route) => {
    await held;
    await route.continue();
  });
  const [lesson = '', id = ''] = path.split('/');
  await page.goto(`/lessons/asking-questions/${lesson}/#${id}`);
  const exercise = page.locator(`section.app-task[aria-labelledby="${id}"]`);
  await exercise.scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeDisabled();
  return { exercise, release };
}

/** Exercises whose input needs no script, what a person does before it is there, and what stands in the input then. */
const early: readonly {
  readonly kind: string;
  readonly path: string;
  readonly panel: RegExp;
  readonly answer: (exercise: Locator) => Promise<void>;
  readonly expectAnswer: (exercise: Locator) => Promise<void>;
}[] = [
  {
    kind: 'a figure',
    path: '02-counting-and-comparing/one-figure',
    panel: /\/NumberPanel\.[^/]*\.js$/,
    answer: (exercise) => exercise.getByRole('textbox').pressSequentially('12.5'),
    expectAnswer: (exercise) => expect(exercise.getByRole('textbox')).toHaveValue('12.5'),
  },
  {
    kind: 'the value of a cell',
    path: '01-first-question/three-busiest',
    panel: /\/PredictPanel\.[^/]*\.js$/,
    answer: (exercise) => exercise.getByRole('textbox').pressSequentially('4,600,000'),
    expectAnswer: (exercise) => expect(exercise.getByRole('textbox')).toHaveValue('4,600,000'),
  },
  {
    kind: 'one option',
    path: '03-missing-is-not-zero/one-sentence',
    panel: /\/ChoicePanel\.[^/]*\.js$/,
    answer: (exercise) => exercise.getByRole('radio').nth(1).check(),
    expectAnswer: (exercise) => expect(exercise.getByRole('radio').nth(1)).toBeChecked(),
  },
  {
    kind: 'several options',
    path: '01-first-question/can-it-answer',
    panel: /\/ChoicePanel\.[^/]*\.js$/,
    async answer(exercise) {
      for (const index of [2, 0]) await exercise.getByRole('checkbox').nth(index).check();
    },
    async expectAnswer(exercise) {
      for (const [index, box] of (await exercise.getByRole('checkbox').all()).entries())
        await expect(box).toBeChecked({ checked: index === 0 || index === 2 });
    },
  },
];

for (const { kind, path, panel, answer, expectAnswer } of early)
  test(`${kind} given before the scripts of its exercise are there is judged and kept`, async ({ page }) => {
    const { exercise, release } = await openWithoutScripts(page, path, panel);
    await answer(exercise);
    release();
    await check(exercise);
    await expect(notice(exercise)).toBeVisible();
    await expect(notice(exercise)).not.toContainText(/You have not/);
    await expectAnswer(exercise);
    await expect
      .poll(async () => (await storedRecord(page, `asking-questions/${path}`))?.attempts)
      .toHaveLength(1);
    await page.reload();
    await expectAnswer(exercise);
    await expect(exercise.getByText('Your answer from last time is back.')).toBeVisible();
  });

test('lines move only once the scripts are there, and the buttons say so', async ({ page }) => {
  const { exercise, release } = await openWithoutScripts(
    page,
    '02-counting-and-comparing/rows-then-groups',
    /\/OrderPanel\.[^/]*\.js$/,
  );
  const first = exercise.getByRole('button', { name: /^Down/ }).first();
  await expect(first).toBeDisabled();
  release();
  await expect(first).toBeEnabled();
});

test('an answer of an earlier visit that another one was faster than is told of, and stays', async ({
  page,
}) => {
  const [figure] = early;
  if (!figure) throw new Error('no such exercise');
  const before = await open(page, figure.path);
  await before.getByRole('textbox').fill('99');
  await expect
    .poll(async () => (await storedRecord(page, `asking-questions/${figure.path}`))?.draft)
    .toBe('99');

  // From elsewhere: going to a place in the page that stands here would not load it again.
  await page.goto('/');
  const { exercise, release } = await openWithoutScripts(page, figure.path, figure.panel);
  await figure.answer(exercise);
  await expect(exercise.getByText('Your answer from last time')).toHaveCount(0);
  release();
  await expect(
    exercise.getByRole('status').filter({ hasText: 'Your answer from last time is kept' }),
  ).toBeVisible();
  await figure.expectAnswer(exercise);
  await expect
    .poll(async () => (await storedRecord(page, `asking-questions/${figure.path}`))?.otherDrafts)
    .toMatchObject([{ text: '99' }]);
  await page.getByRole('link', { name: 'Your progress' }).click();
  await page.getByText('Earlier versions of your answer (1)').click();
  await expect(page.getByText('99', { exact: true })).toBeVisible();
});

test('an answer that the browser gives out too late is told of too', async ({ page }) => {
  const path = '02-counting-and-comparing/one-figure';
  const before = await open(page, path);
  await before.getByRole('textbox').fill('99');
  await expect.poll(async () => (await storedRecord(page, `asking-questions/${path}`))?.draft).toBe('99');

  const release = await holdDatabase(page);
  await page.goto('/');
  const exercise = await open(page, path);
  await exercise.getByRole('textbox').fill('12.5');
  // Saved meanwhile, so that it comes back from there beside the earlier one.
  await page.waitForTimeout(1_500);
  await expect(exercise.getByText('Your answer from last time')).toHaveCount(0);
  await release();
  await expect(
    exercise.getByRole('status').filter({ hasText: 'Your answer from last time is kept' }),
  ).toBeVisible();
  await expect(exercise.getByRole('textbox')).toHaveValue('12.5');
});
