import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { withAttempt, withDraft } from '#src/progress/edit-record.ts';
import { createRecord } from '#src/progress/exercise-record.ts';
import type { ExerciseRecord } from '#src/progress/exercise-record.ts';
import { createProgressFile } from '#src/progress/progress-file.ts';
import type { ProgressFile } from '#src/progress/progress-file.ts';
import { storedRecord as recordOf } from './support/stored-progress.ts';
import { findFaults, measureOverflow } from './support/soundness.ts';

const lessonPath = '/lessons/asking-questions/01-first-question/';
const exerciseId = 'asking-questions/01-first-question/busiest';
const title = 'The busiest services';
const at = '2026-05-03T12:30:00.000Z';

// The plain editor is a text box like any other; the code editor has tests of its own.
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    try {
      localStorage.setItem(
        'lunchtime-code-club-settings',
        JSON.stringify({ editor: 'plain', theme: 'system' }),
      );
    } catch {
      // One test takes localStorage away.
    }
  });
});

const attempt = {
  exerciseId,
  exerciseVersion: 'an earlier version',
  lessonVersion: 'an earlier version',
  at,
  answer: 'SELECT service FROM services',
  verdict: 'correct',
  passed: true,
  hintsUsed: 0,
  solutionSeen: false,
} as const;
const passed = withAttempt(createRecord(exerciseId), attempt);

async function openExercise(page: Page): Promise<Locator> {
  await page.goto(`${lessonPath}#busiest`);
  const editor = page.getByRole('textbox', { name: title });
  await editor.scrollIntoViewIfNeeded();
  await expect(editor).toBeEditable();
  return editor;
}

async function openProgress(page: Page): Promise<void> {
  await page.goto('/progress/');
  await expect(page.getByText('This is recorded only in this browser')).toBeVisible();
}

function lineOf(page: Page, name = title): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

const storedRecord = (page: Page) => recordOf(page, exerciseId);

async function exportFile(page: Page): Promise<{ name: string; text: string; file: ProgressFile }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const saved = await download;
  const text = await readFile(await saved.path(), 'utf8');
  return { name: saved.suggestedFilename(), text, file: JSON.parse(text) as ProgressFile };
}

async function importText(page: Page, text: string): Promise<void> {
  const file = { name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Choose a file that you exported').setInputFiles(file);
  await page.getByRole('button', { name: 'Import the file' }).click();
}

function toFileText(...records: ExerciseRecord[]): string {
  return JSON.stringify(createProgressFile({ exportedAt: at, records, lastPlace: null, setAside: [] }));
}

test('a text typed just before a reload is there afterwards', async ({ page }) => {
  const editor = await openExercise(page);
  await editor.fill('SELECT department FROM services -- half a thought');
  await page.reload();
  await editor.scrollIntoViewIfNeeded();
  await expect(editor).toHaveValue('SELECT department FROM services -- half a thought');
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))))
    .toEqual([]);
});

test('a text typed and left before the scripts came is there at the next visit', async ({ page }) => {
  await page.route('**/_astro/*.js', () => undefined);
  await page.goto(`${lessonPath}#busiest`, { waitUntil: 'commit' });
  const editor = page.getByRole('textbox', { name: title });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('SELECT service -- early', { delay: 30 });
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await editor.scrollIntoViewIfNeeded();
  await expect(editor).toHaveValue('SELECT service -- early');
  await expect.poll(async () => (await storedRecord(page))?.draft).toBe('SELECT service -- early');
});

