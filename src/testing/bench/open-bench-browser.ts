import { chromium } from 'playwright';
import type { Browser, BrowserContext } from 'playwright';
import { browserArguments, ensureBrowser } from '#src/authoring/node/find-browser.ts';

/**
 * A browser as the browser tests use, installed when the machine has none. The caller closes it. Where none can be
 * installed the bench ends, with a sentence saying what to do.
 */
export function openBenchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

/** The same for a tool that steers it by itself, through this port. */
export function openDebugBrowser(port: number): Promise<Browser> {
  const { executablePath, args } = launchOptions();
  return chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] });
}

/** The same with a profile of its own in this folder: an empty folder is an empty cache. */
export function openBenchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, launchOptions());
}

/** The path of the browser's executable. A bench that works long before it opens one asks for it first. */
export function requireBrowser(): string {
  try {
    return ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function launchOptions(): { executablePath: string; args: string[] } {
  return { executablePath: requireBrowser(), args: browserArguments };
}
