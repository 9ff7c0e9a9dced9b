import { expect } from '@playwright/test';
import type { Driver } from './driver.ts';

/** What a person sees and does on a page of the site. Each deed waits until it can be done. */
export interface Visitor {
  readonly open: (path: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** The visible words of a part of the page; empty while the part is not there. */
  readonly read: (part: string) => Promise<string>;
  readonly sees: (part: string, words: string | RegExp, limitMs?: number) => Promise<void>;
  /** Clicks the button or link with this name, once it is there and not disabled. */
  readonly press: (part: string, name: string) => Promise<void>;
  /** Replaces what the editor of a part holds. */
  readonly write: (part: string, text: string) => Promise<void>;
  /** Waits for the editor of a part to hold these words. */
  readonly holds: (part: string, words: string) => Promise<void>;
  /** Whether an element of a part is there, by XPath from the part. */
  readonly has: (part: string, xpath: string) => Promise<boolean>;
  readonly chooseFile: (label: string, path: string) => Promise<void>;
}

/** The parts of a page, as XPath. */
export const mainPart = '//main';
export const exercisePart = (title: string) =>
  `//section[contains(@class, "app-task")][h2[contains(., "${title}")] or div/h2[contains(., "${title}")]]`;

const isEditor = 'self::textarea or @role="textbox"';
const waitMs = 20_000;

export function createVisitor(driver: Driver, siteUrl: string): Visitor {
  let presses = 0;
  /** Evaluates `use` with the first element that fits as `element`, which may be null. */
  const withElement = (xpath: string, use: string) =>
    driver.evaluate(
      `((element) => ${use})(document.evaluate(${JSON.stringify(xpath)}, document, null, 9, null).singleNodeValue)`,
    );
  const editorOf = (part: string) => `${part}//*[${isEditor}]`;
  const read = async (part: string) => String((await withElement(part, `element?.innerText ?? ''`)) ?? '');
  const has = async (part: string, xpath: string) =>
    (await withElement(`${part}${xpath}`, 'element !== null')) === true;
  async function holds(part: string, words: string): Promise<void> {
    // The code editor draws its text as lines, and takes the place of the plain one once nobody types there.
    const held = async () => {
      const text = await withElement(
        part,
        `[...(element?.querySelectorAll('textarea, .view-lines') ?? [])]
          .filter((field) => field.checkVisibility() && field.clientHeight > 20)
          .map((field) => field.value ?? field.innerText).join()`,
      );
      return String(text).replace(/\s+/g, ' ');
    };
    await expect.poll(held, { timeout: waitMs }).toContain(words);
  }

  return {
    open: (path) => driver.goto(`${siteUrl}${path}`),
    reload: () => driver.reload(),
    read,
    has,
    async sees(part, words, limitMs = waitMs) {
      const seen = expect.poll(() => read(part), { timeout: limitMs });
      await (typeof words === 'string' ? seen.toContain(words) : seen.toMatch(words));
    },
    async press(part, name) {
      const control = `${part}//*[self::button[not(@disabled)] or self::a[@href]][normalize-space() = ${JSON.stringify(name)}]`;
      const mark = `pressed-${String(++presses)}`;
      // Some buttons stand twice, one for phones: the one that shows is marked, and clicked by its mark.
      const isMarked = `(() => {
        const found = document.evaluate(${JSON.stringify(control)}, document, null, 7, null);
        const all = Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index));
        const shown = all.find((each) => each.checkVisibility() && each.getClientRects().length > 0);
        if (!shown) return false;
        shown.scrollIntoView({ block: 'center' });
        shown.setAttribute('data-mark', '${mark}');
        // A page that still moves would be clicked beside it.
        const stoodAt = shown.getAttribute('data-at');
        const { x, y } = shown.getBoundingClientRect();
        shown.setAttribute('data-at', [x, y + scrollY].join());
        return stoodAt === shown.getAttribute('data-at');
      })()`;
      await expect
        .poll(() => driver.evaluate(isMarked), { timeout: waitMs, message: `"${name}" can be pressed` })
        .toBe(true);
      await driver.click(`//*[@data-mark="${mark}"]`);
    },
    async write(part, text) {
      // A part works only once it comes near: scroll first.
      const isFocused = `!!element && (element.scrollIntoView({ block: 'center' }), !element.readOnly)
        && (element.focus(), document.activeElement === element)`;
      await expect.poll(() => withElement(editorOf(part), isFocused), { timeout: waitMs }).toBe(true);
      await driver.typeOver(text);
      await holds(part, text);
    },
    holds,
    async chooseFile(label, path) {
      const field = `//input[@type="file"][@id = //label[contains(., "${label}")]/@for or @aria-label="${label}"]`;
      // Before the page can take a file its field is off, and one given to it would go nowhere.
      await expect.poll(() => has(`${field}[not(@disabled)]`, ''), { timeout: waitMs }).toBe(true);
      await driver.chooseFile(field, path);
    },
  };
}
