import { z } from 'zod/mini';
import { toKeySchema } from '../to-key-schema.ts';
import type { NumberKey } from './answer-key.ts';

export const numberKeySchema = toKeySchema<NumberKey>({
  figure: z.number(),
  unit: z.string(),
  tolerance: z.number(),
  wrong: z.array(z.object({ figure: z.number(), feedback: z.string() })),
});
