import type { Cell } from '#src/results/cell.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { toLetter } from '../letters.ts';
import { pickTold, type Told } from '../told.ts';
import type { BuiltPredict } from './outline.ts';
import { predictPlaces, type PredictExercise } from './schema.ts';

export interface PredictKey extends AnswerKeyBase, Told<PredictExercise, typeof predictPlaces, 'key'> {
  /** Feedback for each option that the page shows; null for the right one. */
  readonly options?: readonly (string | null)[];
  readonly value?: Cell;
  readonly wrongValues?: readonly { readonly value: Cell; readonly feedback: string }[];
}

export function toPredictKey(exercise: PredictExercise, built: BuiltPredict): PredictKey {
  const { wrong } = exercise;
  const told = pickTold(exercise, predictPlaces, 'key');
  if ('options' in built) {
    const right = built.options.findIndex((option) => option.wrong === null);
    return {
      ...told,
      solution: toLetter(right),
      options: built.options.map((option) =>
        option.wrong === null ? null : (wrong[option.wrong]?.feedback ?? ''),
      ),
    };
  }
  return {
    ...told,
    solution: toValueText(built.value),
    value: built.value,
    wrongValues: wrong.flatMap(({ feedback }, index) => {
      const value = built.wrongValues[index];
      return value === undefined ? [] : [{ value, feedback }];
    }),
  };
}

/** A value as a person would type it. */
export function toValueText(value: Cell): string {
  return value === null ? 'NULL' : String(value);
}
