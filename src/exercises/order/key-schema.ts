import { z } from 'zod/mini';
import { toKeySchema } from '../to-key-schema.ts';
import type { OrderKey } from './answer-key.ts';

export const orderKeySchema = toKeySchema<OrderKey>({
  lines: z.array(z.string()),
  distractors: z.array(z.object({ line: z.string(), feedback: z.string() })),
  accepted: z.array(z.array(z.int())),
  feedback: z.string(),
});
