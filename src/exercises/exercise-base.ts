import '#src/results/parse-without-eval.ts';
import { z } from 'zod';
import { chartField } from './chart-field.ts';
import type { FieldPlaces, Told } from './told.ts';

/** The fields that every kind of exercise has. */
export const baseFields = {
  title: z.string().min(3).max(60).describe('A short name, in sentence case.'),
  task: z
    .string()
    .min(20)
    .describe('What to find or to say, in words that allow one reading. **Bold** and `code` are allowed.'),
  skills: z.array(z.string()).min(1).describe('Skill ids from the skill model.'),
  difficulty: z.int().min(1).max(5).describe('1 is a first step, 5 is hard.'),
  datasets: z.array(z.string()).min(1).describe('Dataset ids whose tables the exercise uses.'),
  hints: z
    .array(z.string().min(5))
    .min(1)
    .describe('Shown one at a time, from a nudge to nearly the answer.'),
  explain: z.string().min(20).describe('What the answer means for a decision.'),
};

export const feedbackField = z
  .string()
  .min(10)
  .describe('What the learner reads: what went wrong and what to look at. Never the answer.');

export const queryField = z.string().trim().min(1);

export const showsField = z
  .strictObject({
    query: queryField.describe(
      'SQL whose result stands beside the task: at most 8 rows and 6 columns, or 120 rows for a chart.',
    ),
    caption: z.string().min(5).describe('What the table shows, as its caption.'),
    chart: chartField.optional().describe('A chart of it, which stands above the table.'),
  })
  .optional()
  .describe('A small result that the page prints with the task. It is worked out when the site is built.');

/** What every exercise has, of whatever kind. */
export interface ExerciseBase extends Readonly<z.infer<z.ZodObject<typeof baseFields>>> {
  /** Path id, such as `asking-questions/01-first-question/busiest`. Progress is kept under it. */
  readonly id: string;
  /** Hash of the exercise's file: an attempt remembers which version it answered. */
  readonly version: string;
}

/** Where the fields of every kind are told. */
export const basePlaces = {
  id: 'both',
  version: 'both',
  title: 'outline',
  task: 'outline',
  skills: 'outline',
  difficulty: 'outline',
  datasets: 'outline',
  hints: 'outline',
  explain: 'key',
} as const satisfies FieldPlaces<ExerciseBase>;

/** What every exercise shows in the page before anything is answered. */
export interface OutlineBase extends Told<ExerciseBase, typeof basePlaces, 'outline'> {
  /** The text that the learner starts from; empty for most kinds. */
  readonly starter: string;
}

/** What is fetched when an answer is first checked, of whatever kind. */
export interface AnswerKeyBase extends Told<ExerciseBase, typeof basePlaces, 'key'> {
  /** The model answer as text, in the form in which the learner's own answer is kept. */
  readonly solution: string;
}

/** Parts of an outline that the page prints: its scripts do without them. */
const printed = ['task', 'skills', 'difficulty', 'datasets', 'shown'] as const;

/** What a panel is given: the rest of the outline stands in the page already. */
export type PanelOutline<O extends OutlineBase> = Omit<O, (typeof printed)[number]>;

export function toPanelOutline<O extends OutlineBase>(outline: O): PanelOutline<O> {
  return Object.fromEntries(
    Object.entries(outline).filter(([field]) => !printed.some((each) => each === field)),
  ) as unknown as PanelOutline<O>;
}
