import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import type { ExerciseKind } from '../kind.ts';
import { toSqlKey, type SqlKey } from './answer-key.ts';
import { sqlKeySchema } from './key-schema.ts';
import { toSqlOutline, type SqlOutline } from './outline.ts';
import { sqlExerciseSchema, type SqlExercise } from './schema.ts';
import { toWhatWeCheck } from './what-we-check.ts';

/** A query is judged by an engine, and proven with mutants and witnesses: see `checker` and `verifying`. */
export const sqlKind: ExerciseKind<SqlExercise, CompiledChecks, SqlOutline, SqlKey> = {
  schema: sqlExerciseSchema,
  toOutline: toSqlOutline,
  toAnswerKey: toSqlKey,
  answerKeySchema: sqlKeySchema,
  toWhatWeCheck: (exercise) => toWhatWeCheck(exercise.compare, exercise),
  toAnswerNotes: ({ solution, alternatives, wrong }) => ({
    isCode: true,
    answer: solution,
    alternatives,
    mistakes: wrong,
  }),
  toQueries: ({ solution }) => [solution],
};
