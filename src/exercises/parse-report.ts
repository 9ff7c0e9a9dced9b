import { z } from 'zod';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';
import type { Report } from './report.ts';
import type { AnswerVerdictKind } from './verdict.ts';

const reportCellSchema = z.union([z.null(), z.boolean(), z.number(), z.string()]);
const reportTableSchema = z.object({
  columns: z.array(z.string()),
  rowCount: z.int(),
  rows: z.array(z.array(reportCellSchema)),
});

const reportSchema = z
  .object({
    exercise: z.string(),
    version: z.string(),
    data: z.record(z.string(), z.string()),
    // Another version of the site may have other kinds; the query is judged again anyway.
    verdict: z.string().transform((kind) => kind as AnswerVerdictKind),
    words: z.string(),
    answer: z.string().optional(),
    // What reports called it when every answer was a query.
    query: z.string().optional(),
    found: reportTableSchema.exactOptional(),
    expected: reportTableSchema.exactOptional(),
  })
  .refine(({ answer, query }) => (answer ?? query) !== undefined, {
    path: ['answer'],
    error: 'the answer that was given',
  })
  .transform(({ query, answer = query ?? '', ...rest }) => ({ ...rest, answer }));

/** Reads a report again, or says what is wrong with it. `file` names it in the problems. */
export function parseReport(text: string, file: string): Parsed<Report> {
  return parseAuthored<Report>(reportSchema, text.replace(/^\ufeff/, ''), file);
}
