import type { Database } from '#src/results/database.ts';
import type { Verified } from '../kind.ts';
import { toLetter } from '../letters.ts';
import { readShown } from '../read-result.ts';
import { toChoiceKey } from './answer-key.ts';
import { judgeChoice } from './judge.ts';
import type { BuiltChoice } from './outline.ts';
import type { ChoiceExercise } from './schema.ts';

/** Proves that the declared answer is accepted and that every wrong option is refused with its own feedback. */
export async function verifyChoice(
  database: Database,
  exercise: ChoiceExercise,
): Promise<Verified<BuiltChoice>> {
  const { shown, findings } = await readShown(database, exercise.shows);
  const key = toChoiceKey(exercise);
  const accepted = judgeChoice(key.solution, key).kind === 'correct' ? 1 : 0;
  const refused = exercise.options.filter((option, index) => {
    const verdict = judgeChoice(toLetter(index), key);
    return verdict.kind === 'known-mistake' && verdict.feedback === option.feedback;
  }).length;
  if (findings.length > 0) return { findings, accepted, refused };
  return { built: shown ? { shown } : {}, findings, accepted, refused };
}
