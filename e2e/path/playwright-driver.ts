import type { Page } from '@playwright/test';
import type { Driver } from './driver.ts';

/** A page of Playwright's. */
export function createPlaywrightDriver(page: Page): Driver {
  return {
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    click: (xpath) => page.locator(`xpath=${xpath}`).first().click(),
    async typeOver(text) {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    chooseFile: (xpath, path) => page.locator(`xpath=${xpath}`).setInputFiles(path),
  };
}
