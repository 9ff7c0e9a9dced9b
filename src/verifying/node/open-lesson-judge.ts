import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import { openLimitedTables, type LimitedTables } from './limited-tables.ts';

/** What the browser would say of a query. */
export interface Judgement {
  readonly exercise: string;
  readonly verdict: Verdict;
  readonly words: VerdictWords;
  /** To run and to judge it. */
  readonly elapsedMs: number;
}

export interface LessonJudge {
  /** The ids of all exercises. */
  readonly ids: readonly string[];
  readonly find: (id: string) => SqlExercise | undefined;
  /** The checksum of each table's file that the exercise may read, by the table's name. */
  readonly dataOf: (exercise: SqlExercise) => Readonly<Record<string, string>>;
  readonly judge: (exercise: SqlExercise, sql: string) => Promise<Judgement>;
  close(): void;
}

// As in the browser.
const timeLimitMs = 10_000;

/**
 * Opens every exercise of the project for trying queries on, one at a time. A query that hangs or that ends the
 * transaction costs the others nothing.
 *
 * @param compiledOf - What the build knows of an exercise, by its id; without it the exercise is judged on the real data
 * alone.
 */
export async function openLessonJudge(
  root: string,
  compiledOf: (id: string) => Promise<CompiledChecks | undefined>,
): Promise<LessonJudge> {
  const [{ tracks }, { datasets }] = await Promise.all([loadCatalogue(root), loadDatasets(root)]);
  const exercises = new Map(
    tracks
      .flatMap((track) => track.lessons)
      .flatMap((lesson) => lesson.exercises)
      .map((exercise) => [exercise.id, exercise]),
  );
  const open = new Map<string, LimitedTables>();
  const tablesOf = (exercise: SqlExercise) =>
    datasets
      .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
      .flatMap(({ descriptor }) => descriptor.tables);

  return {
    ids: [...exercises.keys()],
    find: (id) => exercises.get(id),
    dataOf: (exercise) => Object.fromEntries(tablesOf(exercise).map(({ name, sha256 }) => [name, sha256])),
    async judge(exercise, sql) {
      const key = exercise.datasets.toSorted().join();
      const tables = open.get(key) ?? (await openLimitedTables(root, exercise.datasets, timeLimitMs));
      open.set(key, tables);
      const known = await compiledOf(exercise.id);
      const startedAt = performance.now();
      const { verdict, spoiled } = await tables.judge(exercise, sql, {
        ...(known && { compiled: known }),
        tables: tablesOf(exercise),
      });
      const elapsedMs = performance.now() - startedAt;
      if (spoiled) {
        tables.close();
        open.delete(key);
      }
      return { exercise: exercise.id, verdict, words: toVerdictWords(verdict, exercise), elapsedMs };
    },
    close() {
      for (const tables of open.values()) tables.close();
    },
  };
}
