import { z } from 'zod';
import { chartField } from '../chart-field.ts';
import { baseFields, basePlaces, feedbackField, queryField, type ExerciseBase } from '../exercise-base.ts';
import type { FieldPlaces } from '../told.ts';

/** An exercise whose answer is a chart: made from nothing, or mended where it starts from a misleading one. */
export const chartSchema = z.strictObject({
  kind: z.literal('chart').describe('The learner makes a chart, or mends one that misleads.'),
  ...baseFields,
  query: queryField.describe(
    'SQL whose result is charted: at most 120 rows and 6 columns, in an order of their own.',
  ),
  caption: z.string().min(5).describe('What the table shows, as its caption.'),
  starter: chartField
    .optional()
    .describe(
      'The chart to begin with. What is wrong with it on purpose (cutAxis, second, mixedColours) can be set.',
    ),
  solution: chartField.describe('The model answer.'),
  alternatives: z.array(chartField).default([]).describe('Other charts that are accepted.'),
  order: z
    .enum(['required', 'ignored'])
    .default('ignored')
    .describe('Use "required" only when the task asks for an order of groups.'),
  wrong: z
    .array(
      z
        .strictObject({ chart: chartField, feedback: feedbackField })
        .describe('A chart that a foreseen slip makes.'),
    )
    .min(3)
    .max(8)
    .describe('Charts that learners may make, each with what is said of it.'),
  feedback: feedbackField.describe('What is said of any other chart.'),
});

export type ChartExercise = z.infer<typeof chartSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const chartPlaces = {
  kind: 'outline',
  ...basePlaces,
  query: 'outline',
  caption: 'outline',
  starter: 'neither',
  solution: 'neither',
  alternatives: 'neither',
  order: 'key',
  wrong: 'neither',
  feedback: 'key',
} as const satisfies FieldPlaces<ChartExercise>;
