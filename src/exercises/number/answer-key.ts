import { numberWords } from '#src/words/number-words.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { pickTold, type Told } from '../told.ts';
import type { BuiltNumber } from './outline.ts';
import { numberPlaces, type NumberExercise } from './schema.ts';

export interface NumberKey extends AnswerKeyBase, Told<NumberExercise, typeof numberPlaces, 'key'> {
  readonly figure: number;
  readonly wrong: readonly { readonly figure: number; readonly feedback: string }[];
}

export function toNumberKey(exercise: NumberExercise, { figure, wrongFigures }: BuiltNumber): NumberKey {
  return {
    ...pickTold(exercise, numberPlaces, 'key'),
    solution: toFigureText(figure),
    figure,
    wrong: exercise.wrong.flatMap(({ feedback }, index) => {
      const wrongFigure = wrongFigures[index];
      return wrongFigure === undefined ? [] : [{ figure: wrongFigure, feedback }];
    }),
  };
}

/** A figure with marks between its thousands: it can be read again. */
export function toFigureText(figure: number): string {
  return numberWords(figure, 12);
}
