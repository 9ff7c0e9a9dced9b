import { timeLimitMs } from '#src/engine/time-limit.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import { isPlain, plainKindOf, type Built, type Exercise, type PlainExercise } from '#src/exercises/kinds.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { toPlainVerdictWords, type AnswerVerdict } from '#src/exercises/verdict.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import { openLimitedTables, type LimitedTables } from './limited-tables.ts';
import type { RunPipeline } from './run-pipeline.ts';

/** What the browser would say of an answer. */
export interface Judgement {
  readonly exercise: string;
  readonly verdict: AnswerVerdict;
  readonly words: VerdictWords;
  /** To run and to judge it. */
  readonly elapsedMs: number;
}

export interface LessonJudge {
  /** The ids of all exercises. */
  readonly ids: readonly string[];
  readonly find: (id: string) => Exercise | undefined;
  /** The checksum of each table's file that the exercise may read, by the table's name. */
  readonly dataOf: (exercise: Exercise) => Readonly<Record<string, string>>;
  /** Opens the tables that the exercise reads, so that judging it takes no more than the limit. */
  readonly prepare: (exercise: Exercise) => Promise<void>;
  readonly judge: (exercise: Exercise, answer: string) => Promise<Judgement>;
  close(): void;
}

/**
 * Opens every exercise of the project for trying answers on, one at a time. A query that hangs or that ends the
 * transaction costs the others nothing.
 *
 * @param builtOf - What the build made of an exercise, by its id; without it a query is judged on the real data alone, and an
 * answer of another kind not at all.
 * @param options.limitMs - How long a run and its check may take together.
 * @param options.runPipeline - Without it a pipeline is not judged.
 */
export async function openLessonJudge(
  root: string,
  builtOf: (id: string) => Promise<Built | undefined>,
  {
    limitMs = timeLimitMs,
    runPipeline,
  }: { readonly limitMs?: number; readonly runPipeline?: RunPipeline } = {},
): Promise<LessonJudge> {
  const [{ tracks }, { datasets }] = await Promise.all([loadCatalogue(root), loadDatasets(root)]);
  const exercises = new Map(exercisesOf(tracks).map((exercise) => [exercise.id, exercise]));
  const open = new Map<string, LimitedTables>();
  const tablesOf = (exercise: Exercise) =>
    datasets
      .filter(({ descriptor }) => exercise.datasets.includes(descriptor.id))
      .flatMap(({ descriptor }) => descriptor.tables);

  const keyOf = (exercise: Exercise) => exercise.datasets.toSorted().join();
  const openFor = async (exercise: Exercise) => {
    const key = keyOf(exercise);
    const tables = open.get(key) ?? (await openLimitedTables(root, exercise.datasets, limitMs));
    open.set(key, tables);
    return tables;
  };

  const drop = (exercise: Exercise, tables: LimitedTables) => {
    tables.close();
    open.delete(keyOf(exercise));
  };

  const prepare = async (exercise: Exercise) => {
    if (!isPlain(exercise)) await openFor(exercise);
  };

  const judgeQuery = async (exercise: SqlExercise, sql: string, known: CompiledChecks | undefined) => {
    const tables = await openFor(exercise);
    const { verdict, spoiled } = await tables.judge(exercise, sql, {
      ...(known && { compiled: known }),
      tables: tablesOf(exercise),
    });
    if (spoiled) drop(exercise, tables);
    return { verdict, words: toVerdictWords(verdict) };
  };

  const judgePipeline = async (
    exercise: ArqueroExercise,
    text: string,
    known: PipelineChecks | undefined,
  ) => {
    if (!known) return notBuilt();
    if (!runPipeline) return notJudged('A pipeline is judged in a browser alone.');
    const tables = await openFor(exercise);
    const { solution, compare } = exercise;
    const { verdict, spoiled } = await tables.judgePipeline({ solution, compare, compiled: known }, text, {
      tables: tablesOf(exercise),
      accepted: [exercise.arquero, ...exercise.alternatives],
      run: runPipeline,
    });
    if (spoiled) drop(exercise, tables);
    return { verdict, words: toVerdictWords(verdict, 'javascript') };
  };

  const judgeAny = async (exercise: Exercise, answer: string, built: Built | undefined) => {
    if (isPlain(exercise)) return judgePlain(exercise, answer, built);
    return exercise.kind === 'sql'
      ? judgeQuery(exercise, answer, built as CompiledChecks | undefined)
      : judgePipeline(exercise, answer, built as PipelineChecks | undefined);
  };

  return {
    ids: [...exercises.keys()],
    find: (id) => exercises.get(id),
    dataOf: (exercise) => Object.fromEntries(tablesOf(exercise).map(({ name, sha256 }) => [name, sha256])),
    prepare,
    async judge(exercise, answer) {
      const built = await builtOf(exercise.id);
      await prepare(exercise);
      const startedAt = performance.now();
      const judged = await judgeAny(exercise, answer, built);
      return { exercise: exercise.id, ...judged, elapsedMs: performance.now() - startedAt };
    },
    close() {
      for (const tables of open.values()) tables.close();
    },
  };
}

function judgePlain(exercise: PlainExercise, answer: string, built: Built | undefined) {
  if (!built) return notBuilt();
  const { judge, toAnswerKey } = plainKindOf(exercise);
  const verdict = judge(answer, toAnswerKey(exercise, built));
  return { verdict, words: toPlainVerdictWords(verdict) };
}

function notBuilt() {
  return notJudged('The exercise could not be built: mend what is wrong in its file first.');
}

function notJudged(reason: string): { readonly verdict: Verdict; readonly words: VerdictWords } {
  return { verdict: { kind: 'undecided', reason }, words: { headline: 'Not judged.', body: reason } };
}
