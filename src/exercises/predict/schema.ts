import { z } from 'zod';
import {
  baseFields,
  basePlaces,
  feedbackField,
  queryField,
  showsField,
  type ExerciseBase,
} from '../exercise-base.ts';
import type { FieldPlaces } from '../told.ts';

/** An exercise whose answer is what a query gives, told before it runs. */
export const predictSchema = z.strictObject({
  kind: z.literal('predict').describe('The learner says what a query gives before it runs.'),
  ...baseFields,
  shows: showsField,
  query: queryField.describe('The query that the page shows. Its result is the answer.'),
  cell: z
    .strictObject({
      row: z.int().min(1).describe('The row of the result, from 1.'),
      column: z.string().min(1).describe('The name of the column.'),
    })
    .optional()
    .describe(
      'The learner types the value of this one cell. Without it they pick one of several results, which the page shows.',
    ),
  wrong: z
    .array(
      z
        .strictObject({
          query: queryField.describe('SQL that gives what a learner may wrongly expect.'),
          feedback: feedbackField,
        })
        .describe('A result that a foreseen slip expects.'),
    )
    .min(2)
    .max(5)
    .describe('What a learner may wrongly expect. All results must differ.'),
});

export type PredictExercise = z.infer<typeof predictSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const predictPlaces = {
  kind: 'outline',
  ...basePlaces,
  query: 'outline',
  cell: 'outline',
  wrong: 'neither',
  shows: 'neither',
} as const satisfies FieldPlaces<PredictExercise>;
