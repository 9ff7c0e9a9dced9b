import type { AnswerKeyBase } from '../exercise-base.ts';
import { pickTold, type Told } from '../told.ts';
import type { BuiltOrder } from './outline.ts';
import { orderPlaces, type OrderExercise } from './schema.ts';

export interface OrderKey extends AnswerKeyBase, Told<OrderExercise, typeof orderPlaces, 'key'> {
  /** Orders that are accepted, as places in `lines` from 0. */
  readonly accepted: readonly (readonly number[])[];
}

export function toOrderKey(exercise: OrderExercise, { accepted }: BuiltOrder): OrderKey {
  return { ...pickTold(exercise, orderPlaces, 'key'), solution: exercise.lines.join('\n'), accepted };
}
