import builtExercises from '#exercises';
import type { Built } from '#src/exercises/kinds.ts';
import type { Scorecard } from '#src/verifying/scorecard.ts';

const { built, scorecards: cards } = builtExercises as unknown as {
  built: Record<string, Built>;
  scorecards: Scorecard[];
};

/** What the build made of an exercise. Throws when the build has not seen it. */
export function builtOf(exerciseId: string): Built {
  const found = built[exerciseId];
  if (!found) throw new Error(`The exercise ${exerciseId} is not built. Run npm run prepare-assets.`);
  return found;
}

/** How well each exercise checks, in the order of the lessons. */
export const scorecards: readonly Scorecard[] = cards;
