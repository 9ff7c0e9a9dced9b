import { explainDifference } from '#src/compare/compare-results.ts';
import { parseEngineError, toHeadline } from '#src/engine/engine-error.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { createScratchName } from '../scratch-name.ts';
import { toUndecidedReason } from '../undecided-reason.ts';
import type { Verdict } from '../verdict.ts';
import { compareHere, type PipelineCheck } from './compare-pipeline.ts';
import { findSlip, withSlip } from './find-slip.ts';
import { PipelineFailure, PipelineStopped } from './pipeline-answer.ts';
import { tryPipelineOnWitnesses } from './pipeline-witnesses.ts';

/**
 * Judges a pipeline as `checkAnswer` judges a query: its result must equal the model answer's, which is SQL, on the real data
 * and on every witness. Where an order is asked for, the pipeline must make it itself: it is run on shuffled rows too.
 *
 * @param database - Idle, with the exercise's tables under their plain names. What is done there is rolled back.
 */
export async function checkPipeline(
  database: ArrowDatabase,
  given: Omit<PipelineCheck, 'name'>,
): Promise<Verdict> {
  const check = { ...given, name: createScratchName() };
  if (check.answer.tables.length === 0) return { kind: 'other-means', lacks: [], uses: ['literal-answer'] };
  try {
    const verdict = await inTransaction(database, () => judgeHere(database, check));
    return verdict.kind === 'correct'
      ? ((await tryPipelineOnWitnesses(database, check)) ?? verdict)
      : verdict;
  } catch (cause) {
    return toVerdict(check, cause);
  }
}

/** What is said where the pipeline, or the check itself, failed on the real data. */
function toVerdict({ explain }: PipelineCheck, cause: unknown): Verdict {
  if (cause instanceof PipelineStopped) return { kind: 'undecided', reason: cause.message };
  if (cause instanceof PipelineFailure) return { kind: 'does-not-run', error: explain(cause.reply) };
  const error = parseEngineError(cause);
  const isTooMuch = error.fault === 'memory' || error.fault === 'stopped';
  const reason = isTooMuch
    ? toUndecidedReason(error.fault, 'pipeline')
    : `The check itself failed (${toHeadline(error)}).`;
  return { kind: 'undecided', reason };
}

async function inTransaction<T>(database: ArrowDatabase, work: () => Promise<T>): Promise<T> {
  await database.query('BEGIN TRANSACTION');
  try {
    return await work();
  } finally {
    await database.query('ROLLBACK');
  }
}

async function judgeHere(database: ArrowDatabase, check: PipelineCheck): Promise<Verdict> {
  const { compare, compiled } = check.exercise;
  const { found, expected, isSame, isUnsorted } = await compareHere(database, check, 'fresh');
  if (isUnsorted) return { kind: 'wrong-order', unsorted: true };
  if (isSame) return { kind: 'correct' };
  const difference = await explainDifference(database, {
    ...{ found, expected, compare },
    foundCount: found.cut ? found.rowCount + 1 : found.rowCount,
  });
  if (difference.kind === 'correct' || difference.kind === 'undecided') return difference;
  const slip = await findSlip(database, found, check, compiled.slips);
  return slip === undefined ? difference : withSlip(difference, slip);
}
