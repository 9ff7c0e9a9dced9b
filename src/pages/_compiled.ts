import compiledLessons from '#compiled';
import type { CompiledExercise } from '#src/checker/compiled-exercise.ts';
import type { Scorecard } from '#src/checker/scorecard.ts';

const { exercises, scorecards: cards } = compiledLessons as unknown as {
  exercises: Record<string, CompiledExercise>;
  scorecards: Scorecard[];
};

/** What the build found of an exercise. Throws when the build has not seen it. */
export function compiledOf(exerciseId: string): CompiledExercise {
  const compiled = exercises[exerciseId];
  if (!compiled) throw new Error(`The exercise ${exerciseId} is not compiled. Run npm run prepare-assets.`);
  return compiled;
}

/** How well each exercise checks, in the order of the lessons. */
export const scorecards: readonly Scorecard[] = cards;
