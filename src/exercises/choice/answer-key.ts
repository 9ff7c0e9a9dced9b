import { z } from 'zod/mini';
import { answerKeyFields } from '../answer-key-fields.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { toLetter } from '../letters.ts';
import type { ChoiceExercise } from './schema.ts';

export interface ChoiceKey extends AnswerKeyBase {
  readonly pick: 'one' | 'several';
  readonly options: readonly { readonly right: boolean; readonly feedback?: string }[];
}

export const choiceKeySchema: z.ZodMiniType<ChoiceKey> = z.object({
  ...answerKeyFields,
  pick: z.enum(['one', 'several']),
  options: z.array(z.object({ right: z.boolean(), feedback: z.exactOptional(z.string()) })),
});

export function toChoiceKey({ id, version, explain, pick, options }: ChoiceExercise): ChoiceKey {
  return {
    id,
    version,
    explain,
    solution: options.flatMap(({ right }, index) => (right ? [toLetter(index)] : [])).join(', '),
    pick,
    options: options.map(({ right, feedback }) => ({ right, ...(feedback !== undefined && { feedback }) })),
  };
}
