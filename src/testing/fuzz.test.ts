import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { compiledOf } from '#src/exercises/kinds.ts';
import { sqlExercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import { verifyLessons } from '#src/verifying/node/verify-lessons.ts';
import { openLimitedTables } from '#src/verifying/node/limited-tables.ts';
import { makeFuzzCase } from './make-fuzz.ts';

const root = join(import.meta.dirname, '../..');
// `npm run fuzz:check` runs 10,000.
const cases = Number(process.env['FUZZ_CASES'] ?? 1_000);
const casesBetweenChecksums = 500;
const timeLimitMs = 500;
// Runs and checks end soon after their limit; whatever lasts this long hangs.
const hangMs = 60_000;

/** What comes of work, or a failure that names the text when it never comes. */
async function orHang<T>(work: Promise<T>, text: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No verdict came for: ${text}`)), hangMs);
  });
  try {
    return await Promise.race([work, hang]);
  } finally {
    clearTimeout(timer);
  }
}

test(
  `${cases} texts that learners might send each get a verdict and change no table`,
  { timeout: 1_800_000 },
  async () => {
    const { tracks } = await loadCatalogue(root);
    const { datasets } = await loadDatasets(root);
    const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
    const exercises = sqlExercisesOf(tracks);
    const counts = new Map<string, number>();
    const failures: unknown[] = [];
    let index = 0;
    let slowestMs = 0;
    for (const [number, exercise] of exercises.entries()) {
      const tables = datasets
        .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
        .flatMap(({ descriptor }) => descriptor.tables);
      const known = compiledOf(built, exercise);
      if (!known) throw new Error(`"${exercise.id}" was not compiled.`);
      const seed = {
        answers: [exercise.solution, ...exercise.alternatives, ...exercise.wrong.map(({ answer }) => answer)],
        names: tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]),
      };
      let open = await openLimitedTables(root, exercise.datasets, timeLimitMs);
      const before = await open.checksum();
      const end = Math.round((cases * (number + 1)) / exercises.length);
      for (; index < end; index++) {
        const { kind, text } = makeFuzzCase(seed, index);
        const fail = (found: string) => failures.push({ exercise: exercise.id, index, kind, text, found });
        const startedAt = performance.now();
        try {
          const { verdict, spoiled } = await orHang(
            open.judge(exercise, text, { compiled: known, tables }),
            text,
          );
          const { headline, body } = toVerdictWords(verdict);
          counts.set(verdict.kind, (counts.get(verdict.kind) ?? 0) + 1);
          if (headline === '' || body === '') fail(`no words for ${verdict.kind}`);
          // Only the time may leave an answer undecided.
          if (verdict.kind === 'undecided' && !/stopped after|still running/.test(verdict.reason))
            fail(verdict.reason);
          if (verdict.kind === 'correct' && kind === 'hostile' && (await open.checksum()) !== before)
            fail('changed');
          if (spoiled) {
            // Everything has run for nothing if what came before it changed a table.
            const changed = (await open.checksum().catch(() => before)) !== before;
            if (changed) fail('changed tables');
            open.close();
            open = await openLimitedTables(root, exercise.datasets, timeLimitMs);
            counts.set('engine replaced', (counts.get('engine replaced') ?? 0) + 1);
          }
        } catch (cause) {
          fail(String(cause));
        }
        slowestMs = Math.max(slowestMs, performance.now() - startedAt);
        if ((index + 1) % casesBetweenChecksums === 0) expect(await open.checksum()).toBe(before);
      }
      expect(await open.checksum()).toBe(before);
      open.close();
    }
    console.log(
      `${index} texts: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ')}. ` +
        `The slowest took ${slowestMs.toFixed(0)} ms.`,
    );
    expect(failures).toEqual([]);
    // Among so many texts each kind of verdict must come up, or the texts try too little.
    for (const kind of [
      'correct',
      'known-mistake',
      'wrong-columns',
      'wrong-rows',
      'wrong-values',
      'does-not-run',
      'undecided',
    ])
      expect(counts.get(kind) ?? 0, kind).toBeGreaterThan(0);
  },
);

test('the texts are the same every time, and each kind comes up', () => {
  const seed = { answers: ["SELECT a FROM t WHERE b = 'x'", 'FROM t'], names: ['t', 'a', 'b'] };
  const made = Array.from({ length: 1000 }, (_case, index) => makeFuzzCase(seed, index));
  expect(made).toEqual(made.map((_case, index) => makeFuzzCase(seed, index)));
  expect(new Set(made.map(({ kind }) => kind)).size).toBeGreaterThan(20);
  expect(new Set(made.map(({ text }) => text)).size).toBeGreaterThan(600);
});
