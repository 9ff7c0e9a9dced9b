import { z } from 'zod/mini';
import { toKeySchema } from '../to-key-schema.ts';
import type { ChartKey } from './answer-key.ts';

export const chartKeySchema = toKeySchema<ChartKey>({
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ chart: z.string(), feedback: z.string() })),
  order: z.enum(['required', 'ignored']),
  feedback: z.string(),
  table: z.object({
    columns: z.array(z.object({ name: z.string(), type: z.string() })),
    rows: z.array(z.array(z.union([z.null(), z.boolean(), z.number(), z.string()]))),
    rowCount: z.int(),
  }),
});
