import { checkAnswer } from '#src/checker/check-answer.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { Engine } from '#src/engine/engine.ts';
import { timeLeftMs } from '#src/engine/time-limit.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { SqlOutline } from '#src/exercises/sql/outline.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { SqlKey } from '#src/exercises/sql/answer-key.ts';
import { toUndecidedReason } from '#src/checker/undecided-reason.ts';

interface GivenAnswer {
  readonly engine: Engine;
  readonly exercise: PanelOutline<SqlOutline>;
  readonly key: SqlKey;
  /** Those of the exercise's own datasets. */
  readonly tables: readonly TableDescriptor[];
  readonly text: string;
  /** What came of running `text` for the learner to see. */
  readonly outcome: RunOutcome;
}

/**
 * Check an answer on the page's engine, in the time that its run has left. A check that was stopped or took too long is undecided,
 * never wrong.
 */
export async function judgeAnswer({ engine, exercise, key, tables, text, outcome }: GivenAnswer): Promise<{
  readonly verdict: Verdict;
  readonly words: VerdictWords;
}> {
  const { compare, requires, refuses } = exercise;
  const { solution, wrong, compiled } = key;
  const spentMs = outcome.status === 'ok' ? outcome.elapsedMs : 0;
  const used = await engine.use(
    (database) =>
      checkAnswer(database, { solution, wrong, compare, requires, refuses }, text, {
        outcome,
        compiled,
        tables,
      }),
    { timeLimitMs: timeLeftMs(spentMs) },
  );
  const verdict =
    used.status === 'ok' ? used.value.verdict : { kind: 'undecided' as const, reason: toReason(used) };
  return { verdict, words: toVerdictWords(verdict, key) };
}

function toReason(used: Exclude<Awaited<ReturnType<Engine['use']>>, { status: 'ok' }>): string {
  switch (used.status) {
    case 'timeout':
      return toUndecidedReason('stopped');
    case 'cancelled':
      return 'The check was stopped. Check again when you are ready.';
    case 'failed':
      return used.message;
  }
}
