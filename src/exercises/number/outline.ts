import type { OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import { pickTold, type Told } from '../told.ts';
import { numberPlaces, type NumberExercise } from './schema.ts';

/** What the build adds: the figures that the queries give, and the result beside the task. */
export interface BuiltNumber {
  readonly figure: number;
  /** In the order of `wrong`. */
  readonly wrongFigures: readonly number[];
  readonly shown?: ShownResult;
}

export interface NumberOutline extends OutlineBase, Told<NumberExercise, typeof numberPlaces, 'outline'> {
  readonly shown?: ShownResult;
}

export function toNumberOutline(exercise: NumberExercise, { shown }: BuiltNumber): NumberOutline {
  return { ...pickTold(exercise, numberPlaces, 'outline'), starter: '', ...(shown && { shown }) };
}
