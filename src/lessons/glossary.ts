import { z } from 'zod';
import { parseAuthored, type Parsed } from '#src/authored/parse-authored.ts';

const words = z.string().trim();

/** `lessons/glossary.yaml`: the words of data, in plain English. */
export const glossarySchema = z.array(
  z.strictObject({
    term: words.min(2).max(40).describe('The word, as it stands in the middle of a sentence.'),
    forms: z.array(words.min(2)).default([]).describe('Other ways to write it: its plural, a short form.'),
    find: z
      .array(words.min(2))
      .min(1)
      .optional()
      .describe('For a word with other meanings: the phrases in which it has this one. No other is linked.'),
    means: words.min(20).max(300).describe('What it means, in one or two sentences.'),
  }),
);

export type GlossaryTerm = z.infer<typeof glossarySchema>[number];

/** Reads `glossary.yaml`. `file` names it in the problems. No two terms may be written alike. */
export function parseGlossary(text: string, file: string): Parsed<readonly GlossaryTerm[]> {
  const parsed = parseAuthored(glossarySchema, text, file);
  if (!parsed.ok) return parsed;
  const all = parsed.value.flatMap(({ term, forms }) => [term, ...forms]).map((each) => each.toLowerCase());
  const twice = all.find((each, index) => all.indexOf(each) < index);
  if (twice === undefined) return parsed;
  const problem = { file, line: 1, path: '', expected: 'each word once', found: `"${twice}" twice` };
  return { ok: false, problems: [problem] };
}

/** The anchor of a term on the glossary's page. */
export function toTermId(term: string): string {
  return term.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
