import { z } from 'zod/mini';
import { answerKeyFields } from '../answer-key-fields.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import type { BuiltOrder } from './outline.ts';
import type { OrderExercise } from './schema.ts';

export interface OrderKey extends AnswerKeyBase {
  readonly lines: readonly string[];
  readonly distractors: readonly { readonly line: string; readonly feedback: string }[];
  /** Orders that are accepted, as places in `lines` from 0. */
  readonly accepted: readonly (readonly number[])[];
  readonly feedback: string;
}

export const orderKeySchema: z.ZodMiniType<OrderKey> = z.object({
  ...answerKeyFields,
  lines: z.array(z.string()),
  distractors: z.array(z.object({ line: z.string(), feedback: z.string() })),
  accepted: z.array(z.array(z.int())),
  feedback: z.string(),
});

export function toOrderKey(exercise: OrderExercise, { accepted }: BuiltOrder): OrderKey {
  const { id, version, explain, lines, distractors, feedback } = exercise;
  return { id, version, explain, solution: lines.join('\n'), lines, distractors, accepted, feedback };
}