test('the progress page leads back to the exercise that was left', async ({ page }) => {
  await openProgress(page);
  await expect(page.getByText('You have not started a lesson')).toBeVisible();
  const editor = await openExercise(page);
  await editor.fill('SELECT 1');
  await expect.poll(async () => (await storedRecord(page))?.draft).toBe('SELECT 1');

  await openProgress(page);
  await expect(lineOf(page)).toContainText('Tried');
  await page.getByRole('link', { name: 'Resume where you stopped' }).click();
  await expect(page).toHaveURL(/01-first-question\/#busiest$/);
  await expect(page.getByRole('textbox', { name: title })).toHaveValue('SELECT 1');
});

test('an exercise answered right is done, and a changed one still counts', async ({ page }) => {
  const editor = await openExercise(page);
  await editor.fill('SELECT service, transactions FROM services ORDER BY transactions DESC LIMIT 5');
  const exercise = page.getByRole('region', { name: title });
  await exercise.getByRole('button', { name: 'Check my answer' }).click();
  await expect.poll(async () => (await storedRecord(page))?.completedAt, { timeout: 30_000 }).toBeTruthy();
  await openProgress(page);
  await expect(lineOf(page)).toContainText('Done');
  await expect(lineOf(page)).not.toContainText('has changed');
  await expect(page.getByText(/^1 of \d+ exercises done/)).toBeVisible();

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await importText(page, toFileText(passed));
  await expect(lineOf(page)).toContainText('Done');
  await expect(lineOf(page)).toContainText('This exercise has changed since you answered it');
});

test('two tabs at once keep what each of them typed', async ({ page, context }) => {
  const first = await openExercise(page);
  const otherPage = await context.newPage();
  const second = await openExercise(otherPage);
  await first.fill('SELECT 1 -- first tab');
  await second.fill('SELECT 2 -- second tab');
  await first.fill('SELECT 1 -- first tab, more');
  const texts = async () => {
    const record = await storedRecord(page);
    return [record?.draft, ...(record?.otherDrafts.map(({ text }) => text) ?? [])].sort();
  };
  await expect.poll(texts).toEqual(['SELECT 1 -- first tab, more', 'SELECT 2 -- second tab']);
  await expect(second).toHaveValue('SELECT 2 -- second tab');

  await openProgress(page);
  await page.getByText('Earlier versions of your answer (1)').click();
  await expect(page.locator('pre:visible')).toHaveText(/^SELECT \d -- /);
});

test('another open tab shows an import and a deletion without a reload', async ({ page, context }) => {
  await openProgress(page);
  const otherPage = await context.newPage();
  await openProgress(otherPage);
  await importText(page, toFileText(passed));
  await expect(lineOf(otherPage)).toContainText('Done');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(lineOf(otherPage)).toContainText('Not started');
});

test('exporting, deleting and importing gives back the same', async ({ page }) => {
  const editor = await openExercise(page);
  await editor.fill("SELECT 'é “quoted” \u{1F9EE}'");
  await expect.poll(async () => (await storedRecord(page))?.draft).toContain('quoted');
  await openProgress(page);
  await importText(page, toFileText(passed));
  await expect(page.getByText(/0 new records, 1 updated/)).toBeVisible();
  const before = await exportFile(page);
  expect(before.name).toMatch(/^lunchtime-code-club-progress-\d{4}-\d\d-\d\d\.json$/);

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Keep my progress' }).click();
  await expect(lineOf(page)).toContainText('Done');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(page.getByText('All progress in this browser has been deleted.')).toBeVisible();
  await expect(lineOf(page)).toContainText('Not started');
  expect((await exportFile(page)).file).toMatchObject({ records: [], lastPlace: null });

  await importText(page, before.text);
  await expect(page.getByText(/1 new record, 0 updated/)).toBeVisible();
  expect({ ...(await exportFile(page)).file, exportedAt: '' }).toEqual({ ...before.file, exportedAt: '' });
  await importText(page, before.text);
  await expect(page.getByText(/0 new records, 0 updated, 1 the same as here/)).toBeVisible();
});

test('an import never loses the better attempt, and what it replaces stays readable', async ({ page }) => {
  const mine = withDraft(passed, { text: 'mine', at, replaces: null });
  const worse = { ...attempt, at: '2026-05-04T12:30:00.000Z', verdict: 'wrong-rows', passed: false } as const;
  const theirs = withDraft(withAttempt(createRecord(exerciseId), worse), {
    text: 'theirs',
    at: worse.at,
    replaces: null,
  });
  await openProgress(page);
  await importText(page, toFileText(mine));
  // An import that is still under way does not take another.
  await expect(page.getByText(/1 new record, 0 updated/)).toBeVisible();
  await importText(page, toFileText(theirs));
  await expect(page.getByText(/0 new records, 1 updated/)).toBeVisible();
  await expect(lineOf(page)).toContainText('Done');
  const record = await storedRecord(page);
  expect(record?.attempts).toEqual([attempt, worse]);
  expect([record?.draft, record?.otherDrafts.map(({ text }) => text)]).toEqual(['theirs', ['mine']]);
});

test('a file that cannot be imported says why, changes nothing and can be put right', async ({ page }) => {
  await openProgress(page);
  await importText(page, toFileText(passed));
  const button = page.getByRole('button', { name: 'Import the file' });
  const problem = page.getByRole('alert');
  await expect(page.getByText(/1 new record/)).toBeVisible();
  await button.click();
  await expect(problem).toContainText('Choose a file first.');
  for (const [text, words] of [
    [toFileText(passed).slice(0, 100), 'damaged or cut short'],
    ['{"format": "other"}', 'not a progress file'],
    [toFileText(passed).replace('"formatVersion":1', '"formatVersion":2'), 'newer version of this site'],
  ] as const) {
    await importText(page, text);
    await expect(problem).toContainText(words);
  }
  await importText(page, '');
  await expect(problem).toContainText('The file is empty');
  expect((await exportFile(page)).file.records).toEqual([passed]);
  await importText(page, toFileText(passed));
  await expect(problem).toBeEmpty();
});

test('a stored value that is no record is set aside, and the page and the export go on', async ({ page }) => {
  await openProgress(page);
  await importText(page, toFileText({ ...passed, exerciseId: 'gone/lesson/exercise', attempts: [] }));
  await page.evaluate(
    (id) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lunchtime-code-club');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('records', 'readwrite');
          writing.objectStore('records').put({ exerciseId: id, draft: 'my words', attempts: 'none' }, id);
          writing.oncomplete = () => resolve();
          writing.onerror = () => reject(writing.error ?? new Error('not written'));
        };
      }),
    exerciseId,
  );
  await page.reload();
  await expect(page.getByText('1 stored record could not be read')).toBeVisible();
  await expect(page.getByText('You also worked on 1 exercise that is no longer in a lesson')).toBeVisible();
  const { file } = await exportFile(page);
  expect(file.setAside.join()).toContain('my words');
  const editor = await openExercise(page);
  await editor.fill('SELECT 1');
  await expect.poll(async () => (await storedRecord(page))?.draft).toBe('SELECT 1');
});

