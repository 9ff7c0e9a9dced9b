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

/** An exercise whose answer is one figure. */
export const numberSchema = z.strictObject({
  kind: z.literal('number').describe('The learner gives a figure.'),
  ...baseFields,
  shows: showsField,
  query: queryField.describe('SQL that gives the true figure: one row, one column.'),
  unit: z
    .string()
    .min(1)
    .max(30)
    .default('')
    .describe('What the figure counts, such as "%", "£" or "attendances".'),
  tolerance: z
    .number()
    .min(0)
    .default(0)
    .describe('How far a figure may be from the true one and still be right, in the unit of the figure.'),
  wrong: z
    .array(
      z
        .strictObject({
          query: queryField.describe('SQL that gives the figure of a common slip: one row, one column.'),
          feedback: feedbackField,
        })
        .describe('A figure that a foreseen slip gives.'),
    )
    .min(2)
    .describe('Figures that must be refused, each with its own feedback.'),
});

export type NumberExercise = z.infer<typeof numberSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const numberPlaces = {
  kind: 'outline',
  ...basePlaces,
  query: 'neither',
  unit: 'both',
  tolerance: 'key',
  wrong: 'neither',
  shows: 'neither',
} as const satisfies FieldPlaces<NumberExercise>;
