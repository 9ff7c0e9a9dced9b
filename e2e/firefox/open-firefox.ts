import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { findFirefox } from '#src/authoring/node/find-browser.ts';

/** Where a stock Firefox is; undefined when the machine has none, and `npm test` says so in its last lines. */
export const firefoxPath = findFirefox();

/** @param preferences Firefox's own settings (`about:config`) */
export function openFirefox(preferences: Readonly<Record<string, unknown>> = {}): Promise<Browser> {
  if (!firefoxPath) throw new Error('There is no Firefox here. Install one, or set FIREFOX_PATH.');
  return launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: { ...preferences },
  });
}