const refusals: [string, () => void][] = [
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
    },
  ],
  ['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  // A request that nobody ever answers.
  [
    'never answers',
    () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name) {
        const request = open.call(this, name);
        request.addEventListener = () => {};
        return request;
      };
    },
  ],
];

for (const [how, refuse] of refusals) {
  test(`where the store ${how}, pages work from memory and say that nothing is saved`, async ({ page }) => {
    await page.addInitScript(refuse);
    const editor = await openExercise(page);
    await expect(page.getByText('kept for now, also when you reload').first()).toBeVisible();
    await editor.fill('SELECT 1');

    await openProgress(page);
    await expect(page.getByRole('region', { name: 'Your work is not being saved' })).toBeVisible();
    await importText(page, toFileText(passed));
    await expect(lineOf(page)).toContainText('Done');
    expect((await exportFile(page)).file.records).toMatchObject([{ exerciseId, completedAt: at }]);
  });
}

test('where all storage is forbidden, settings last for the page and say so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.getByText('lasts until you leave this page')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a chosen editor is kept and announced', async ({ page }) => {
  await page.goto('/settings/');
  await expect(page.getByRole('radio', { name: 'Plain text' })).toBeChecked();
  await page.getByRole('radio', { name: 'Code editor' }).check();
  await expect(page.getByRole('status')).toContainText('Saved in this browser: Code editor.');
  const kept = () => page.evaluate(() => localStorage.getItem('lunchtime-code-club-settings'));
  expect(JSON.parse((await kept()) ?? 'null')).toEqual({ editor: 'code', theme: 'system' });
});

test('when the store is full the page says so, and saves all once there is room', async ({
  page,
  baseURL,
}) => {
  const browser = await page.context().newCDPSession(page);
  // Before anything is stored: the browser remembers for a while how much room there was.
  await browser.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize: 1 });
  const editor = await openExercise(page);
  await editor.fill('SELECT 1');
  await expect(page.getByText('There is no room left in this browser').first()).toBeVisible();
  await expect(editor).toHaveValue('SELECT 1');
  expect(await storedRecord(page)).toBeUndefined();

  await browser.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '' });
  await editor.fill('SELECT 2');
  await expect.poll(async () => (await storedRecord(page))?.draft).toBe('SELECT 2');
  await expect(page.getByText('There is no room left in this browser')).toHaveCount(0);
});

test('a page lets go of the store when a newer version asks, and says that a reload is needed', async ({
  page,
}) => {
  await openProgress(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lunchtime-code-club', 2);
        opening.onsuccess = () => resolve();
        opening.onblocked = () => reject(new Error('blocked'));
      }),
  );
  await expect(page.getByText('A newer version of this site is open in another tab')).toBeVisible();
  await page.reload();
  await expect(page.getByText('This page is older than your saved work')).toBeVisible();
});

