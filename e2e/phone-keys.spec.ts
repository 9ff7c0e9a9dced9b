import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { editorOf, openExercise, resultOf } from './support/exercise.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const title = 'Choose your columns';

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a query is written and run with the keys under the editor, and the editor keeps the focus', async ({
    page,
  }) => {
    const exercise = await openExercise(page, title);
    const editor = editorOf(exercise);
    await editor.fill('');
    await editor.tap();
    const keys = exercise.getByRole('group', { name: 'Keys for your query' });
    const tap = (name: string) => keys.getByRole('button', { name, exact: true }).tap();
    await tap('Type SELECT');
    await page.keyboard.type('count');
    await tap('Type (');
    await tap('Type *');
    await tap('Type )');
    await tap('Type FROM');
    await tap('Type services');
    await expect(editor).toHaveValue('SELECT count(*) FROM services ');
    await expect(editor).toBeFocused();
    // In the middle of the text too.
    await page.keyboard.press('ControlOrMeta+Home');
    await tap("Type '");
    await expect(editor).toHaveValue("'SELECT count(*) FROM services ");
    await page.keyboard.press('Backspace');
    await tap('Run this query');
    await expect(resultOf(exercise).getByRole('cell')).toHaveCount(1, { timeout: 40_000 });

    expect(await findFaults(page, '.app-task')).toEqual([]);
    expect(await measureOverflow(page)).toBe(0);
    const box = await keys.getByRole('button', { name: "Type '", exact: true }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  });
});

test.describe("above a phone's own keyboard", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  const keyboard = 330;
  const open: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    // As Chrome and Firefox do where the page asks for it.
    'makes the window smaller': (page) => page.setViewportSize({ width: 390, height: 844 - keyboard }),
    // As Safari does.
    'lies over the page': (page) =>
      page.evaluate((height) => {
        const seen = window.visualViewport;
        if (!seen) throw new Error('This browser does not say what can be seen.');
        Object.defineProperty(seen, 'height', { value: window.innerHeight - height });
        seen.dispatchEvent(new Event('resize'));
      }, keyboard),
  };
  for (const [way, openKeyboard] of Object.entries(open)) {
    test(`the keys and Run are in sight when it ${way}`, async ({ page }) => {
      const exercise = await openExercise(page, title);
      await editorOf(exercise).tap();
      const run = exercise.getByRole('button', { name: 'Run this query' });
      await openKeyboard(page);
      await expect(exercise.locator('.app-keys--floating')).toBeVisible();
      const box = await run.boundingBox();
      const bottom = (box?.y ?? NaN) + (box?.height ?? NaN);
      expect(bottom).toBeLessThanOrEqual(844 - keyboard);
      expect(bottom).toBeGreaterThan(844 - keyboard - 60);
      const editor = await editorOf(exercise).boundingBox();
      expect((editor?.y ?? NaN) + (editor?.height ?? NaN)).toBeLessThan(box?.y ?? NaN);
    });
  }

  test('the words are those that the lesson uses, and none of an answer', async ({ page }) => {
    const lesson = '/lessons/asking-questions/02-counting-and-comparing/';
    await page.goto(lesson);
    const keys = page.getByRole('group', { name: 'Keys for your query' }).first();
    await expect(keys.getByRole('button', { name: 'Type GROUP BY' })).toBeAttached();
    await expect(keys.getByRole('button', { name: 'Type count' })).toBeAttached();
    await expect(keys.getByRole('button', { name: 'Type HAVING' })).toHaveCount(0);
  });
});

test('with a keyboard and room there are no such keys', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await expect(exercise.getByRole('group', { name: 'Keys for your query' })).toHaveCount(0);
});
