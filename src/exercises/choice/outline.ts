import type { OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import { pickTold, type Told } from '../told.ts';
import { choicePlaces, type ChoiceExercise } from './schema.ts';

/** What the build adds: the result that stands beside the task. */
export interface BuiltChoice {
  readonly shown?: ShownResult;
}

export interface ChoiceOutline
  extends OutlineBase, BuiltChoice, Told<ChoiceExercise, typeof choicePlaces, 'outline'> {
  readonly options: readonly string[];
}

export function toChoiceOutline(exercise: ChoiceExercise, { shown }: BuiltChoice): ChoiceOutline {
  return {
    ...pickTold(exercise, choicePlaces, 'outline'),
    starter: '',
    options: exercise.options.map(({ text }) => text),
    ...(shown && { shown }),
  };
}
