import { z } from 'zod';
import { starterQuestionSchema } from '#src/datasets/starter-question.ts';
import type { GlossaryTerm } from './glossary.ts';
import type { LessonFigures } from './figures/lesson-figures.ts';
import type { Exercise } from '#src/exercises/kinds.ts';

const plainText = z.string().trim();

/** The front matter of `lesson.md`. */
export const lessonHeaderSchema = z.strictObject({
  title: plainText.min(3).max(70).describe('The lesson in a few words, in sentence case.'),
  summary: plainText.min(20).max(300).describe('One or two sentences: what a learner can do afterwards.'),
  minutes: z.int().min(5).max(60).describe('How long the lesson takes, in minutes.'),
  skills: z.array(z.string()).min(1).describe('Skill ids from src/skills/skills.yaml.'),
  needs: z
    .array(z.string())
    .default([])
    .describe('Ids of lessons to take first, such as asking-questions/01-first-question.'),
  datasets: z.array(z.string()).min(1).describe('Ids of the datasets that the lesson uses.'),
  start: starterQuestionSchema
    .optional()
    .describe('A question to run in the first screen, before there is anything to read.'),
  takeaway: plainText.min(20).describe('What a decision maker should take from the lesson.'),
});

export type LessonHeader = z.infer<typeof lessonHeaderSchema>;

/** A stretch of a lesson as the page shows it, in the order of the text. */
export type LessonSection =
  | { readonly kind: 'prose'; readonly html: string }
  /** A query or a pipeline in the text that a learner may run. */
  | LessonExample
  /** `exerciseId` is the whole path id. */
  | { readonly kind: 'exercise'; readonly exerciseId: string };

export interface LessonExample {
  readonly kind: 'example';
  readonly language: 'sql' | 'javascript';
  readonly text: string;
  /** The text as a block of code. */
  readonly html: string;
  /** The text itself shows the result, in a table that follows. */
  readonly answered: boolean;
}

/** What one `lesson.md` says. */
export interface LessonText extends LessonHeader {
  /** Path id, such as `asking-questions/01-first-question`. */
  readonly id: string;
  readonly sections: readonly LessonSection[];
}

/** A lesson with its exercises, in the order in which they stand in the text. */
export interface Lesson extends LessonText {
  readonly exercises: readonly Exercise[];
  /** Run sheet and notes for a club session. */
  readonly facilitatorHtml?: string;
  /** Words of the glossary that its track meets here first. */
  readonly terms: readonly GlossaryTerm[];
  /** Where the numbers in its words come from. */
  readonly figures: LessonFigures;
  /** Hash of all the lesson's files. */
  readonly version: string;
}
