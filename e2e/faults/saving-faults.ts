import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { editorOf, findExercise, resultOf, run } from '../support/exercise.ts';
import { serviceCount } from '../support/row-count.ts';
import { askForDeletion, clingToDatabase, holdDatabase, storedRecord } from '../support/stored-progress.ts';
import type { Fault } from './fault.ts';

const title = 'Choose your columns';
const exerciseId = 'asking-questions/01-first-question/choose-columns';
const isBack = /Your answer from last time is back/;
const exploreEditor = (work: Locator) => work.getByRole('textbox', { name: 'Your query' });

/** What takes the cause of a page's fault away. */
const mends = new WeakMap<Page, () => Promise<unknown>>();

/** Breaks the page by a script that runs before its own, until it is mended. */
async function breakBy(page: Page, script: () => void): Promise<void> {
  const broken = await page.addInitScript(script);
  mends.set(page, () => broken.dispose());
}

async function mend(page: Page): Promise<void> {
  await mends.get(page)?.();
}

function refuseDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
}

function refuseLocalStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new DOMException('forbidden', 'SecurityError');
    },
  });
}

/** On a small screen the plain editor stands there without a setting. */
const onSmallScreen = (page: Page) => page.setViewportSize({ width: 600, height: 900 });

async function reload(page: Page): Promise<void> {
  await page.reload();
  await findExercise(page, title);
}

/** Types the text once more, after another: something is there to save. */
async function typeAgain(editor: Locator): Promise<void> {
  const text = await editor.inputValue();
  await editor.fill('SELECT 1');
  await editor.fill(text);
}

/** The text is in the database, and the page does not say otherwise. */
async function isStored(page: Page, work: Locator): Promise<void> {
  const text = await editorOf(work).inputValue();
  await expect.poll(async () => (await storedRecord(page, exerciseId))?.draft).toBe(text);
  await expect(work.locator('.app-notice--warn')).toHaveCount(0);
}

/** Mends the cause, opens the page again and sees the text stored. */
async function mendAndReload(page: Page, work: Locator): Promise<void> {
  await reload(page);
  await expect(editorOf(work)).toHaveValue(/typed before it broke/);
  await mend(page);
  await reload(page);
  await expect(editorOf(work)).toHaveValue(/typed before it broke/);
  await isStored(page, work);
}

