import { z } from 'zod/mini';
import { toKeySchema } from '../to-key-schema.ts';
import type { PredictKey } from './answer-key.ts';

const cellSchema = z.union([z.null(), z.boolean(), z.number(), z.string()]);

export const predictKeySchema = toKeySchema<PredictKey>({
  options: z.exactOptional(z.array(z.nullable(z.string()))),
  value: z.exactOptional(cellSchema),
  wrongValues: z.exactOptional(z.array(z.object({ value: cellSchema, feedback: z.string() }))),
});
