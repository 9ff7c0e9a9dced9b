import { z } from 'zod';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { baseFields, basePlaces, queryField, type ExerciseBase } from '../exercise-base.ts';
import { equivalentSchema, unprovenSchema, wrongAnswerSchema } from '../sql/schema.ts';
import type { FieldPlaces } from '../told.ts';

/** One exercise whose answer is a pipeline in JavaScript, as its YAML file holds it. */
export const arqueroSchema = z.strictObject({
  kind: z.literal('arquero').describe('The learner writes a pipeline in JavaScript, with Arquero.'),
  ...baseFields,
  starter: z.string().default('').describe('The text in the editor at first.'),
  solution: queryField.describe('SQL that gives the right result. It decides what is right.'),
  arquero: queryField.describe('The model answer: a pipeline whose last expression is the table.'),
  alternatives: z.array(queryField).default([]).describe('Other pipelines that must be accepted.'),
  wrong: z
    .array(wrongAnswerSchema)
    .default([])
    .describe('Pipelines that must be refused, each with its own feedback.'),
  compare: compareSchema.prefault({}),
  differs: z
    .string()
    .min(20)
    .optional()
    .describe('What the two languages do differently here, for whoever has solved it.'),
  equivalent: z
    .array(equivalentSchema)
    .default([])
    .describe('Mutants, of either language, that no data can tell from the model answer.'),
  unproven: z
    .array(unprovenSchema)
    .default([])
    .describe('Mutants that may differ, though no small lawful table was found on which they do.'),
});

export type ArqueroExercise = z.infer<typeof arqueroSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const arqueroPlaces = {
  kind: 'outline',
  ...basePlaces,
  starter: 'outline',
  compare: 'outline',
  solution: 'neither',
  arquero: 'neither',
  alternatives: 'key',
  wrong: 'key',
  differs: 'key',
  equivalent: 'neither',
  unproven: 'neither',
} as const satisfies FieldPlaces<ArqueroExercise>;
