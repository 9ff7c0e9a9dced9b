import { expect } from '@playwright/test';
import type { Locator, Page, Route } from '@playwright/test';
import { countWords } from '#src/words/count-words.ts';
import { check, dataFile, editorOf, engineFile, findExercise, resultOf, run } from '../support/exercise.ts';
import { serviceCount } from '../support/row-count.ts';
import { healFetch, keepKillableWorkers, killAtWork, killWorkers, shapeFetch } from './break-arrival.ts';
import type { Fault } from './fault.ts';

const keyFile = /\/exercises\/.*\.json$/;
const judgeCode = /\/judge-answer\.[^/]*\.js$/;
const webPage = { contentType: 'text/html', body: '<!doctype html><h1>Sign in to this network</h1>' };
const gone = (route: Route) => route.fulfill({ status: 404 });
const never = () => undefined;

async function showsRows(exercise: Locator): Promise<void> {
  await expect(resultOf(exercise)).toContainText(countWords(serviceCount, 'row'), { timeout: 30_000 });
}

/** The way on that most faults name: the cause is taken away, and the page tries again. */
const tryAgain = (heal: (page: Page) => Promise<unknown>) => async (page: Page, exercise: Locator) => {
  await heal(page);
  await exercise.getByRole('button', { name: 'Try again' }).click();
  await showsRows(exercise);
};

/** The way on where a part of the page is missing for as long as it stands: it is loaded again, and the text is there. */
const reload = (heal: (page: Page) => Promise<unknown>) => async (page: Page, exercise: Locator) => {
  const typed = await editorOf(exercise).inputValue();
  await heal(page);
  const loaded = page.waitForEvent('load');
  await exercise.getByRole('button', { name: 'Reload the page' }).first().click();
  await loaded;
  const again = await findExercise(page, 'Choose your columns');
  await expect(editorOf(again)).toHaveValue(typed);
  await check(again);
  await expect(again.locator('.app-notice__title')).toBeVisible({ timeout: 30_000 });
};

const heal = (page: Page) => page.unrouteAll({ behavior: 'ignoreErrors' });

/** What can become of a file on its way, and what is said of it. */
const waysToBreak: readonly {
  readonly what: string;
  readonly how: (route: Route) => unknown;
  readonly says: RegExp;
  readonly wayOn?: typeof reload;
}[] = [
  {
    what: 'is not there any more (404)',
    how: gone,
    says: /is not where this page looks for it \(the server answered 404\).*Reload the page: your text is kept/,
    wayOn: reload,
  },
  {
    what: 'meets a fault of the server (500)',
    how: (route) => route.fulfill({ status: 500 }),
    says: /the server answered 500\. The fault is not on your device\. Try again in a minute/,
  },
  {
    what: 'is not let through by the network (403)',
    how: (route) => route.fulfill({ status: 403, ...webPage }),
    says: /was not let through.*If your network asks you to sign in/,
  },
  {
    what: 'arrives changed',
    how: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
      await route.fulfill({ response, body });
    },
    says: /arrived changed, so it was not used\. Try again/,
  },
  {
    what: 'is a page to sign in on',
    how: (route) => route.fulfill({ status: 200, ...webPage }),
    says: /a web page arrived in its place\. If your network asks you to sign in/,
  },
  {
    what: 'is cut short',
    how: async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      const headers = { ...response.headers(), 'content-length': String(body.length >> 1) };
      await route.fulfill({ response, headers, body: body.subarray(0, body.length >> 1) });
    },
    says: /arrived only in part\. Check your connection, then try again/,
  },
  {
    what: 'does not begin to come',
    how: never,
    says: /stopped arriving: nothing has come for 20 seconds\. Check your connection, then try again/,
  },
];

const files = waysToBreak.flatMap(({ what, how, says, wayOn = tryAgain }): Fault[] =>
  (
    [
      ['the engine', engineFile, /The query engine/],
      ['the data', dataFile, /The data/],
    ] as const
  ).map(([name, path, begins]) => ({
    fault: `${name} ${what}`,
    place: 'exercise',
    before: (page) => page.route(path, (route) => how(route) as Promise<void>),
    happens: (_page, exercise) => run(exercise),
    says: new RegExp(`${begins.source}.*${says.source}`),
    recover: wayOn(heal),
  })),
);

