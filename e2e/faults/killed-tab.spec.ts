import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { editorOf, openExercise } from '../support/exercise.ts';

const title = 'Choose your columns';
const query =
  'SELECT service, department, transactions FROM services WHERE transactions > 1000000 ORDER BY transactions DESC ';
/** What a crash may cost. */
const mostLostMs = 2_000;

/** Ends the renderer of the page, as a crash or the system's task manager does. */
async function kill(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const gone = new Promise<unknown>((resolve) => page.once('crash', resolve));
  // It is never answered.
  browser.send('Page.crash').catch(() => undefined);
  await gone;
}

/** Types key by key, without ever resting for half a second, until the time is over: each text and when it stood there. */
async function typeFor(page: Page, durationMs: number): Promise<{ text: string; at: number }[]> {
  const until = Date.now() + durationMs;
  const typed: { text: string; at: number }[] = [];
  for (let text = ''; Date.now() < until;) {
    const key = query[text.length % query.length] ?? ' ';
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    text += key;
    typed.push({ text, at: Date.now() });
    await page.waitForTimeout(60 + Math.random() * 140);
  }
  return typed;
}

async function startTyping(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const exercise = await openExercise(page, title);
  await editorOf(exercise).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  return page;
}

for (const editor of ['plain', 'code'] as const) {
  test(`${editor} editor: typing without a rest and a killed tab lose at most two seconds`, async ({
    context,
  }) => {
    test.setTimeout(180_000);
    await context.addInitScript((chosen) => {
      localStorage.setItem(
        'lunchtime-code-club-settings',
        JSON.stringify({ editor: chosen, theme: 'system' }),
      );
    }, editor);
    for (let round = 0; round < 4; round++) {
      const page = await startTyping(context);
      const typed = await typeFor(page, 2_500 + Math.random() * 3_000);
      const killedAt = Date.now();
      await kill(page);
      await page.close();
      const next = await context.newPage();
      const exercise = await openExercise(next, title);
      const kept = await editorOf(exercise).inputValue();
      const safe = typed.filter(({ at }) => at <= killedAt - mostLostMs).at(-1)?.text ?? '';
      const last = typed.at(-1)?.text ?? '';
      expect(safe.length).toBeGreaterThan(0);
      expect(last.startsWith(kept), `round ${round}: “${kept}” is of “${last}”`).toBe(true);
      expect(kept.length, `round ${round}: “${kept}” of “${last}”`).toBeGreaterThanOrEqual(safe.length);
      await next.close();
    }
  });
}
