import '#src/progress/parse-without-eval.ts';
import { z } from 'zod';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { compiledChecksSchema } from '#src/checker/parse-compiled-checks.ts';
import type { ExerciseKey } from '#src/exercises/sql/outline.ts';

/** All that is fetched when an answer in SQL is first checked: the author's part of it and the build's. */
export interface SqlKey extends ExerciseKey {
  readonly compiled: CompiledChecks;
}

export const sqlKeySchema: z.ZodType<SqlKey> = z.object({
  id: z.string(),
  version: z.string(),
  solution: z.string(),
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ answer: z.string(), feedback: z.string() })),
  explain: z.string(),
  compiled: compiledChecksSchema,
});
