import { z } from 'zod';
import { baseFields, basePlaces, feedbackField, showsField } from '../exercise-base.ts';
import type { ExerciseBase } from '../exercise-base.ts';
import type { FieldPlaces } from '../told.ts';

const optionSchema = z
  .strictObject({
    text: z.string().trim().min(2).describe('What the learner may choose. **Bold** and `code` are allowed.'),
    right: z.boolean().default(false).describe('True when it belongs to the answer.'),
    feedback: feedbackField.optional(),
  })
  .describe('One option.');

const coversOthers =
  /\b(all|none|both|neither|any) of (the|these|them)\b.*\b(above|options|answers)\b|\bof the above\b/i;

/** An exercise whose answer is one option, or several. */
export const choiceSchema = z
  .strictObject({
    kind: z.literal('choice').describe('The learner picks one option, or several.'),
    ...baseFields,
    shows: showsField,
    pick: z
      .enum(['one', 'several'])
      .default('one')
      .describe('Use "several" when the task says that more than one may be right.'),
    options: z
      .array(optionSchema)
      .min(3)
      .max(8)
      .describe('In the order in which they stand. Of like length, so that length does not tell.'),
  })
  .superRefine(({ pick, options }, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const right = options.filter((option) => option.right).length;
    if (pick === 'one' && right !== 1) problem(['options'], 'exactly one option with right: true');
    if (right === 0) problem(['options'], 'at least one option with right: true');
    if (right === options.length) problem(['options'], 'at least one option that is wrong');
    for (const [index, option] of options.entries()) {
      if (!option.right && option.feedback === undefined)
        problem(['options', index, 'feedback'], 'feedback for an option that is wrong');
      if (coversOthers.test(option.text))
        problem(['options', index, 'text'], 'an option that stands for itself, not "all of the above"');
      if (options.findIndex(({ text }) => text === option.text) < index)
        problem(['options', index, 'text'], 'another text in each option');
    }
  });

export type ChoiceExercise = z.infer<typeof choiceSchema> & ExerciseBase;

/** Where each field of the schema is told as it stands. */
export const choicePlaces = {
  kind: 'outline',
  ...basePlaces,
  pick: 'both',
  options: 'neither',
  shows: 'neither',
} as const satisfies FieldPlaces<ChoiceExercise>;
