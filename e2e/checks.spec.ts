import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { buildCheckPage } from '../src/testing/bench/build-check-page.ts';
import type { BuiltExercises } from '../src/authoring/node/build-exercises.ts';
import { findNeighbours } from '../src/verifying/find-neighbours.ts';
import { runAndJudge } from '../src/verifying/run-and-judge.ts';
import type { Verdict } from '../src/checker/verdict.ts';
import type { Assets } from '../src/datasets/assets.ts';
import { loadDatasets } from '../src/datasets/node/load-datasets.ts';
import { openDatasets } from '../src/engine/node/open-datasets.ts';
import { compiledOf } from '../src/exercises/kinds.ts';
import { toSqlOutline } from '../src/exercises/sql/outline.ts';
import type { SqlExercise } from '../src/exercises/sql/schema.ts';
import { sqlExercisesOf } from '../src/lessons/exercises-of.ts';
import { loadCatalogue } from '../src/lessons/node/load-catalogue.ts';
import { makeMutants, type Mutant } from '../src/mutation/make-mutants.ts';
import type { Database } from '../src/results/database.ts';
import { rankRows } from '../src/syntax/rank-rows.ts';

const root = join(import.meta.dirname, '..');

let madePage: ReturnType<typeof buildCheckPage> | undefined;

/** The page with the checker, made once for all lessons that a process judges. */
function checkPage(folder: string): ReturnType<typeof buildCheckPage> {
  madePage ??= buildCheckPage(root, folder);
  return madePage;
}

/** The page's engine with an exercise's data, as the site under test serves them. */
async function openChecker(page: Page, exercise: SqlExercise, assets: Assets): Promise<void> {
  await page.goto('/check-page.html');
  await page.waitForFunction(() => 'createChecker' in window);
  await page.evaluate(
    async (files) => {
      window.checker = window.createChecker(files);
      await window.checker.start();
    },
    { engine: assets.engine, datasets: exercise.datasets.flatMap((id) => assets.datasets[id] ?? []) },
  );
}

/** What both engines must agree on: the kind, the author's words and the counts of rows. */
function toGist(verdict: Verdict | undefined): unknown {
  if (!verdict) return undefined;
  const { kind } = verdict;
  if (verdict.kind === 'known-mistake') return { kind, feedback: verdict.feedback };
  if (verdict.kind === 'wrong-rows')
    return { kind, found: verdict.foundCount, missing: verdict.missingCount, extra: verdict.extra.rowCount };
  if (verdict.kind === 'wrong-values') return { kind, rows: verdict.rowCount, columns: verdict.columns };
  return { kind };
}

/** Whether a query cuts through rows that tie: by its LIMIT, or by a number of its own for each row. */
async function leavesChoice(database: Database, sql: string): Promise<boolean> {
  const places = sql.replaceAll(/\brow_number\(\)/gi, 'rank()');
  if (places !== sql) {
    const { rows } = await database.query(
      `SELECT (SELECT count(*) FROM (${sql})) <> (SELECT count(*) FROM (${places}))`,
    );
    if (rows[0]?.[0] === true) return true;
  }
  const { rows: columns } = await database.query(`DESCRIBE ${sql}`);
  const ranked = await rankRows(database, sql, columns.length);
  if (ranked?.limit === undefined) return false;
  const { rows } = await database.query(
    `WITH r AS (${ranked.sql}) SELECT count(*) FROM r WHERE _rank <= (SELECT _rank FROM r ORDER BY _rank LIMIT 1 OFFSET ${ranked.limit - 1})`,
  );
  return Number(rows[0]?.[0]) > ranked.limit;
}

// Both engines run every answer; of the mutants of an exercise one of each kind, or `MUTANTS=all` of them.
const allMutants = process.env['MUTANTS'] === 'all';

function oneOfEachKind(mutants: readonly Mutant[]): readonly Mutant[] {
  return allMutants ? mutants : [...new Map(mutants.map((mutant) => [mutant.operator, mutant])).values()];
}

/** The lessons with a question for SQL: each is a test of its own, so that no core waits for another. */
const lessons = globSync('lessons/*/*/*.yaml', { cwd: root })
  .filter((file) => /^kind: sql$/m.test(readFileSync(join(root, file), 'utf8')))
  .map((file) => file.split(sep).slice(1, 3).join('/'));

