import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { projectRoot } from '#src/authoring/node/project-root.ts';
import { buildCheckPage } from './build-check-page.ts';
import { openBenchBrowser } from './open-bench-browser.ts';

/** Where the bench page stands: no server is there, the browser is answered by this process. */
export const benchUrl = 'http://localhost:4399';

/**
 * Opens a page that gets a script of `e2e/support` and the prepared assets under `benchUrl`, and closes it when `work`
 * has ended. The page is still empty: `work` goes to `benchUrl`.
 */
export async function withBenchPage(entry: string, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await openBenchBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const page = await browser.newPage();
    const { html, script } = await buildCheckPage(projectRoot, folder, entry);
    await page.route(`${benchUrl}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html });
      else if (pathname === '/check-page.js') await route.fulfill({ path: script });
      else
        await route.fulfill({
          path: join(projectRoot, 'public', pathname.endsWith('/') ? `${pathname}index.html` : pathname),
        });
    });
    await work(page);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
