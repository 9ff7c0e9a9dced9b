import { expect, test } from '@playwright/test';
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

test('with a keyboard and room there are no such keys', async ({ page }) => {
  const exercise = await openExercise(page, title);
  await expect(exercise.getByRole('group', { name: 'Keys for your query' })).toHaveCount(0);
});
