import type { ChoiceExercise } from './schema.ts';

/** The rules by which a choice is judged, in sentences for the learner. */
export function toChoiceChecks({ pick }: Pick<ChoiceExercise, 'pick'>): string[] {
  return pick === 'one'
    ? ['One option is right.']
    : ['Pick every option that is right, and no other. There may be one or more.'];
}