const stalls: readonly Fault[] = [
  ...(
    [
      ['the engine', 'duckdb-module.bin', /The query engine/],
      ['the data', '/engine-data/', /The data/],
    ] as const
  ).map(([name, part, begins]): Fault => ({
    fault: `${name} stands still half way`,
    place: 'exercise',
    before: (page) => shapeFetch(page, part, 'stalls'),
    happens: (_page, exercise) => run(exercise),
    says: new RegExp(`${begins.source} stopped arriving: nothing has come for 12 seconds`),
    recover: tryAgain(healFetch),
  })),
  {
    fault: 'the engine stands still, and Stop is pressed',
    place: 'exercise',
    before: (page) => shapeFetch(page, 'duckdb-module.bin', 'stalls'),
    async happens(_page, exercise) {
      await run(exercise);
      await exercise.getByRole('button', { name: 'Stop' }).click();
    },
    says: /^Stopped\. Your text is as you left it\.$/,
    async recover(page, exercise) {
      await healFetch(page);
      // What was stopped is not asked for again; the engine is.
      await exercise.getByRole('button', { name: 'Try again' }).click();
      await run(exercise);
      await showsRows(exercise);
    },
  },
  {
    fault: 'the engine comes slowly, which is no fault',
    place: 'exercise',
    before: (page) => shapeFetch(page, 'duckdb-module.bin', 'slow'),
    happens: (_page, exercise) => run(exercise),
    says: /Getting the query engine ready \([1-9]/,
    async recover(_page, exercise) {
      const blamed = exercise.getByText(/nothing has come|[Tt]ry again/);
      await expect(resultOf(exercise).or(blamed).first()).toBeVisible({ timeout: 40_000 });
      await expect(blamed).toHaveCount(0);
    },
  },
  {
    fault: 'a part of the code does not come, and Stop is pressed',
    place: 'exercise',
    before: (page) => page.route(judgeCode, never),
    async happens(_page, exercise) {
      await run(exercise);
      await exercise.getByRole('button', { name: 'Stop' }).click();
    },
    says: /^Stopped\. Your text is as you left it\.$/,
    recover: async (page) => {
      await heal(page);
      await page.reload();
      const again = await findExercise(page, 'Choose your columns');
      await run(again);
      await showsRows(again);
    },
  },
  {
    fault: 'a part of the code does not come',
    place: 'exercise',
    before: (page) => page.route(judgeCode, never),
    happens: (_page, exercise) => run(exercise),
    says: /has not arrived after 20 seconds\. Try again to wait longer.*reload the page: your text is kept/,
    recover: reload(heal),
  },
];

const keys: readonly Fault[] = [
  {
    fault: 'the model answer is not there any more (404)',
    place: 'exercise',
    before: (page) => page.route(keyFile, gone),
    happens: (_page, exercise) => check(exercise),
    says: /The model answer is not where this page looks for it.*Reload the page: your text is kept/,
    recover: reload(heal),
  },
  {
    fault: 'the model answer arrives broken',
    place: 'exercise',
    before: (page) => page.route(keyFile, (route) => route.fulfill({ body: '{"id": "tr' })),
    happens: (_page, exercise) => check(exercise),
    says: /The model answer arrived changed, so it was not used\. Try again/,
    async recover(page, exercise) {
      await heal(page);
      await check(exercise);
      await expect(exercise.locator('.app-notice__title')).toBeVisible();
    },
  },
  {
    fault: 'the model answer does not come, and Stop is pressed',
    place: 'exercise',
    async before(page) {
      // The first time it fails at once, so that the engine does not wait for it.
      let count = 0;
      await page.route(keyFile, (route) => (count++ < 20 ? gone(route) : undefined));
    },
    async happens(page, exercise) {
      await run(exercise);
      await showsRows(exercise);
      await heal(page);
      await page.route(keyFile, never);
      await check(exercise);
      await expect(exercise.getByText('Checking your answer…')).toBeVisible();
      await page.waitForTimeout(500);
      await exercise.getByRole('button', { name: 'Stop' }).click();
    },
    says: /The check was stopped\. Check again when you are ready/,
    async recover(page, exercise) {
      await heal(page);
      // What stood still is given up after a while; then it is asked for anew.
      await expect(async () => {
        await check(exercise);
        await expect(exercise.locator('.app-notice__title')).toBeVisible({ timeout: 25_000 });
      }).toPass();
    },
  },
];

const others: readonly Fault[] = [
  {
    fault: 'the engine does not arrive',
    place: 'exercise',
    before: (page) => page.route(engineFile, (route) => route.abort()),
    happens: (_page, exercise) => run(exercise),
    says: /could not be downloaded\. Check your connection, then try again/,
    recover: tryAgain(heal),
  },
  {
    fault: 'the script of the worker does not arrive',
    place: 'exercise',
    before: (page) => page.route('**/duckdb-worker.js', (route) => route.abort()),
    happens: (_page, exercise) => run(exercise),
    says: /The query engine did not start\. Your text is kept\. Check your connection, then try again/,
    recover: tryAgain(heal),
  },
  {
    fault: 'a part of the code is missing',
    place: 'exercise',
    before: (page) => page.route(judgeCode, (route) => route.abort()),
    happens: (_page, exercise) => run(exercise),
    says: /A part of this page could not be downloaded\. Check your connection, then reload the page: your text is kept/,
    recover: reload(heal),
  },
  {
    fault: 'on plain http the code that makes checksums is missing',
    place: 'exercise',
    async before(page) {
      await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'subtle'));
      await page.route(/sha256-library/, (route) => route.abort());
    },
    happens: (_page, exercise) => run(exercise),
    says: /A part of this page could not be downloaded\..*reload the page: your text is kept/,
    recover: reload(heal),
  },
  {
    fault: 'the site cannot be reached when the page is to be loaded again, so the page stays',
    place: 'exercise',
    before: (page) => page.route(judgeCode, (route) => route.abort()),
    async happens(page, exercise) {
      await run(exercise);
      const button = exercise.getByRole('button', { name: 'Reload the page' }).first();
      await expect(button).toBeVisible({ timeout: 30_000 });
      await page.context().setOffline(true);
      await button.click();
    },
    says: /This site cannot be reached just now, so the page stays as it is/,
    recover: reload(async (page) => {
      await heal(page);
      await page.context().setOffline(false);
    }),
  },
  {
    fault: 'the connection goes before the engine has come, and is back',
    place: 'exercise',
    before: (page) =>
      page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    async happens(page, exercise) {
      await page.context().setOffline(true);
      await run(exercise);
    },
    says: /You are offline\. Try again once you are connected/,
    async recover(page, exercise) {
      await page.context().setOffline(false);
      // The browser notices a moment after the network is back.
      await expect(async () => {
        await run(exercise);
        await expect(resultOf(exercise)).toBeVisible({ timeout: 15_000 });
      }).toPass();
    },
  },
  {
    fault: 'the browser ends the engine while it is idle, and it is started again by itself',
    place: 'exercise',
    before: (page) => page.addInitScript(keepKillableWorkers),
    async happens(page, exercise) {
      await run(exercise);
      await showsRows(exercise);
      await killWorkers(page);
      await run(exercise);
      await expect(exercise.getByText('Running your query…')).toBeVisible();
    },
    says: /rows? in /,
    async recover(_page, exercise) {
      await expect(exercise.getByText('Running your query…')).toBeHidden({ timeout: 9_500 });
      await showsRows(exercise);
      await expect(exercise.getByText(/Stopped after/)).toHaveCount(0);
    },
  },
  {
    fault: 'the browser ends the engine at work, again and again',
    place: 'exercise',
    before: (page) => page.addInitScript(keepKillableWorkers),
    async happens(page, exercise) {
      await run(exercise);
      await showsRows(exercise);
      await killAtWork(page, true);
      await run(exercise);
    },
    says: /The query engine stopped by itself twice.*Your text is kept/,
    async recover(page, exercise) {
      await killAtWork(page, false);
      await run(exercise);
      await showsRows(exercise);
    },
  },
  {
    fault: 'a query takes more memory than there is',
    place: 'exercise',
    async happens(_page, exercise) {
      const typed = await editorOf(exercise).inputValue();
      await editorOf(exercise).fill("SELECT length(repeat('x', 4000000000))");
      await run(exercise);
      await expect(exercise.locator('.app-notice')).toBeVisible({ timeout: 30_000 });
      await editorOf(exercise).fill(typed);
    },
    says: /memory/,
    async recover(_page, exercise) {
      await run(exercise);
      await showsRows(exercise);
    },
  },
];

export const arrivingFaults: readonly Fault[] = [...others, ...files, ...stalls, ...keys];
