import { expect, test } from '@playwright/test';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import { firstLesson } from './support/exercise.ts';
import { toSeconds, withKeyboard, withPointer } from './support/newcomer.ts';
import type { Newcomer } from './support/newcomer.ts';

const people: readonly {
  readonly person: string;
  readonly device: BrowserContextOptions;
  readonly begin: (page: Page, delay?: number) => Newcomer;
}[] = [
  {
    person: 'somebody with a mouse and the code editor',
    device: { viewport: { width: 1280, height: 800 } },
    begin: (page, delay) => withPointer(page, 'mouse', delay),
  },
  {
    person: 'somebody with a phone',
    device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    begin: (page, delay) => withPointer(page, 'finger', delay),
  },
  {
    person: 'somebody who has a keyboard only',
    device: { viewport: { width: 1280, height: 800 } },
    begin: withKeyboard,
  },
];

// A thing that cannot be pressed is found at once.
test.use({ actionTimeout: 15_000 });

const queryOf = (exercise: Locator) => exercise.getByRole('textbox', { name: /^Your query for/ });
const verdictOf = (exercise: Locator) => exercise.locator('.app-notice--good');

function findTask(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title });
}

/** Writes a query as the lesson's text teaches it, runs it to see what it gives, and has it checked. */
async function answerWithQuery(newcomer: Newcomer, title: string, query: string) {
  const exercise = findTask(newcomer.page, title);
  await newcomer.type(queryOf(exercise), query);
  await newcomer.use(exercise.getByRole('button', { name: 'Check my answer' }));
  await expect(verdictOf(exercise)).toBeVisible({ timeout: 40_000 });
}

async function pickOptions(newcomer: Newcomer, title: string, options: readonly RegExp[]) {
  const exercise = findTask(newcomer.page, title);
  for (const name of options) await newcomer.use(exercise.getByRole('checkbox', { name }));
  await newcomer.use(exercise.getByRole('button', { name: 'Check my answer' }));
  await expect(verdictOf(exercise)).toBeVisible();
}

/** Says which figure comes first in ascending order: it stands in the table beside the task. */
async function foresee(newcomer: Newcomer, title: string) {
  const exercise = findTask(newcomer.page, title);
  const cells = await exercise.getByRole('table').first().getByRole('cell').allInnerTexts();
  const figures = cells.map((cell) => Number(cell.replaceAll(',', ''))).filter((each) => each > 0);
  await newcomer.type(exercise.getByRole('textbox'), String(Math.min(...figures)));
  await newcomer.use(exercise.getByRole('button', { name: 'Check my answer' }));
  await expect(verdictOf(exercise)).toBeVisible();
}

/** From a finished exercise to what comes next. */
async function goOn(newcomer: Newcomer, title: string) {
  const exercise = findTask(newcomer.page, title);
  await newcomer.use(verdictOf(exercise).getByRole('link', { name: /^(Go on|See what to take)/ }));
}

/** Sees how much of the lesson is done by now. */
async function expectDone(page: Page, count: number) {
  await expect(page.getByText(new RegExp(`^${count} of 8 done`))).toBeVisible();
}

/** A new page on the day after, in the browser that was used before. */
async function comeBack(newcomer: Newcomer, begin: (page: Page, delay?: number) => Newcomer, days: number) {
  const page = await newcomer.page.context().newPage();
  await newcomer.page.close();
  await page.clock.setFixedTime(Date.now() + days * 86_400_000);
  await page.goto('/');
  // Faster than a person, once the first minute is counted.
  return begin(page, 20);
}

