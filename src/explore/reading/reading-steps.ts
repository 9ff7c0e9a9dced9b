import { countWords, inNumber } from '#src/words/count-words.ts';
import type { ReadingStep } from '../own-table.ts';
import type { TableHead } from './find-headings.ts';

/**
 * What was done about the lines around a table and its headings, in sentences.
 *
 * @param options.line - What a line is called: `line` in a text, `row` in a sheet.
 */
export function toHeadingSteps(options: {
  readonly head: TableHead;
  readonly titleLines: readonly number[];
  readonly headingLines: readonly number[];
  /** Lines under the headings that describe the columns. */
  readonly descriptionLines: readonly number[];
  readonly noteLines: readonly number[];
  /** Headings that had notes, with these. */
  readonly taken: readonly string[];
  /** The person wants the first line as headings. */
  readonly takesFirst: boolean;
  readonly line: 'line' | 'row';
}): ReadingStep[] {
  const { head, titleLines, headingLines, descriptionLines, noteLines, taken, takesFirst, line } = options;
  const steps: ReadingStep[] = [];
  const word = (count: number) => inNumber(count, line, `${line}s`);
  if (titleLines.length > 0) {
    const { length } = titleLines;
    steps.push({
      id: 'titles',
      count: length,
      sentence: `${capital(word(length))} ${toLines(titleLines)} above the table ${inNumber(length, 'is', 'are')} kept as ${inNumber(length, 'a note', 'notes')}, not as data.`,
      undo: `Read the ${word(length)} above the table too`,
    });
  }
  if (headingLines.length > 1) {
    const example =
      head.headings.find((heading) => heading.includes(' ')) ??
      head.headings.find((heading) => heading !== '') ??
      '';
    steps.push({
      id: 'headings-joined',
      count: headingLines.length,
      sentence: `${capital(line)}s ${toLines(headingLines)} are joined to one heading a column, such as “${example}”.`,
      undo: `Take one ${line} of headings only`,
    });
  }
  if (descriptionLines.length > 0) {
    const { length } = descriptionLines;
    steps.push({
      id: 'descriptions',
      count: length,
      sentence: `${capital(word(length))} ${toLines(descriptionLines)} under the headings ${inNumber(length, 'says', 'say')} what the columns are and ${inNumber(length, 'is', 'are')} kept as ${inNumber(length, 'a note', 'notes')}, not as data.`,
      undo: `Read the ${word(length)} under the headings as data`,
    });
  }
  if (taken.length > 0) {
    steps.push({
      id: 'heading-notes',
      count: taken.length,
      sentence: `Notes were taken out of ${countWords(taken.length, 'heading')} (${taken.slice(0, 3).join('; ')}${taken.length > 3 ? '; …' : ''}).`,
      undo: 'Keep notes in the headings',
    });
  }
  if (head.headingLines === 0 && !takesFirst) {
    steps.push({
      id: 'no-headings',
      count: 1,
      sentence:
        'The first line looks like values, not headings, so the columns are called column_1, column_2 and so on.',
      undo: `Take the first ${line} as headings`,
    });
  }
  if (noteLines.length > 0) {
    const { length } = noteLines;
    steps.push({
      id: 'notes-below',
      count: length,
      sentence: `${capital(word(length))} ${toLines(noteLines)} under the table ${inNumber(length, 'is', 'are')} kept as ${inNumber(length, 'a note', 'notes')}, not as data.`,
      undo: `Read the ${word(length)} under the table as data`,
    });
  }
  return steps;
}

/** @example toLines([3, 4, 5]) // => '3 to 5' */
export function toLines(lines: readonly number[]): string {
  const [first = 0] = lines;
  const last = lines.at(-1) ?? first;
  return first === last
    ? String(first)
    : `${first} ${lines.length === 2 && last === first + 1 ? 'and' : 'to'} ${last}`;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
