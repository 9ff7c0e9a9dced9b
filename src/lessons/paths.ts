import { z } from 'zod';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';

const words = z.string().trim();

/** `lessons/paths.yaml`: ways through the lessons for people with different work. */
export const pathsSchema = z
  .array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z]+(-[a-z]+)*$/)
        .describe('A short name, for links.'),
      title: words.min(3).max(50).describe('Whom it is for, such as "Policy adviser".'),
      summary: words.min(20).max(300).describe('What somebody with this work can do afterwards.'),
      lessons: z
        .array(
          z.strictObject({
            lesson: z.string().describe('Id of a lesson, such as asking-questions/01-first-question.'),
            why: words.min(10).max(160).describe('What it is good for in this work, in one sentence.'),
          }),
        )
        .min(2)
        .describe('In the order in which they are best taken.'),
    }),
  )
  .refine((paths) => new Set(paths.map(({ id }) => id)).size === paths.length, {
    error: 'each path id once',
  });

/** A way through the lessons for people with one kind of work. */
export type LearningPath = z.infer<typeof pathsSchema>[number];

/** Reads `paths.yaml`. `file` names it in the problems. */
export function parsePaths(text: string, file: string): Parsed<readonly LearningPath[]> {
  return parseAuthored(pathsSchema, text, file);
}
