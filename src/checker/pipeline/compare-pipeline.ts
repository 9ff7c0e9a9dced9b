import type { Compare } from '#src/compare/compare-rules.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import { readExpected, type ExpectedResult } from '#src/compare/expected-result.ts';
import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import type { QueryError } from '#src/results/run-outcome.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';
import { planHandOver, readHandedOver, type RowOrder } from '#src/sandbox/hand-over.ts';
import { copyOutcome, type PipelineAnswer, type PipelineFailure, type RunPlace } from './pipeline-answer.ts';
import type { PipelineChecks } from './pipeline-checks.ts';

/** The parts of an exercise that decide about a pipeline. */
export interface CheckedPipelineExercise {
  /** The model answer in SQL: one query that gives rows. */
  readonly solution: string;
  readonly compare: Compare;
  readonly compiled: PipelineChecks;
}

/** What every look at a pipeline needs. */
export interface PipelineCheck {
  readonly exercise: CheckedPipelineExercise;
  readonly answer: PipelineAnswer;
  /** Pipelines that are known to be right. Without any, no rows are made of what the answer itself names. */
  readonly accepted?: readonly PipelineAnswer[];
  /** Every table of the exercise's datasets. */
  readonly tables: readonly WitnessTableShape[];
  /** Why a pipeline gave no table. */
  readonly explain: (reply: PipelineFailure['reply']) => QueryError;
  /** Begins the names of what is made for the check. */
  readonly name: string;
}

const rowLimit = 100_000;

/** The results of a pipeline and of the model answer on the tables that stand in the database now. */
export interface ComparedResults {
  readonly found: ResultCopy;
  readonly expected: ExpectedResult;
  readonly isSame: boolean;
  /** Whether the order that is asked for was there by luck only. */
  readonly isUnsorted: boolean;
}

/**
 * Runs both, in a transaction that the caller rolls back.
 *
 * @param place - Where the pipeline runs.
 */
export async function compareHere(
  database: ArrowDatabase,
  { exercise, answer, name }: PipelineCheck,
  place: RunPlace,
): Promise<ComparedResults> {
  const { solution, compare, compiled } = exercise;
  const plans = await planHandOver(database, answer.tables);
  const start = async (order: RowOrder, where: RunPlace) => {
    const outcome = answer.run(await readHandedOver(database, plans, order), where);
    return { order: `${order}_${where}`, outcome };
  };
  const running = await start('stored', place);
  // The engine works out the model answer while the pipeline runs.
  const expected = await readExpected(database, solution, compiled.ranked, {
    compare,
    table: `${name}_expected`,
  });
  const limit = Math.max(rowLimit, expected.copy.rowCount);
  const copy = async ({ order, outcome }: Awaited<ReturnType<typeof start>>) =>
    copyOutcome(database, await outcome, { name: `${name}_${order}`, rowLimit: limit });
  const found = await copy(running);
  const isSame = await isSameResult(database, { found, expected, compare });
  if (!isSame || compare.order === 'ignored' || found.rowCount < 2)
    return { found, expected, isSame, isUnsorted: false };
  const isSorted = async (where: RunPlace) =>
    isSameResult(database, { found: await copy(await start('shuffled', where)), expected, compare });
  const isShared = answer.keepsNothing && (await isSorted('shared'));
  return {
    found,
    expected,
    isSame,
    isUnsorted: !isShared && (place === 'shared' || !(await isSorted('fresh'))),
  };
}