test('the keyboard alone exports, refuses and confirms a deletion', async ({ page }) => {
  await openProgress(page);
  await importText(page, toFileText(passed));
  await expect(lineOf(page)).toContainText('Done');
  const exportButton = page.getByRole('button', { name: 'Export to a file' });
  await page.getByRole('heading', { level: 1 }).click();
  // Each lesson has a link of its own before it.
  const links = await page.getByRole('main').getByRole('link').count();
  for (let presses = 0; presses < links + 30; presses++) {
    await page.keyboard.press('Tab');
    if (await exportButton.evaluate((node) => node === document.activeElement)) break;
  }
  await expect(exportButton).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await download;

  const deleteButton = page.getByRole('button', { name: 'Delete everything', exact: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(deleteButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Delete all progress in this browser?' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(deleteButton).toBeFocused();
  await expect(lineOf(page)).toContainText('Done');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'has been deleted' })).toBeVisible();
  await expect(deleteButton).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a progress page full of everything passes axe at 320 px in ${colorScheme} colours`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 800 },
      baseURL: baseURL ?? '',
    });
    const page = await context.newPage();
    await openProgress(page);
    const drafts = withDraft(withDraft(passed, { text: 'SELECT 1', at, replaces: null }), {
      text: 'SELECT '.repeat(40),
      at,
      replaces: null,
    });
    await importText(page, toFileText(drafts));
    await page.getByText('Earlier versions of your answer (1)').click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await importText(page, 'not a file');
    await expect(page.getByRole('alert')).not.toBeEmpty();
    expect(await measureOverflow(page)).toBeLessThanOrEqual(0);
    expect(await findFaults(page)).toEqual([]);
    await context.close();
  });
}

/** The page is put aside as it is, or comes back into view, as the browser tells it. */
function tellPage(page: Page, event: 'pagehide' | 'pageshow'): Promise<void> {
  return page.evaluate((type) => {
    window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }, event);
}

test('a page that is put aside right after typing holds up no other, and goes on when it comes back', async ({
  page,
  context,
}) => {
  const editor = await openExercise(page);
  const browser = await context.newCDPSession(page);
  await editor.fill('SELECT 1 -- typed and left');
  await tellPage(page, 'pagehide');
  const other = await context.newPage();
  await other.goto('/favicon.svg');
  // It stands in the one store or in the other, however long that takes; from here on the page answers nobody.
  const isKept = async () =>
    (await other.evaluate(() => JSON.stringify({ ...localStorage }))).includes('typed and left') ||
    (await storedRecord(other))?.draft === 'SELECT 1 -- typed and left';
  await expect.poll(isKept).toBe(true);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  const otherEditor = await openExercise(other);
  await expect(otherEditor).toHaveValue('SELECT 1 -- typed and left');
  await expect.poll(async () => (await storedRecord(other))?.draft).toBe('SELECT 1 -- typed and left');
  // Nobody has the database open but this tab: else the deletion would wait.
  await other.goto('/favicon.svg');
  const deleted = other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const deletion = indexedDB.deleteDatabase('lunchtime-code-club');
        deletion.onsuccess = () => resolve('deleted');
        deletion.onblocked = () => resolve('blocked');
      }),
  );
  expect(await deleted).toBe('deleted');

  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await tellPage(page, 'pageshow');
  await editor.fill('SELECT 2 -- typed on');
  await expect.poll(async () => (await storedRecord(page))?.draft).toBe('SELECT 2 -- typed on');
});

const otherKinds: readonly {
  readonly kind: string;
  readonly path: string;
  readonly answer: (exercise: Locator) => Promise<void>;
  readonly stands: (exercise: Locator) => Promise<void>;
}[] = [
  {
    kind: 'choice',
    path: '01-first-question/#can-it-answer',
    answer: (exercise) => exercise.getByRole('checkbox').nth(1).check(),
    stands: (exercise) => expect(exercise.getByRole('checkbox').nth(1)).toBeChecked(),
  },
  {
    kind: 'number',
    path: '02-counting-and-comparing/#one-figure',
    answer: (exercise) => exercise.getByRole('textbox').fill('12.5'),
    stands: (exercise) => expect(exercise.getByRole('textbox')).toHaveValue('12.5'),
  },
  {
    kind: 'order',
    path: '02-counting-and-comparing/#rows-then-groups',
    answer: (exercise) =>
      exercise
        .getByRole('button', { name: /^Leave out/ })
        .first()
        .click(),
    stands: (exercise) => expect(exercise.getByRole('button', { name: /^Put back/ })).toHaveCount(1),
  },
  {
    kind: 'predict',
    path: '03-missing-is-not-zero/#none-or-not-known',
    answer: (exercise) => exercise.getByRole('radio').nth(1).check(),
    stands: (exercise) => expect(exercise.getByRole('radio').nth(1)).toBeChecked(),
  },
];

for (const { kind, path, answer, stands } of otherKinds) {
  test(`an answer of the kind ${kind} is there after a reload where the database is forbidden`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('forbidden', 'SecurityError');
      };
    });
    await page.goto(`/lessons/asking-questions/${path}`);
    const exercise = page.locator(`section.app-task[aria-labelledby="${path.split('#')[1] ?? ''}"]`);
    await exercise.scrollIntoViewIfNeeded();
    await expect(exercise.getByRole('button', { name: 'Check my answer' })).toBeEnabled();
    await answer(exercise);
    await page.reload();
    await exercise.scrollIntoViewIfNeeded();
    await stands(exercise);
    await expect(exercise.getByText(/kept for now, also when you reload/)).toBeVisible();
  });
}
