import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Assets } from '#src/datasets/assets.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { compiledOf } from '#src/exercises/kinds.ts';
import { toSqlKey } from '#src/exercises/sql/answer-key.ts';
import { toSqlOutline } from '#src/exercises/sql/outline.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { benchUrl, withBenchPage } from './with-bench-page.ts';
import { loadBuilt } from '#src/authoring/node/build-exercises.ts';
import { prepareAssets } from '#src/authoring/node/prepare-assets.ts';
import { projectRoot } from '#src/authoring/node/project-root.ts';

/** How long one exercise's check takes in the browser, in milliseconds: medians of the warm rounds. */
interface Measured {
  readonly exercise: string;
  readonly witnesses: number;
  readonly runMs: number;
  readonly checkMs: number;
  readonly slowestMs: number;
  /** The check of a right answer in other words, which rows of its own are made for. */
  readonly otherMs: number;
}

const warmUps = 2;
const rounds = 7;
const targetMs = 150;

async function main(): Promise<void> {
  const assets = await prepareAssets(projectRoot, { drafts: false });
  await withBenchPage('check-page.ts', async (page) => print(await measureAll(page, assets)));
}

async function measureAll(page: Page, assets: Assets): Promise<Measured[]> {
  const [{ tracks }, { datasets }, { built }] = await Promise.all([
    loadCatalogue(projectRoot),
    loadDatasets(projectRoot),
    loadBuilt(projectRoot),
  ]);
  const exercises = sqlExercisesOf(tracks);
  const measured: Measured[] = [];
  let open: string | undefined;
  for (const exercise of exercises) {
    if (open !== exercise.datasets.join()) {
      open = exercise.datasets.join();
      await page.goto(benchUrl);
      await page.waitForFunction(() => 'createChecker' in window);
      await page.evaluate(
        async (files) => {
          window.checker = window.createChecker(files);
          await window.checker.start();
        },
        { engine: assets.engine, datasets: exercise.datasets.flatMap((id) => assets.datasets[id] ?? []) },
      );
    }
    const known = compiledOf(built, exercise);
    if (!known) throw new Error(`${exercise.id} is not built.`);
    const question = {
      exercise: toSqlOutline(exercise),
      key: toSqlKey(exercise, known),
      tables: datasets
        .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
        .flatMap(({ descriptor }) => descriptor.tables),
    };
    const measure = async (answer: string) => {
      const times = await page.evaluate(
        ([asked, text, count]) => window.checker.measure(asked, text, count),
        [question, answer, warmUps + rounds] as const,
      );
      const refused = times.find(({ kind }) => kind !== 'correct');
      if (refused) throw new Error(`${exercise.id}: a right answer got the verdict "${refused.kind}".`);
      return times.slice(warmUps);
    };
    const warm = await measure(exercise.solution);
    const other = await measure(await readRightAnswer(exercise.id));
    measured.push({
      exercise: exercise.id,
      witnesses: known.witnesses.length,
      runMs: quantile(
        warm.map(({ runMs }) => runMs),
        0.5,
      ),
      checkMs: quantile(
        warm.map(({ checkMs }) => checkMs),
        0.5,
      ),
      slowestMs: Math.max(...[...warm, ...other].map(({ checkMs }) => checkMs)),
      otherMs: quantile(
        other.map(({ checkMs }) => checkMs),
        0.5,
      ),
    });
  }
  return measured;
}

/** A right answer that people may send, from the folder that the tests judge: the longest, which says most of its own. */
async function readRightAnswer(id: string): Promise<string> {
  const folder = join(projectRoot, 'e2e/answers', id);
  const names = (await readdir(folder)).filter((name) => name.startsWith('right-'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function print(measured: readonly Measured[]): void {
  const width = Math.max(...measured.map(({ exercise }) => exercise.length));
  const row = (name: string, ...cells: readonly (string | number)[]) =>
    console.log(
      name.padEnd(width) +
        cells.map((cell) => String(typeof cell === 'number' ? Math.round(cell) : cell).padStart(12)).join(''),
    );
  row('exercise', 'witnesses', 'run, ms', 'check, ms', 'other words', 'slowest, ms');
  for (const { exercise, witnesses, runMs, checkMs, otherMs, slowestMs } of measured)
    row(exercise, witnesses, runMs, checkMs, otherMs, slowestMs);
  const checks = measured.map(({ checkMs }) => checkMs);
  const [median, p90] = [quantile(checks, 0.5), quantile(checks, 0.9)];
  console.log(
    `\nThe check of ${measured.length} model answers, witnesses included: median ${median.toFixed(0)} ms, ` +
      `90 % within ${p90.toFixed(0)} ms, at most ${Math.max(...checks).toFixed(0)} ms. ` +
      `Each is the median of ${rounds} warm rounds in Chromium.`,
  );
  const others = measured.map(({ otherMs }) => otherMs);
  console.log(
    `A right answer in other words, for which rows of its own are made: median ${quantile(others, 0.5).toFixed(0)} ms, ` +
      `at most ${Math.max(...others).toFixed(0)} ms.`,
  );
  if (median > targetMs) {
    console.error(`The median should be under ${targetMs} ms.`);
    process.exitCode = 1;
  }
}

/** The value that a share of the values does not pass, between two neighbours where it falls between them. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}

await main();
