import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import type { ExerciseKind } from '../kind.ts';
import { toArqueroKey, type ArqueroKey } from './answer-key.ts';
import { arqueroKeySchema } from './key-schema.ts';
import { toArqueroOutline, type ArqueroOutline } from './outline.ts';
import { arqueroSchema, type ArqueroExercise } from './schema.ts';
import { toArqueroChecks } from './what-we-check.ts';

/** A pipeline runs in the sandbox and is judged in the database, by the model answer in SQL: see `checker/pipeline`. */
export const arqueroKind: ExerciseKind<ArqueroExercise, PipelineChecks, ArqueroOutline, ArqueroKey> = {
  schema: arqueroSchema,
  toOutline: toArqueroOutline,
  toAnswerKey: toArqueroKey,
  answerKeySchema: arqueroKeySchema,
  toWhatWeCheck: toArqueroChecks,
  toAnswerNotes: ({ arquero, alternatives, wrong }) => ({
    isCode: true,
    answer: arquero,
    alternatives,
    mistakes: wrong,
  }),
  toQueries: ({ solution }) => [solution],
};
