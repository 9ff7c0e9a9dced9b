import compiledLessons from '#compiled';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import type { Scorecard } from '#src/verifying/scorecard.ts';

const { exercises, scorecards: cards } = compiledLessons as unknown as {
  exercises: Record<string, CompiledChecks>;
  scorecards: Scorecard[];
};

/** What the build found of an exercise. Throws when the build has not seen it. */
export function compiledOf(exerciseId: string): CompiledChecks {
  const compiled = exercises[exerciseId];
  if (!compiled) throw new Error(`The exercise ${exerciseId} is not compiled. Run npm run prepare-assets.`);
  return compiled;
}

/** How well each exercise checks, in the order of the lessons. */
export const scorecards: readonly Scorecard[] = cards;