for (const { person, device, begin } of people) {
  test(`${person} has a first success within a minute, finishes the lesson, and comes back to the right place`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext(device);
    let newcomer = begin(await context.newPage());
    await newcomer.page.goto('/');

    await test.step('a first success within a minute', async () => {
      const { page } = newcomer;
      await newcomer.use(page.getByRole('link', { name: 'Start the first lesson' }));
      await expect(page).toHaveURL(new RegExp(`${firstLesson}$`));
      await newcomer.use(page.getByRole('link', { name: '2. Choose your columns' }));
      await answerWithQuery(
        newcomer,
        'Choose your columns',
        'select service, department, transactions\nfrom services',
      );
      test.info().annotations.push({ type: 'seconds', description: String(toSeconds(newcomer.done())) });
      expect(toSeconds(newcomer.done())).toBeLessThan(60);
    });

    await test.step('the exercises up to the fifth, by what the text says', async () => {
      await goOn(newcomer, 'Choose your columns');
      const condition = "from services\nwhere department = 'Home Office'";
      await answerWithQuery(
        newcomer,
        "One department's services",
        `select service, transactions\n${condition}`,
      );
      await goOn(newcomer, "One department's services");
      await answerWithQuery(
        newcomer,
        'Over the threshold',
        `select service, transactions\n${condition}\nand transactions > 100000`,
      );
    });

    await test.step('the next day', async () => {
      await expectDone(newcomer.page, 3);
      newcomer = await comeBack(newcomer, begin, 1);
      const link = newcomer.page.getByRole('link', { name: /^Continue: / });
      await expect(link).toHaveText('Continue: Two departments, one rule');
      await newcomer.use(link);
      await expect(
        findTask(newcomer.page, 'Two departments, one rule').getByRole('heading').first(),
      ).toBeInViewport();
      await answerWithQuery(
        newcomer,
        'Two departments, one rule',
        "SELECT service, department, transactions FROM services WHERE (department = 'Home Office' OR department = 'Ministry of Justice') AND transactions > 100000",
      );
      await goOn(newcomer, 'Two departments, one rule');
      await foresee(newcomer, 'Will it show the busiest three?');
      await goOn(newcomer, 'Will it show the busiest three?');
      await answerWithQuery(
        newcomer,
        'The busiest services',
        'select service, transactions\nfrom services\norder by transactions desc\nlimit 5',
      );
      await goOn(newcomer, 'The busiest services');
      await answerWithQuery(
        newcomer,
        'Large and costly',
        'select service, transactions, cost_per_transaction\nfrom services\nwhere transactions > 1000000\norder by cost_per_transaction desc\nlimit 5',
      );
    });

    await test.step('what was passed over is named, and ends the lesson', async () => {
      const { page } = newcomer;
      await expectDone(page, 7);
      await page.goto('/');
      await newcomer.use(page.getByRole('link', { name: 'Continue: What this table can answer' }));
      await pickOptions(newcomer, 'What this table can answer', [
        /passport applications\?/,
        /over a million transactions/,
        /one visa application cost/,
      ]);
      await expectDone(page, 8);
      newcomer = await comeBack(newcomer, begin, 2);
      await expect(
        newcomer.page.getByRole('link', { name: 'Continue: Counting and comparing' }),
      ).toBeVisible();
    });
    await context.close();
  });
}

/** Keeps scripts from arriving until they are released. */
async function holdScripts(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('what is typed and selected before the scripts of an exercise are there stays, and is kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const release = await holdScripts(page, /\/SqlPanel\.[^/]*\.js$/);
  await page.goto(firstLesson);
  const exercise = findTask(page, 'Choose your columns');
  await queryOf(exercise).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('select early');
  await page.keyboard.press('Home');
  release();
  await expect(exercise.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await expect(queryOf(exercise)).toBeFocused();
  await page.keyboard.type('-- ');
  await expect(queryOf(exercise)).toHaveValue('-- select early');
  await page.waitForTimeout(700);
  await page.reload();
  await queryOf(exercise).scrollIntoViewIfNeeded();
  await expect(queryOf(exercise)).toHaveValue('-- select early');
});

test('a query that was typed before the scripts of its exercise are there is the one that runs', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const release = await holdScripts(page, /\/SqlPanel\.[^/]*\.js$/);
  await page.goto(firstLesson);
  const exercise = findTask(page, 'Choose your columns');
  await queryOf(exercise).fill('SELECT 6 * 7 AS answer');
  release();
  await exercise.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(exercise.getByRole('cell', { name: '42' })).toBeVisible({ timeout: 40_000 });
});
