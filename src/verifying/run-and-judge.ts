import { checkAnswer, type CheckOptions } from '#src/checker/check-answer.ts';
import type { CheckedExercise } from '#src/checker/checked-exercise.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { Database } from '#src/results/database.ts';

/** Runs an answer and judges it, as the page does when a learner presses "Check my answer". */
export async function runAndJudge(
  database: Database,
  exercise: CheckedExercise,
  answer: string,
  options: Omit<CheckOptions, 'outcome'> = {},
): Promise<Verdict> {
  const { outcome } = await runQuery(database, answer);
  const { verdict } = await checkAnswer(database, exercise, answer, { ...options, outcome });
  return verdict;
}
