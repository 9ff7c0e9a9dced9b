import '#src/results/parse-without-eval.ts';
import { z } from 'zod';
import type { CompiledChecks } from './compiled-checks.ts';

const rankedSchema = z.object({
  sql: z.string(),
  limit: z.int().exactOptional(),
  offset: z.int().exactOptional(),
});

const witnessTableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
});

const changeSchema = z.object({
  more: z.record(z.string(), z.int()),
  fewer: z.record(z.string(), z.int()),
  order: z.array(z.string()).exactOptional(),
  known: z.array(z.string()),
});

const nearMissesSchema = z.array(
  z.object({ fingerprint: z.string(), sentence: z.string(), change: changeSchema }),
);

/** What the build adds to an exercise, as it arrives in the browser. */
export const compiledChecksSchema: z.ZodType<CompiledChecks> = z.object({
  ranked: rankedSchema.exactOptional(),
  rankedWrong: z.array(rankedSchema.nullable()).exactOptional(),
  witnesses: z.array(z.object({ tables: z.array(witnessTableSchema), nearMisses: nearMissesSchema })),
  wrongOnWitnesses: z.array(z.int()).exactOptional(),
  nearMisses: nearMissesSchema,
});
