import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { timeLeftMs } from '#src/engine/time-limit.ts';
import { runQuery } from '#src/engine/run-query.ts';
import { checkPipeline } from '#src/checker/pipeline/check-pipeline.ts';
import type { CheckedPipelineExercise } from '#src/checker/pipeline/compare-pipeline.ts';
import {
  toAcceptedAnswers,
  toPipelineAnswer,
  type RunPipelineBody,
} from '#src/checker/pipeline/to-pipeline-answer.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import type { RunPipeline } from './run-pipeline.ts';
import { checkAnswer, type CheckOptions } from '#src/checker/check-answer.ts';
import type { CheckedExercise } from '#src/checker/checked-exercise.ts';
import { toUndecidedReason } from '#src/checker/undecided-reason.ts';
import type { Verdict } from '#src/checker/verdict.ts';

/** Native DuckDB with the files of some datasets attached, views of their tables and locked, all as in the browser, and with a limit on how long a query takes. */
export interface LimitedTables {
  /**
   * Runs and judges an answer as the page does; one that takes too long is undecided. After `spoiled` the page would
   * start a new engine: so must the caller.
   */
  readonly judge: (
    exercise: CheckedExercise,
    answer: string,
    options: Omit<CheckOptions, 'outcome'>,
  ) => Promise<{ readonly verdict: Verdict; readonly spoiled: boolean }>;
  /** The same of a pipeline, which runs where `run` runs it. */
  readonly judgePipeline: (
    exercise: CheckedPipelineExercise,
    text: string,
    options: {
      readonly tables: readonly TableDescriptor[];
      /** Pipelines that are known to be right. */
      readonly accepted: readonly string[];
      readonly run: RunPipeline;
    },
  ) => Promise<{ readonly verdict: Verdict; readonly spoiled: boolean }>;
  /** A hash of every row of every table. */
  readonly checksum: () => Promise<string>;
  close(): void;
}

/**
 * @param timeLimitMs how long a run and its check may take together, as in the browser
 */
export async function openLimitedTables(
  root: string,
  ids: readonly string[],
  timeLimitMs: number,
): Promise<LimitedTables> {
  const { datasets } = await loadDatasets(root);
  const used = datasets.filter(({ descriptor }) => ids.includes(descriptor.id));
  const tables = used.flatMap(({ descriptor }) => descriptor.tables);
  const learner = await openLearnerTables(used);
  let stopped = false;
  // The page drops a worker that is too late: nothing runs after the limit but what undoes the run.
  const inTime = <T>(work: () => Promise<T>) =>
    stopped ? Promise.reject(new Error('INTERRUPT Error: the time is over.')) : work();
  const database: ArrowDatabase = {
    query: (sql) => (sql === 'ROLLBACK' ? learner.query(sql) : inTime(() => learner.query(sql))),
    readArrow: (sql) => inTime(() => learner.readArrow(sql)),
    insertArrow: (table, stream) => inTime(() => learner.insertArrow(table, stream)),
  };
  const late = { kind: 'undecided' as const, reason: toUndecidedReason('stopped') };

  /** Undefined when the time was over. */
  async function limit<T>(limitMs: number, work: () => Promise<T>): Promise<T | undefined> {
    if (limitMs <= 0) return undefined;
    const timer = setInterval(() => {
      stopped = true;
      learner.interrupt();
    }, limitMs);
    try {
      const value = await work();
      return stopped ? undefined : value;
    } catch (cause) {
      if (!stopped) throw cause;
      return undefined;
    } finally {
      clearInterval(timer);
      stopped = false;
    }
  }

  return {
    async judge(exercise, answer, options) {
      const startedAt = performance.now();
      const run = await limit(timeLimitMs, () => runQuery(database, answer));
      const outcome = run?.outcome ?? { status: 'timeout' as const, limitMs: timeLimitMs };
      const leftMs = timeLeftMs(performance.now() - startedAt, timeLimitMs);
      const check = () => checkAnswer(database, exercise, answer, { ...options, outcome });
      // What is said of a run that was stopped takes no time.
      const checked = run ? await limit(leftMs, check) : await check();
      return { verdict: checked?.verdict ?? late, spoiled: !run || run.spoiled || !checked };
    },
    async judgePipeline(exercise, text, { tables: usable, accepted, run }) {
      const startedAt = performance.now();
      const runBody: RunPipelineBody = (body, handed) =>
        run(body, handed, timeLeftMs(performance.now() - startedAt, timeLimitMs));
      const read = toPipelineAnswer(text, usable, runBody);
      if (!read.ok) return { verdict: { kind: 'does-not-run', error: read.error }, spoiled: false };
      const verdict = await limit(timeLimitMs, () =>
        checkPipeline(database, {
          ...{ exercise, tables: usable, answer: read.answer, explain: read.explain },
          accepted: toAcceptedAnswers(accepted, usable, runBody),
        }),
      );
      return { verdict: verdict ?? late, spoiled: !verdict };
    },
    async checksum() {
      const sums: string[] = [];
      for (const { name } of tables) {
        const { rows } = await database.query(
          `SELECT count(*)::VARCHAR || ' ' || sum(hash(t))::VARCHAR FROM main."${name}" AS t`,
        );
        sums.push(`${name}: ${String(rows[0]?.[0])}`);
      }
      const { rows } = await database.query(
        "SELECT string_agg(schema_name || '.' || table_name, ' ' ORDER BY ALL) FROM duckdb_tables()",
      );
      return [...sums, String(rows[0]?.[0])].join('; ');
    },
    close: () => learner.close(),
  };
}