for (const lesson of new Set(lessons.sort())) {
  test(`Chromium judges the answers and the mutants of ${lesson} as the build does`, async ({ page }, {
    outputDir,
  }) => {
    test.setTimeout(300_000);
    const { html, script } = await checkPage(outputDir);
    await page.route('**/check-page.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await page.route('**/check-page.js', (route) => route.fulfill({ path: script }));
    const { tracks } = await loadCatalogue(root);
    const exercises = sqlExercisesOf(tracks).filter(({ id }) => id.startsWith(`${lesson}/`));
    expect(exercises.length).toBeGreaterThan(0);
    const judged = await judgeTwice(page, exercises);
    expect(judged.surprises).toEqual([]);
    console.log(
      `${lesson}: ${judged.accepted} answers accepted, ${judged.refusedInOwnWords} wrong answers refused in their own words, ` +
        `${judged.mutants} mutants judged as natively (${judged.leftToTheEngine} of them with ties at their limit), in ${exercises.length} exercises.`,
    );
  });
}

/** Judges the answers and mutants of exercises in the page and natively. */
async function judgeTwice(page: Page, exercises: readonly SqlExercise[]) {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(root, '.cache', name), 'utf8')) as unknown;
  const assets = (await read('assets.json')) as Assets;
  const { built } = (await read('exercises.json')) as BuiltExercises;
  const { datasets } = await loadDatasets(root);
  const counts = { accepted: 0, refusedInOwnWords: 0, mutants: 0, leftToTheEngine: 0 };
  const surprises: unknown[] = [];
  let open: { key: string; native: Awaited<ReturnType<typeof openDatasets>> } | undefined;
  for (const exercise of exercises) {
    const key = exercise.datasets.join();
    if (open?.key !== key) {
      open?.native.close();
      open = { key, native: await openDatasets(root, exercise.datasets) };
      await open.native.database.query('SET errors_as_json = true');
      await openChecker(page, exercise, assets);
    }
    const { database } = open.native;
    const tables = datasets
      .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
      .flatMap(({ descriptor }) => descriptor.tables);
    const right = [exercise.solution, ...exercise.alternatives];
    const neighbours = await findNeighbours(database, exercise.solution, tables);
    const mutants = oneOfEachKind((await makeMutants(database, exercise.solution, tables, neighbours)) ?? []);
    const texts = [...right, ...exercise.wrong.map(({ answer }) => answer), ...mutants.map(({ sql }) => sql)];
    const inBrowser = page.evaluate(([question, answers]) => window.checker.judge(question, answers), [
      { exercise: toSqlOutline(exercise), tables },
      texts,
    ] as const);
    const known = compiledOf(built, exercise);
    const natively: Verdict[] = [];
    for (const { sql } of mutants) {
      natively.push(
        await runAndJudge(database, exercise, sql, { ...(known ? { compiled: known } : {}), tables }),
      );
    }
    for (const [index, verdict] of (await inBrowser).entries()) {
      const text = texts[index] ?? '';
      const surprise = (expected: unknown) =>
        surprises.push({ exercise: exercise.id, text, expected, found: verdict });
      const wrong = exercise.wrong[index - right.length];
      if (index < right.length) {
        counts.accepted++;
        if (verdict.kind !== 'correct') surprise('correct');
      } else if (wrong) {
        counts.refusedInOwnWords++;
        if (verdict.kind !== 'known-mistake' || verdict.feedback !== wrong.feedback) surprise(wrong.feedback);
      } else {
        const native = natively[index - right.length - exercise.wrong.length];
        counts.mutants++;
        if (isDeepStrictEqual(toGist(native), toGist(verdict))) continue;
        // Which of the rows that tie at a limit a query shows is up to the engine.
        const bothRefuse = native?.kind !== 'correct' && verdict.kind !== 'correct';
        if (bothRefuse && (await leavesChoice(database, text))) counts.leftToTheEngine++;
        else surprise(native);
      }
    }
  }
  open?.native.close();
  return { ...counts, surprises };
}
