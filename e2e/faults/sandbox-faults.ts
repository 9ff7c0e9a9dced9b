import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { resultOf, run } from '../support/exercise.ts';
import type { Fault } from './fault.ts';

const sandboxPage = '**/sandbox/**';

async function runAgain(page: Page, exercise: Locator): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await run(exercise);
  await expect(resultOf(exercise)).toBeVisible({ timeout: 30_000 });
}

/** A pipeline is run, and the place where it should run is broken. */
function broken(fault: string, before: (page: Page) => Promise<unknown>, says: RegExp): Fault {
  return { fault, place: 'pipeline', before, happens: (_page, work) => run(work), says, recover: runAgain };
}

/** What can become of the page in which pipelines run. */
export const sandboxFaults: readonly Fault[] = [
  broken(
    'the page that runs JavaScript is not there (404)',
    (page) => page.route(sandboxPage, (route) => route.fulfill({ status: 404, body: '' })),
    /The part that runs JavaScript could not be downloaded/,
  ),
  broken(
    'the connection breaks before the page that runs JavaScript is there',
    (page) => page.route(sandboxPage, (route) => route.abort()),
    /The part that runs JavaScript could not be downloaded/,
  ),
  broken(
    'the host forbids frames by a header',
    (page) =>
      page.route(sandboxPage, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'x-frame-options': 'DENY' } });
      }),
    /must be sent without X-Frame-Options.*Exercises in SQL go on working/,
  ),
  {
    fault: 'the worker ends without a word',
    place: 'pipeline',
    // A worker of its own making throws where the sandbox has left it no ears but the error.
    before: (page) =>
      page.route(sandboxPage, async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        await route.fulfill({
          response,
          body: toBrokenWorkers(text),
          headers: { 'content-type': 'text/html' },
        });
      }),
    happens: (_page, work) => run(work),
    says: /Your pipeline ended without a table that can be read/,
    recover: async (page, work) => {
      // The frame that is there stays broken: only a new page has another.
      const text = await work.getByRole('textbox', { name: /^Your pipeline for/ }).inputValue();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.reload();
      await expect(work.getByRole('textbox', { name: /^Your pipeline for/ })).toHaveValue(text);
      await runAgain(page, work);
    },
  },
];

/** The page with its policy taken out and workers that fail at their first message. */
function toBrokenWorkers(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace(
    '<script>',
    `<script>
        const Real = self.Worker;
        self.Worker = function (address) {
          const text = 'postMessage("ready"); onmessage = () => { throw new Error("broken on purpose"); };';
          return new Real(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
        };
      </script><script>`,
  );
}
