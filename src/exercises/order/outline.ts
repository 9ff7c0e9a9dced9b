import { toContentHash } from '#src/authored/content-hash.ts';
import type { OutlineBase } from '../exercise-base.ts';
import type { ShownResult } from '../read-result.ts';
import { pickTold, type Told } from '../told.ts';
import { orderPlaces, type OrderExercise } from './schema.ts';

/** What the build adds: every order that is accepted, and the result beside the task. */
export interface BuiltOrder {
  /** Places in `lines`, from 0. The author's own order comes first. */
  readonly accepted: readonly (readonly number[])[];
  readonly shown?: ShownResult;
}

export interface OrderOutline extends OutlineBase, Told<OrderExercise, typeof orderPlaces, 'outline'> {
  /** True when some lines do not belong, so that a line can be left out. */
  readonly mayLeaveOut: boolean;
  readonly shown?: ShownResult;
}

/** The lines stand in a mixed order at first, which stays the same while they do and is never an accepted one. */
export function toOrderOutline(exercise: OrderExercise, { accepted, shown }: BuiltOrder): OrderOutline {
  const { id, lines, distractors } = exercise;
  const all = [...lines, ...distractors.map(({ line }) => line)];
  const mixed = all
    .map((line) => ({ line, place: toContentHash(`${id}\n${line}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ line }) => line);
  const isAccepted = accepted.some(
    (order) => order.map((place) => lines[place]).join('\n') === mixed.join('\n'),
  );
  return {
    ...pickTold(exercise, orderPlaces, 'outline'),
    starter: (isAccepted ? mixed.toReversed() : mixed).join('\n'),
    mayLeaveOut: distractors.length > 0,
    ...(shown && { shown }),
  };
}
