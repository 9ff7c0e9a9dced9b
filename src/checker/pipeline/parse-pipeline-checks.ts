import '#src/results/parse-without-eval.ts';
import { z } from 'zod/mini';
import { rankedSchema, witnessTableSchema } from '../parse-compiled-checks.ts';
import type { PipelineChecks } from './pipeline-checks.ts';

const countsSchema = z.record(z.string(), z.number());
const slipsSchema = z.array(
  z.object({
    fingerprint: z.string(),
    words: z.string(),
    declared: z.boolean(),
    more: countsSchema,
    fewer: countsSchema,
  }),
);

/** What the build adds to an exercise, as it arrives in the browser. */
export const pipelineChecksSchema: z.ZodMiniType<PipelineChecks> = z.object({
  ranked: z.exactOptional(rankedSchema),
  slips: slipsSchema,
  witnesses: z.array(z.object({ tables: z.array(witnessTableSchema), slips: slipsSchema })),
});
