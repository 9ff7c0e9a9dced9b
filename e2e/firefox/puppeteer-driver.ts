import type { ElementHandle, Page } from 'puppeteer-core';
import type { Driver } from '../path/driver.ts';

/** A page of Puppeteer's, which drives a stock Firefox by WebDriver BiDi. */
export function createPuppeteerDriver(page: Page): Driver {
  const find = async (xpath: string): Promise<ElementHandle<Element>> => {
    const element = await page.$(`::-p-xpath(${xpath})`);
    if (!element) throw new Error(`Nothing on the page fits ${xpath}.`);
    return element;
  };
  return {
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    click: async (xpath) => (await find(xpath)).click(),
    async typeOver(text) {
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type(text);
    },
    async chooseFile(xpath, path) {
      await ((await find(xpath)) as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
  };
}
