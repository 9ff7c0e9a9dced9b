import { z } from 'zod';
import { compareSchema } from '#src/compare/compare-rules.ts';

const sqlText = z.string().trim().min(1);

export const wrongAnswerSchema = z
  .strictObject({
    answer: sqlText.describe('An answer that must be refused.'),
    feedback: z
      .string()
      .min(10)
      .describe('What the learner reads: what went wrong and what to look at. Never the answer.'),
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

/** One SQL exercise as its YAML file holds it. `id` comes from the path and is added when the file is read. */
export const sqlExerciseSchema = z
  .strictObject({
    kind: z.literal('sql').describe('The learner writes a query.'),
    title: z.string().min(3).max(60).describe('A short name, in sentence case.'),
    task: z
      .string()
      .min(20)
      .describe('What to find and which columns to show. **Bold** and `code` are allowed.'),
    skills: z.array(z.string()).min(1).describe('Skill ids from the skill model.'),
    difficulty: z.int().min(1).max(5).describe('1 is a first step, 5 is hard.'),
    datasets: z.array(z.string()).min(1).describe('Dataset ids whose tables the query may use.'),
    starter: z.string().default('').describe('The text in the editor at first.'),
    solution: sqlText.describe('The model answer.'),
    alternatives: z.array(sqlText).default([]).describe('Other answers that must be accepted.'),
    wrong: z
      .array(wrongAnswerSchema)
      .default([])
      .describe('Answers that must be refused, each with its own feedback.'),
    hints: z
      .array(z.string().min(5))
      .min(1)
      .describe('Shown one at a time, from a nudge to nearly the answer.'),
    compare: compareSchema.prefault({}),
    requires: requiresSchema,
    refuses: refusesSchema,
    equivalent: z
      .array(equivalentSchema)
      .default([])
      .describe('Mutants that no data can tell from the model answer.'),
    witnesses: z
      .boolean()
      .default(true)
      .describe(
        'False only when the answer holds for the real data alone, such as a number read off an earlier answer.',
      ),
    witnessesReason: z.string().min(15).optional().describe('Needed when witnesses is false: why.'),
    explain: z.string().min(20).describe('What the answer means for a decision.'),
  })
  .refine(({ witnesses, witnessesReason }) => witnesses || witnessesReason !== undefined, {
    path: ['witnessesReason'],
    message: 'a reason, since witnesses is false',
  });

export type SqlExercise = z.infer<typeof sqlExerciseSchema> & {
  /** Path id, such as `asking-questions/01-first-question/busiest`. Progress is kept under it. */
  readonly id: string;
  /** Hash of the exercise's file: an attempt remembers which version it answered. */
  readonly version: string;
};