/** Work that cannot be saved, cannot be saved yet, or was saved and is gone. */
export const savingFaults: readonly Fault[] = [
  {
    fault: 'the database is forbidden, as in some private windows',
    place: 'exercise',
    before: (page) => breakBy(page, refuseDatabase),
    happens: async () => {},
    says: /does not let this site save your work\. You can carry on: .*also when you reload/,
    recover: mendAndReload,
  },
  {
    fault: 'the browser has no database at all',
    place: 'exercise',
    before: (page) => breakBy(page, () => Object.defineProperty(window, 'indexedDB', { value: undefined })),
    happens: async () => {},
    says: /does not let this site save your work/,
    recover: mendAndReload,
  },
  {
    fault: 'the database never answers',
    place: 'exercise',
    before: (page) =>
      breakBy(page, () => {
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (name) {
          const request = open.call(this, name);
          request.addEventListener = () => {};
          return request;
        };
      }),
    happens: async () => {},
    says: /takes too long to reach your saved work\. You can carry on/,
    recover: mendAndReload,
  },
  {
    fault: 'localStorage is forbidden, and the page is left at once',
    place: 'exercise',
    before: async (page) => {
      await onSmallScreen(page);
      await breakBy(page, refuseLocalStorage);
    },
    happens: (page) => reload(page),
    says: isBack,
    recover: isStored,
  },
  {
    fault: 'all storage is forbidden',
    place: 'exercise',
    before: async (page) => {
      await onSmallScreen(page);
      await breakBy(page, () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('forbidden', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('forbidden', 'SecurityError');
          },
        });
      });
    },
    happens: async () => {},
    says: /does not let this site save your work\. .*until you close this tab, also when you reload/,
    recover: mendAndReload,
  },
  {
    fault: 'another tab does not end its write',
    place: 'exercise',
    happens: async (page, work) => {
      const release = await holdDatabase(page);
      mends.set(page, release);
      await typeAgain(editorOf(work));
    },
    says: /takes too long to reach your saved work\. You can carry on/,
    recover: async (page, work) => {
      const before = Date.now();
      await reload(page);
      // Opening the page is in it too, on a machine that may be busy.
      expect(Date.now() - before).toBeLessThan(10_000);
      await expect(editorOf(work)).toHaveValue(/typed before it broke/);
      await run(work);
      await expect(resultOf(work)).toContainText(countWords(serviceCount, 'row'));
      await mend(page);
      await isStored(page, work);
    },
  },
  {
    fault: 'another tab keeps the database from being deleted and opened',
    place: 'exercise',
    happens: async (page, work) => {
      mends.set(page, await clingToDatabase(page));
      await askForDeletion(page);
      await typeAgain(editorOf(work));
    },
    says: /takes too long to reach your saved work\. You can carry on/,
    recover: async (page, work) => {
      await reload(page);
      await expect(editorOf(work)).toHaveValue(/typed before it broke/);
      await mend(page);
      await isStored(page, work);
    },
  },
  {
    fault: 'there is no room left',
    place: 'exercise',
    before: async (page) => {
      const browser = await page.context().newCDPSession(page);
      const origin = new URL(
        process.env['PORT'] ? `http://localhost:${process.env['PORT']}` : 'http://localhost:4329',
      ).origin;
      // Before anything is stored: the browser remembers for a while how much room there was.
      await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      mends.set(page, () => browser.send('Storage.overrideQuotaForOrigin', { origin }));
    },
    happens: async () => {},
    says: /no room left in this browser to save your work\. You can carry on: .*also when you reload/,
    recover: async (page, work) => {
      await reload(page);
      await expect(editorOf(work)).toHaveValue(/typed before it broke/);
      await mend(page);
      // It tries again by itself.
      await isStored(page, work);
    },
  },
  {
    fault: 'the browser deletes all data of the site while the page is open',
    place: 'exercise',
    happens: async (page, work) => {
      await isStored(page, work);
      const browser = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    },
    says: /deleted while this page was open\. What you did on this page has been saved again/,
    recover: async (page, work) => {
      await expect
        .poll(async () => (await storedRecord(page, exerciseId))?.draft)
        .toMatch(/typed before it broke/);
      await editorOf(work).fill('SELECT 2');
      await expect.poll(async () => (await storedRecord(page, exerciseId))?.draft).toBe('SELECT 2');
      await editorOf(work).fill('SELECT service FROM services -- typed before it broke');
      await reload(page);
      await isStored(page, work);
    },
  },
  {
    fault: 'another tab deletes the database',
    place: 'exercise',
    happens: async (page, work) => {
      await isStored(page, work);
      await askForDeletion(page);
    },
    says: /deleted while this page was open\. What you did on this page has been saved again/,
    recover: async (page, work) => {
      await expect
        .poll(async () => (await storedRecord(page, exerciseId))?.draft)
        .toMatch(/typed before it broke/);
      await reload(page);
      await isStored(page, work);
    },
  },
  {
    fault: 'the browser loses the way to its database',
    place: 'exercise',
    happens: async (page, work) => {
      await isStored(page, work);
      await page.evaluate(() => {
        const { transaction } = IDBDatabase.prototype;
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
        };
        Object.assign(window, { mend: () => (IDBDatabase.prototype.transaction = transaction) });
      });
      await typeAgain(editorOf(work));
    },
    says: /does not let this site save your work/,
    recover: async (page, work) => {
      await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
      await isStored(page, work);
    },
  },
  {
    fault: 'a newer version of the site is open in another tab',
    place: 'exercise',
    happens: async (page, work) => {
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('lunchtime-code-club', 2);
            opening.onsuccess = () => {
              opening.result.close();
              resolve();
            };
            opening.onerror = () => reject(opening.error ?? new Error('not opened'));
          }),
      );
      await typeAgain(editorOf(work));
    },
    says: /newer version of this site is open in another tab\. .*Reload this page to save it again/,
    recover: async (page, work) => {
      await reload(page);
      await expect(work.getByText(/This page is older than your saved work/)).toBeVisible();
      await expect(editorOf(work)).toHaveValue(/typed before it broke/);
      await askForDeletion(page);
      await reload(page);
      await isStored(page, work);
    },
  },
  {
    fault: 'a database of our name holds nothing of ours',
    place: 'exercise',
    before: async (page) => {
      await page.goto('/favicon.svg');
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('lunchtime-code-club', 1);
            opening.onsuccess = () => {
              opening.result.close();
              resolve();
            };
          }),
      );
    },
    happens: (page) => reload(page),
    says: isBack,
    recover: isStored,
  },
  {
    fault: 'the clock is put back',
    place: 'exercise',
    happens: async (page, work) => {
      await isStored(page, work);
      await page.clock.setFixedTime('2019-01-01T00:00:00Z');
      await typeAgain(editorOf(work));
      await reload(page);
    },
    says: isBack,
    recover: async (page, work) => {
      await isStored(page, work);
      await work.getByRole('button', { name: 'Check my answer' }).click();
      await expect
        .poll(async () => (await storedRecord(page, exerciseId))?.attempts.length, { timeout: 30_000 })
        .toBe(1);
    },
  },
  {
    fault: 'a stored record is damaged',
    place: 'exercise',
    happens: async (page, work) => {
      await isStored(page, work);
      await page.evaluate(
        (id) =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('lunchtime-code-club');
            opening.onsuccess = () => {
              const writing = opening.result.transaction('records', 'readwrite');
              writing.objectStore('records').put({ exerciseId: id, draft: 'my words', attempts: 'none' }, id);
              writing.oncomplete = () => resolve();
            };
          }),
        exerciseId,
      );
      await typeAgain(editorOf(work));
      await reload(page);
    },
    says: isBack,
    recover: async (page, work) => {
      await isStored(page, work);
      const other = await page.context().newPage();
      await other.goto('/progress/');
      await expect(other.getByText('1 stored record could not be read')).toBeVisible();
    },
  },
  {
    fault: 'localStorage is full',
    place: 'explore',
    before: (page) =>
      breakBy(page, () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      }),
    happens: async () => {},
    says: /does not keep this query, .* gone when you close this tab/,
    recover: async (page, work) => {
      await work.getByRole('textbox', { name: 'Name this query' }).fill('Mine');
      await work.getByRole('button', { name: 'Save', exact: true }).click();
      await page.reload();
      await expect(work.getByRole('button', { name: 'Open Mine' })).toBeVisible();
      await expect(exploreEditor(work)).toHaveValue(/typed before it broke/);
      await mend(page);
      await page.reload();
      await expect(work.getByText(/does not keep this query/)).toHaveCount(0);
    },
  },
  {
    fault: 'all storage is forbidden',
    place: 'explore',
    before: async (page) => {
      await onSmallScreen(page);
      await breakBy(page, refuseLocalStorage);
    },
    happens: async () => {},
    says: /does not keep this query, .* gone when you close this tab/,
    recover: async (page, work) => {
      await page.reload();
      await expect(exploreEditor(work)).toHaveValue(/typed before it broke/);
      await mend(page);
      await page.reload();
      await expect(work.getByText(/does not keep this query/)).toHaveCount(0);
    },
  },
  {
    fault: 'what Explore stored is damaged',
    place: 'explore',
    happens: async (page, work) => {
      await page.evaluate(() => localStorage.setItem('lunchtime-code-club-queries', '[{"name": "half a qu'));
      await work.getByRole('textbox', { name: 'Name this query' }).fill('Mine');
      await work.getByRole('button', { name: 'Save', exact: true }).click();
    },
    says: /Saved “Mine” in this browser/,
    recover: async (page) => {
      await page.reload();
      const aside = () => page.evaluate(() => localStorage.getItem('lunchtime-code-club-queries-unread'));
      expect(await aside()).toContain('half a qu');
    },
  },
];
