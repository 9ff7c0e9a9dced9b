import { z } from 'zod';
import { type Parsed, parseAuthored } from '#src/authored/parse-authored.ts';

/** A question with a query that answers it, for somebody to run and to change. */
export const starterQuestionSchema = z
  .strictObject({
    question: z.string().trim().min(10).max(120).describe('What the query asks, as a person would ask it.'),
    query: z.string().trim().min(10).describe('SQL over the tables of the dataset, or of the lesson.'),
    change: z
      .strictObject({
        word: z.string().min(1).describe('A piece of the query.'),
        to: z.array(z.string().min(1)).min(1).max(3).describe('What may stand there instead.'),
      })
      .refine(({ word, to }) => !to.includes(word), { message: 'other words than the one that is there' })
      .optional()
      .describe('One word to change, so that the first change is easy.'),
  })
  .refine(({ query, change }) => change === undefined || query.includes(change.word), {
    message: 'a word that stands in the query',
    path: ['change', 'word'],
  })
  .describe('A question to start from. The build runs its query, and each change of it.');

export type StarterQuestion = z.infer<typeof starterQuestionSchema>;

const questionsSchema = z
  .strictObject({
    questions: z.array(starterQuestionSchema).length(3).describe('The first stands for the dataset.'),
    search: z.array(z.string().min(2)).min(1).describe('Other words that people search the dataset by.'),
  })
  .describe('How somebody comes to a dataset: three questions to start from, and words to search by.');

export type DatasetQuestions = z.infer<typeof questionsSchema>;

/**
 * Reads the text of a dataset's `questions.yaml`, or gives every mistake in it at once.
 *
 * @param file - Name for the messages, from the project's root.
 */
export function parseQuestions(text: string, file: string): Parsed<DatasetQuestions> {
  return parseAuthored(questionsSchema, text, file);
}

/** The query of a question as it is, and with each other word in the place of the first. */
export function toStarterQueries({ query, change }: StarterQuestion): readonly string[] {
  return [query, ...(change?.to.map((other) => query.replaceAll(change.word, other)) ?? [])];
}
