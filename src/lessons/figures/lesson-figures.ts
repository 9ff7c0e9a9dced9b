import { z } from 'zod';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';

const figureText = z.union([z.string().trim().min(1), z.number().transform(String)]);

/** `figures.yaml` of a lesson: where the numbers in its words come from. */
export const lessonFiguresSchema = z.strictObject({
  figures: z
    .array(
      z.strictObject({
        query: z
          .string()
          .trim()
          .min(1)
          .describe('SQL over the lesson’s tables. Its first row holds the figures.'),
        gives: z
          .array(figureText)
          .min(1)
          .describe('The figures as the words have them, in the order of the columns: 871,396,605 or 68.8%.'),
      }),
    )
    .default([]),
  constants: z
    .array(
      z.strictObject({
        figures: z
          .array(figureText)
          .min(1)
          .describe('Numbers that no table holds: a threshold, a law, an age.'),
        reason: z.string().trim().min(10).describe('What they are, and who says so.'),
      }),
    )
    .default([]),
});

export type LessonFigures = z.infer<typeof lessonFiguresSchema>;

/** Reads one `figures.yaml`. `file` names it in the problems. */
export function parseFigures(text: string, file: string): Parsed<LessonFigures> {
  return parseAuthored(lessonFiguresSchema, text, file);
}
