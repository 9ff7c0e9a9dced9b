import { z } from 'zod';
import { baseFields, basePlaces, feedbackField, showsField, type ExerciseBase } from '../exercise-base.ts';
import type { FieldPlaces } from '../told.ts';

const lineField = z.string().trim().min(2).max(120);

/** An exercise whose answer is an order of lines. */
export const orderSchema = z
  .strictObject({
    kind: z.literal('order').describe('The learner puts lines in order. Some may not belong.'),
    ...baseFields,
    shows: showsField,
    lines: z.array(lineField).min(3).max(7).describe('The lines in the right order.'),
    sql: z
      .boolean()
      .default(false)
      .describe('True when the lines make a query: then every order that gives its result is accepted.'),
    distractors: z
      .array(
        z
          .strictObject({
            line: lineField.describe('A line that does not belong.'),
            feedback: feedbackField,
          })
          .describe('A line that does not belong, with what is said of it.'),
      )
      .max(2)
      .default([])
      .describe('Lines that do not belong.'),
    alternatives: z
      .array(z.array(z.int().min(1)))
      .default([])
      .describe(
        'Other orders that are accepted, as places in "lines" from 1: [2, 1, 3]. For lines that make no query.',
      ),
    feedback: feedbackField.describe('What the learner reads whose order is wrong: what to look at.'),
  })
  .superRefine(({ lines, distractors, sql, alternatives }, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const all = [...lines, ...distractors.map(({ line }) => line)];
    for (const [index, line] of all.entries()) {
      if (all.indexOf(line) < index)
        problem(
          index < lines.length ? ['lines', index] : ['distractors', index - lines.length],
          'each line once',
        );
    }
    if (sql && alternatives.length > 0)
      problem(['alternatives'], 'none where sql is true: the build finds every order that gives the result');
    for (const [index, order] of alternatives.entries()) {
      const isWhole = [...order].sort((a, b) => a - b).join() === lines.map((_, place) => place + 1).join();
      if (!isWhole) problem(['alternatives', index], `every place from 1 to ${lines.length} once`);
    }
  });

export type OrderExercise = z.infer<typeof orderSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const orderPlaces = {
  kind: 'outline',
  ...basePlaces,
  sql: 'outline',
  lines: 'key',
  distractors: 'key',
  alternatives: 'neither',
  feedback: 'key',
  shows: 'neither',
} as const satisfies FieldPlaces<OrderExercise>;
