import { z } from 'zod/mini';
import { toKeySchema } from '../to-key-schema.ts';
import type { ChoiceKey } from './answer-key.ts';

export const choiceKeySchema = toKeySchema<ChoiceKey>({
  pick: z.enum(['one', 'several']),
  options: z.array(z.object({ right: z.boolean(), feedback: z.exactOptional(z.string()) })),
});
