import { checkAnswer } from '#src/checker/check-answer.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import { timeLeftMs } from '#src/engine/time-limit.ts';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { AnswerJudgement } from '#src/ui/exercise/code-runner.ts';
import { toUndecidedCheck } from '#src/ui/exercise/undecided-check.ts';
import type { SqlKey } from '../answer-key.ts';
import type { SqlOutline } from '../outline.ts';
import { toVerdictWords } from '../verdict-words.ts';

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
export async function judgeAnswer(given: GivenAnswer): Promise<AnswerJudgement> {
  const { engine, exercise, key, tables, text, outcome } = given;
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
  const verdict = used.status === 'ok' ? used.value.verdict : toUndecidedCheck(used, 'sql');
  return { verdict, words: toVerdictWords(verdict) };
}
