import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { issueWords } from './issue-words.ts';
import { lineOfPath } from './line-of-path.ts';

/** One mistake in a file that a trainer wrote: where it is, what was expected, what was found and how to mend it. */
export interface Problem {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  /** Field names joined with dots, such as `tables.0.columns.2.type`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy?: string;
}

export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/**
 * Reads YAML that a trainer wrote into the shape of `schema`, or gives every mistake in it at once.
 *
 * @param file - Name for the messages, from the project's root.
 * @param options.lineOffset - Lines that stand before `text` in the file, for front matter.
 *
 * @example
 * parseAuthored(z.strictObject({ title: z.string() }), 'title: 3', 'lesson.md')
 * // => { ok: false, problems: [{ file: 'lesson.md', line: 1, path: 'title', expected: 'text', found: '3' }] }
 */
export function parseAuthored<T>(
  schema: z.ZodType<T>,
  text: string,
  file: string,
  options: { lineOffset?: number } = {},
): Parsed<T> {
  const lineOffset = options.lineOffset ?? 0;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      line: lineOffset + lineCounter.linePos(error.pos[0]).line,
      path: '',
      expected: 'YAML that can be read',
      found: firstLine(error.message),
      remedy: 'Look at the indents, the colons and the quotes near this line.',
    }));
    return { ok: false, problems };
  }
  const authored: unknown = document.toJS();
  const parsed = schema.safeParse(authored);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues
    .flatMap((issue) => issueWords(schema, authored, issue))
    .map(({ path, ...words }) => ({
      file,
      line: lineOffset + lineOfPath(document, lineCounter, path),
      path: path.join('.'),
      ...words,
    }))
    .sort((a, b) => a.line - b.line);
  return { ok: false, problems };
}

/**
 * A problem as people read it.
 *
 * @example
 * toProblemText({ file: 'a.yaml', line: 2, path: 'order', expected: '"required" or "ignored"', found: '"none"' })
 * // => 'a.yaml:2\n  order: expected "required" or "ignored", found "none".'
 */
export function toProblemText(problem: Problem): string {
  const subject = problem.path === '' ? '' : `${problem.path}: `;
  const sentence = `${subject}expected ${problem.expected}, found ${problem.found}.`;
  const lines = [`${problem.file}:${problem.line}`, `  ${sentence}`];
  if (problem.remedy !== undefined) lines.push(`  ${problem.remedy}`);
  return lines.join('\n');
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? text;
  return line.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
}
