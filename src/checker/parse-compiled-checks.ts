import '#src/results/parse-without-eval.ts';
import { z } from 'zod/mini';
import type { CompiledChecks } from './compiled-checks.ts';

export const rankedSchema = z.object({
  sql: z.string(),
  limit: z.exactOptional(z.int()),
  offset: z.exactOptional(z.int()),
});

export const witnessTableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.nullable(z.string()))),
});

const changeSchema = z.object({
  more: z.record(z.string(), z.int()),
  fewer: z.record(z.string(), z.int()),
  order: z.exactOptional(z.array(z.string())),
  known: z.array(z.string()),
});

const nearMissesSchema = z.array(
  z.object({ fingerprint: z.string(), sentence: z.string(), change: changeSchema }),
);

/** What the build adds to an exercise, as it arrives in the browser. */
export const compiledChecksSchema: z.ZodMiniType<CompiledChecks> = z.object({
  ranked: z.exactOptional(rankedSchema),
  rankedWrong: z.exactOptional(z.array(z.nullable(rankedSchema))),
  witnesses: z.array(z.object({ tables: z.array(witnessTableSchema), nearMisses: nearMissesSchema })),
  readings: z.exactOptional(z.array(z.object({ sql: z.string(), ranked: z.exactOptional(rankedSchema) }))),
  wrongOnWitnesses: z.exactOptional(z.array(z.int())),
  nearMisses: nearMissesSchema,
});
