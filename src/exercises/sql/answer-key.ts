import { z } from 'zod/mini';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { compiledChecksSchema } from '#src/checker/parse-compiled-checks.ts';
import { answerKeyFields } from '../answer-key-fields.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import type { SqlExercise } from './schema.ts';

/** What is fetched when a query is first checked or the solution is asked for: the author's part and the build's. */
export interface SqlKey extends AnswerKeyBase, Pick<SqlExercise, 'alternatives' | 'wrong'> {
  readonly compiled: CompiledChecks;
}

export const sqlKeySchema: z.ZodMiniType<SqlKey> = z.object({
  ...answerKeyFields,
  alternatives: z.array(z.string()),
  wrong: z.array(z.object({ answer: z.string(), feedback: z.string() })),
  compiled: compiledChecksSchema,
});

export function toSqlKey(exercise: SqlExercise, compiled: CompiledChecks): SqlKey {
  const { id, version, solution, alternatives, wrong, explain } = exercise;
  return { id, version, solution, alternatives, wrong, explain, compiled };
}
