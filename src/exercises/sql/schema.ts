import { z } from 'zod';
import { toPlainSql } from '#src/checker/answer-query.ts';
import { compareSchema } from '#src/compare/compare-rules.ts';
import { baseFields, basePlaces, feedbackField, queryField, type ExerciseBase } from '../exercise-base.ts';
import type { FieldPlaces } from '../told.ts';

export const wrongAnswerSchema = z
  .strictObject({
    answer: queryField.describe('An answer that must be refused.'),
    feedback: feedbackField,
  })
  .describe('A mistake the author foresees, with its own feedback.');

const constructs = [
  'join',
  'window',
  'group',
  'having',
  'subquery',
  'cte',
  'distinct',
  'case',
  'union',
  'limit',
] as const;
const functionSchema = z
  .string()
  .regex(/^function:[a-z_][a-z0-9_]*$/, 'function: and its name, such as function:round');

export const requiresSchema = z
  .array(z.union([z.enum(constructs), functionSchema]))
  .default([])
  .describe('Constructs that the task asks for and an answer must use, such as join or function:round.');

export const refusesSchema = z
  .array(z.union([z.enum([...constructs, 'literal-answer', 'hard-coded-number']), functionSchema]))
  .default([])
  .describe(
    'Constructs that an answer must do without. "hard-coded-number" is a number of the answer typed in. An answer that reads no table is always refused.',
  );

export const equivalentSchema = z
  .strictObject({
    mutant: z.string().min(3).describe("The mutant's id, as lessons:check prints it."),
    reason: z.string().min(15).describe('Why no lawful data can tell it from the model answer.'),
  })
  .describe("A mutant that always gives the model answer's result.");

export const unprovenSchema = z
  .strictObject({
    mutant: z.string().min(3).describe("The mutant's id, as lessons:check prints it."),
    reason: z
      .string()
      .min(15)
      .describe('What was tried to tell it from the model answer, or why it may stay.'),
  })
  .describe(
    'A mutant that may differ from the model answer, though no small lawful table was found on which it does.',
  );

/** One SQL exercise as its YAML file holds it. `id` comes from the path and is added when the file is read. */
export const sqlExerciseSchema = z
  .strictObject({
    kind: z.literal('sql').describe('The learner writes a query, or mends one.'),
    ...baseFields,
    starter: z.string().default('').describe('The text in the editor at first.'),
    broken: z
      .boolean()
      .default(false)
      .describe(
        'True when the starter is a query that is wrong on purpose, for the learner to mend. Then one of "wrong" is the starter, with feedback of its own.',
      ),
    solution: queryField.describe('The model answer.'),
    alternatives: z.array(queryField).default([]).describe('Other answers that must be accepted.'),
    wrong: z
      .array(wrongAnswerSchema)
      .default([])
      .describe('Answers that must be refused, each with its own feedback.'),
    compare: compareSchema.prefault({}),
    requires: requiresSchema,
    refuses: refusesSchema,
    equivalent: z
      .array(equivalentSchema)
      .default([])
      .describe('Mutants that no data can tell from the model answer.'),
    unproven: z
      .array(unprovenSchema)
      .default([])
      .describe(
        'Mutants that may differ from the model answer, though no small lawful table was found on which they do. They count as not caught.',
      ),
    witnesses: z
      .boolean()
      .default(true)
      .describe(
        'False only when the answer holds for the real data alone, such as a number read off an earlier answer.',
      ),
    witnessesReason: z.string().min(15).optional().describe('Needed when witnesses is false: why.'),
  })
  .superRefine(({ witnesses, witnessesReason, broken, starter, wrong, equivalent, unproven }, context) => {
    for (const [index, { mutant }] of unproven.entries())
      if (equivalent.some((mark) => mark.mutant === mutant))
        context.addIssue({
          code: 'custom',
          path: ['unproven', index],
          message: 'a mutant that is not marked under equivalent too',
        });
    if (!witnesses && witnessesReason === undefined)
      context.addIssue({
        code: 'custom',
        path: ['witnessesReason'],
        message: 'a reason, since witnesses is false',
      });
    if (broken && starter.trim() === '')
      context.addIssue({
        code: 'custom',
        path: ['starter'],
        message: 'the query to mend, since broken is true',
      });
    if (broken && !wrong.some(({ answer }) => toPlainSql(answer) === toPlainSql(starter)))
      context.addIssue({
        code: 'custom',
        path: ['wrong'],
        message: 'an entry whose answer is the starter, with feedback of its own, since broken is true',
      });
  });

export type SqlExercise = z.infer<typeof sqlExerciseSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const sqlPlaces = {
  kind: 'outline',
  ...basePlaces,
  starter: 'outline',
  compare: 'outline',
  requires: 'outline',
  refuses: 'outline',
  broken: 'outline',
  solution: 'key',
  alternatives: 'key',
  wrong: 'key',
  equivalent: 'neither',
  unproven: 'neither',
  witnesses: 'neither',
  witnessesReason: 'neither',
} as const satisfies FieldPlaces<SqlExercise>;
