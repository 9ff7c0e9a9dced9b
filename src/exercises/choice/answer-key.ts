import type { AnswerKeyBase } from '../exercise-base.ts';
import { toLetter } from '../letters.ts';
import { pickTold, type Told } from '../told.ts';
import { choicePlaces, type ChoiceExercise } from './schema.ts';

export interface ChoiceKey extends AnswerKeyBase, Told<ChoiceExercise, typeof choicePlaces, 'key'> {
  readonly options: readonly { readonly right: boolean; readonly feedback?: string }[];
}

export function toChoiceKey(exercise: ChoiceExercise): ChoiceKey {
  const { options } = exercise;
  return {
    ...pickTold(exercise, choicePlaces, 'key'),
    solution: options.flatMap(({ right }, index) => (right ? [toLetter(index)] : [])).join(', '),
    options: options.map(({ right, feedback }) => ({ right, ...(feedback !== undefined && { feedback }) })),
  };
}
