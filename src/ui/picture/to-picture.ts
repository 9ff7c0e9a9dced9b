import type { ResultTable } from '#src/results/result-table.ts';
import { shortNumberWords } from '#src/words/number-words.ts';
import { isNumeric } from '../query/format-cell.ts';

/** A mark of a picture: what it is of, and how long it is beside the longest, from 0 to 1. */
export interface PictureMark {
  readonly label: string;
  readonly share: number;
  /** The value, rounded, in words. */
  readonly words: string;
}

/** A small picture of an answer: bars under each other, or columns side by side where time runs. */
export interface Picture {
  readonly kind: 'bars' | 'columns';
  readonly marks: readonly PictureMark[];
}

const mostBars = 5;
const mostColumns = 12;

/**
 * A picture of an answer whose first column names things and whose last one counts them; undefined where it has not that
 * shape.
 *
 * @example
 * toPicture(answer) // => { kind: 'bars', marks: [{ label: 'England', share: 1, words: '332' }, …] }
 */
export function toPicture({ columns, rows }: ResultTable): Picture | undefined {
  const value = columns.at(-1);
  if (columns.length < 2 || value === undefined || !isNumeric(value)) return undefined;
  const pairs = rows.map((row) => ({ label: String(row[0] ?? ''), value: Number(row.at(-1) ?? NaN) }));
  const kind = pairs.every(({ label }) => /^(1[89]|20)\d\d\b/.test(label)) ? 'columns' : 'bars';
  const shown = pairs.slice(0, kind === 'bars' ? mostBars : mostColumns);
  const longest = Math.max(...shown.map((pair) => pair.value));
  if (shown.length < 2 || !(longest > 0) || shown.some((pair) => pair.label === '' || pair.value < 0))
    return undefined;
  return {
    kind,
    marks: shown.map(({ label, value: number }) => ({
      label,
      share: number / longest,
      words: shortNumberWords(number),
    })),
  };
}

/** What a picture says, for those who do not see it. */
export function toPictureWords({ marks }: Picture): string {
  return `${marks.map(({ label, words }) => `${label}: ${words}`).join('; ')}.`;
}
