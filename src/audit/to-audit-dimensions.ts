import { dimensionQuestions } from '#src/quality/dimension-questions.ts';
import type { DimensionName } from '#src/quality/dimension-questions.ts';
import { daysBetween } from '#src/quality/measure-timeliness.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { dateWords, daysWords } from '#src/words/date-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import type { AuditColumn, AuditDimension, AuditFinding, GapReasons } from './audit.ts';

/** What the dimensions are worked out of. */
export interface Measured {
  readonly rowCount: number;
  readonly columns: readonly AuditColumn[];
  /** Rows with a value in every column. */
  readonly wholeRows: number;
  readonly findings: readonly AuditFinding[];
  /** Likely keys, by their headings. */
  readonly keys: readonly (readonly string[])[];
  /** Sums that came out, and what held between columns. */
  readonly cameOut: readonly string[];
  readonly held: readonly string[];
  /** The last day of each column of dates, ISO. */
  readonly lastDays: readonly { readonly heading: string; readonly first: string; readonly last: string }[];
  readonly today: string;
}

const cannotTell: Readonly<Record<DimensionName, string>> = {
  Completeness:
    'Rows that were never there leave no trace. Compare the number of rows with what the source says.',
  Uniqueness: 'Whether two rows that differ are about the same thing in the world.',
  Consistency: 'Whether the values agree with other tables, or with this one as it was before.',
  Timeliness: 'When the figures were collected or published, and whether newer ones are out. Ask the source.',
  Validity:
    'Which values are allowed: the file holds no list or range of its own. What most values have in common was taken instead.',
  Accuracy:
    'Whether the values are true. That needs the source, or another measurement of the same thing. Sums that come out can still add up wrong figures.',
};

/** The six dimensions of the Government Data Quality Framework, as far as one table alone can tell. */
export function toAuditDimensions(measured: Measured): AuditDimension[] {
  const sentences: Readonly<Record<DimensionName, readonly string[]>> = {
    Completeness: completeness(measured),
    Uniqueness: uniqueness(measured),
    Consistency: consistency(measured),
    Timeliness: timeliness(measured),
    Validity: validity(measured),
    Accuracy: accuracy(measured),
  };
  return (Object.keys(dimensionQuestions) as DimensionName[]).map((name) => ({
    name,
    question: dimensionQuestions[name],
    measured: sentences[name],
    cannotTell: cannotTell[name],
  }));
}

function completeness({ rowCount, columns, wholeRows, findings }: Measured): string[] {
  const cells = rowCount * columns.length;
  const missing = columns.reduce((sum, column) => sum + column.missing, 0);
  const gappy = columns.filter((column) => column.missing > 0).toSorted((a, b) => b.missing - a.missing);
  const worst = gappy
    .slice(0, 3)
    .map((column) => `“${column.heading}” (${shareWords(column.missing, rowCount)})`);
  const asText = countOf(findings, 'missing-as-text');
  return [
    ...(missing === 0
      ? [`All ${numberWords(cells)} cells have a value.`]
      : [
          `${numberWords(cells - missing)} of ${countWords(cells, 'cell')} have a value (${shareWords(cells - missing, cells)}).`,
          `${numberWords(wholeRows)} of ${countWords(rowCount, 'row')} have one in every column.`,
          `Gaps stand in ${numberWords(gappy.length)} of ${countWords(columns.length, 'column')}, most in ${listWords(worst)}.`,
        ]),
    ...reasonWords(columns, missing),
    ...(asText > 0
      ? [`${countWords(asText, 'value')} such as “n/a” may be missing as well. They count as there.`]
      : []),
  ];
}

/** What stands in the gaps that are not empty. */
function reasonWords(columns: readonly AuditColumn[], missing: number): string[] {
  const of = (reason: keyof GapReasons) => columns.reduce((sum, { marked }) => sum + marked[reason], 0);
  const [symbols, words, errors] = [of('symbols'), of('words'), of('errors')];
  const says = [
    [symbols, 'an official mark that says why, such as [c] or [x]'],
    [words, 'words in the place of a value, such as “n/a”'],
    [errors, 'an error of a spreadsheet, such as #REF!'],
  ] as const;
  return says
    .filter(([count]) => count > 0)
    .map(
      ([count, what]) =>
        `${numberWords(count)} of the ${numberWords(missing)} gaps ${inNumber(count, 'has', 'have')} ${what}.`,
    );
}

function uniqueness({ rowCount, findings, keys }: Measured): string[] {
  const repeated = countOf(findings, 'repeated-rows');
  const listed = keys.map((headings) => headings.map((heading) => `“${heading}”`).join(' with '));
  return [
    repeated === 0
      ? `None of ${countWords(rowCount, 'row')} repeats another in every column.`
      : `${numberWords(repeated)} of ${countWords(rowCount, 'row')} (${shareWords(repeated, rowCount)}) ${inNumber(repeated, 'repeats', 'repeat')} an earlier one in every column.`,
    keys.length === 0
      ? 'No column, and no pair that was tried, tells every row from the others.'
      : `Every row has a value of its own in ${listWords(listed, 'or')}.`,
  ];
}

function consistency({ findings, held, columns }: Measured): string[] {
  const texts = columns.filter(({ type }) => type === 'text').length;
  const spellings = countOf(findings, 'spellings');
  return [
    texts === 0
      ? 'There is no column of text in which spellings could differ.'
      : spellings === 0
        ? `No value of ${countWords(texts, 'text column')} stands in two spellings that differ in capitals, spaces or marks alone.`
        : `${countWords(spellings, 'value')} in ${countWords(texts, 'text column')} ${inNumber(spellings, 'stands', 'stand')} in several spellings.`,
    ...held,
  ];
}

function timeliness({ lastDays, today, findings }: Measured): string[] {
  const days = lastDays.map(({ heading, first, last }) => {
    const ago = daysBetween(last, today);
    const distance =
      ago > 0
        ? `, ${daysWords(ago)} before this audit`
        : ago < 0
          ? `, ${daysWords(-ago)} after this audit`
          : '';
    return `“${heading}” runs from ${dateWords(first)} to ${dateWords(last)}${distance}.`;
  });
  const gaps = findings.filter(({ kind }) => kind === 'period-gaps').map(({ says }) => says);
  return days.length === 0 && gaps.length === 0
    ? ['Not measured: no column holds dates that could be read.']
    : [...days.slice(0, 6), ...gaps];
}

function validity({ rowCount, columns, findings }: Measured): string[] {
  const typed = columns.filter(({ type, filled }) => filled > 0 && type !== 'text');
  const wrong = findings.filter(({ dimension, column }) => dimension === 'Validity' && column !== undefined);
  const doubted = wrong.reduce((sum, { count }) => sum + count, 0);
  return [
    `In ${numberWords(typed.length)} of ${countWords(columns.length, 'column')} every value is a number, a date or of another type than text.`,
    doubted === 0
      ? `No value of ${countWords(rowCount, 'row')} was doubted for its form or range.`
      : `${countWords(doubted, 'doubt')} about the form or range of values, in ${countWords(new Set(wrong.map(({ column }) => column)).size, 'column')}.`,
  ];
}

function accuracy({ cameOut, findings }: Measured): string[] {
  const off = findings.filter(({ kind }) => kind === 'sum-differs').map(({ says }) => says);
  return cameOut.length + off.length === 0
    ? ['Not measured: nothing in the table adds up to anything else in it.']
    : [...cameOut, ...off];
}

function countOf(findings: readonly AuditFinding[], kind: string): number {
  return findings.filter((finding) => finding.kind === kind).reduce((sum, { count }) => sum + count, 0);
}
