import { toOutlineBase, type OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import type { ChoiceExercise } from './schema.ts';

/** What the build adds: the result that stands beside the task. */
export interface BuiltChoice {
  readonly shown?: ShownResult;
}

export interface ChoiceOutline extends OutlineBase, BuiltChoice {
  readonly kind: 'choice';
  readonly pick: 'one' | 'several';
  readonly options: readonly string[];
}

export function toChoiceOutline(exercise: ChoiceExercise, { shown }: BuiltChoice): ChoiceOutline {
  return {
    kind: 'choice',
    ...toOutlineBase(exercise),
    pick: exercise.pick,
    options: exercise.options.map(({ text }) => text),
    ...(shown && { shown }),
  };
}
