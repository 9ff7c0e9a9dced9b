/** A number that stands in words. */
export interface Figure {
  /** As it is written: `£585.8m`, `68.8%`, `1,234`. */
  readonly text: string;
  readonly value: number;
  /** What one of its last digit is worth: 0.1 for 68.8. */
  readonly step: number;
  /** Where it begins in the text. */
  readonly start: number;
}

const sizes: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9, trillion: 1e12 },
};
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Numbers that tell no figure: years, days of a date, minutes of a session, places in the lesson, ordinals. */
const silent: readonly RegExp[] = [
  /\b(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?(?![\d,.]*\d)\b/g,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:to \\d{1,2} )?(?:${months})\\b`, 'g'),
  /\b(?:exercises?|lessons?|steps?|rows?|line) \d+(?:(?:, | and | to | or )\d+)*\b/gi,
  /\b\d+(?:st|nd|rd|th)\b/g,
  /\b\d+[ -]minutes?\b/g,
  // The first column of a run sheet.
  /^\| *\d+ to \d+ *\|/gm,
];
// Not inside a name such as E12000001, and not the end of a longer number.
const figure =
  /(?<![\p{L}\p{N}_.,/-]|\d[-/])[−-]?£?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:(%)|(bn|m|k)\b| (thousand|million|billion|trillion)\b)?(?![\p{L}\p{N}_]|\.\d)/gu;

/**
 * The numbers in words that a reader takes for facts. Years, dates and "exercise 3" are none.
 *
 * @example
 * findFigures('In 2012 they cost £585.8m, 68.8% of all.').map(({ value }) => value) // => [585800000, 68.8]
 */
export function findFigures(text: string): Figure[] {
  const words = silent.reduce((rest, pattern) => rest.replace(pattern, blank), text);
  return [...words.matchAll(figure)].map((match) => {
    const [all, whole = '', fraction = '', , short = '', long = ''] = match;
    const size = sizes[short || long] ?? 1;
    const sign = /^[−-]/.test(all) ? -1 : 1;
    return {
      text: all,
      value: sign * Number(whole.replaceAll(',', '') + fraction) * size,
      step: size / 10 ** Math.max(0, fraction.length - 1),
      start: match.index,
    };
  });
}

/** Markdown with everything but its words blanked, so that each word keeps its place. */
export function toProse(markdown: string): string {
  return [
    /^---\n[\s\S]*?\n---$/m,
    /^ *(```|~~~)[\s\S]*?^ *\1 *$/gm,
    /`[^`\n]*`/g,
    /\]\([^)\n]*\)/g,
    /https?:\/\/\S+/g,
    /^::.*$/gm,
    /^\s*\d+\. /gm,
  ].reduce((text, pattern) => text.replace(pattern, blank), markdown);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

/** Whether a number, written as briefly as the figure is, is the figure. A share may be written in per cent. */
export function isFigureOf(value: number, { text, value: written, step }: Figure): boolean {
  const isNear = (number: number) => Math.abs(number - written) <= step / 2 + 1e-9 * Math.abs(written);
  return isNear(value) || isNear(-value) || (text.endsWith('%') && isNear(100 * value));
}
