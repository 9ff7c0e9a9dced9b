import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** How a newcomer works: what they do with a thing on the page, and how much they have done so far. */
export interface Newcomer {
  readonly page: Page;
  /** Follows a link, presses a button or picks an option. */
  readonly use: (thing: Locator) => Promise<void>;
  /** Types a text in place of the one that stands in a field, key by key. */
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly done: () => { readonly keys: number; readonly presses: number };
}

/** Between two keys, in milliseconds: somebody who looks for them types about 12 a second at best, and mostly slower. */
const keyMs = 80;
/** To find a thing on the page and press it, in milliseconds. */
const pressMs = 1_500;

/** How long the newcomer has been at it, in seconds, reading left out: counted, so that a busy machine changes nothing. */
export function toSeconds({ keys, presses }: ReturnType<Newcomer['done']>): number {
  return (keys * keyMs + presses * pressMs) / 1000;
}

/** Somebody with a mouse and a keyboard, or with a finger and the phone's own keys; `delay` is between two keys, in ms. */
export function withPointer(page: Page, pointer: 'mouse' | 'finger', delay = keyMs): Newcomer {
  let keys = 0;
  let presses = 0;
  const use = async (thing: Locator) => {
    presses++;
    await (pointer === 'mouse' ? thing.click() : thing.tap());
  };
  return {
    page,
    use,
    async type(field, text) {
      presses++;
      // It comes alive when it is in sight.
      await expect(() => field.scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass({ timeout: 15_000 });
      await expect(field).toBeEnabled();
      // What the code editor takes keys with lies under what it draws.
      // The editors may change places in that moment: then the press is tried again.
      const press = async () => {
        await field.scrollIntoViewIfNeeded({ timeout: 2_000 });
        await (pointer === 'mouse' ? field.click({ force: true, timeout: 2_000 }) : field.tap());
      };
      await expect(press).toPass({ timeout: 15_000 });
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text, { delay });
      keys += 1 + text.length;
    },
    done: () => ({ keys, presses }),
  };
}

/** More stops than these between two things that belong together are a trap. */
const mostStops = 40;

/** Somebody who has no pointer at all; `delay` is between two keys, in ms. */
export function withKeyboard(page: Page, delay = keyMs): Newcomer {
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key, { delay });
  };
  const isFocused = (thing: Locator) => thing.evaluate((element) => element === document.activeElement);
  /** Goes on with Tab to the thing. */
  const reach = async (thing: Locator) => {
    await expect(thing).toBeVisible();
    for (let stops = 0; !(await isFocused(thing)); stops++) {
      if (stops > mostStops) throw new Error(`${mostStops} stops, and not at ${String(thing)} yet.`);
      await press('Tab');
    }
  };
  return {
    page,
    async use(thing) {
      await reach(thing);
      await press((await thing.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    },
    async type(field, text) {
      await reach(field);
      await press('ControlOrMeta+A');
      await page.keyboard.type(text, { delay });
      keys += text.length;
    },
    done: () => ({ keys, presses: 0 }),
  };
}
