import { FileProblem } from '../../own-table.ts';
import type { CsvFormat } from '../../own-table.ts';
import { isFilled } from '../cell-shapes.ts';
import { readCsvRecords } from './csv-records.ts';
import type { CsvPlace, CsvRecord } from './csv-records.ts';
import { areDescriptions, beginsTable } from '../find-headings.ts';

/** What may stand between two fields. */
export const delimiters = [',', '\t', ';', '|', '^', '~'] as const;
const head = { records: 100, bytes: 1_000_000 };

/** How the fields of a table in a text file stand apart, and how many there are in a row. */
export interface CsvShape {
  readonly delimiter: CsvFormat['delimiter'];
  readonly width: number;
  /** The first records from where the table's titles begin. */
  readonly records: readonly CsvRecord[];
}

/**
 * Find out from the beginning of a table how its fields stand apart.
 *
 * @param known - The delimiter, where another table of the file or its first line has told.
 * @returns undefined where no text is left.
 * @throws FileProblem when the file holds nothing.
 */
export function findCsvShape(
  bytes: Uint8Array,
  place: CsvPlace,
  known?: CsvFormat['delimiter'],
): CsvShape | undefined {
  const readings = (known === undefined ? delimiters : [known]).map((delimiter) => {
    const records = toFirstTable(readCsvRecords(bytes, place, delimiter, head));
    return { delimiter, records, ...mostCommonWidth(withoutDescriptions(records)) };
  });
  const best = readings.reduce((a, b) => (isBetter(b, a) ? b : a));
  const { delimiter, records, width } = best;
  if (!records.some(({ fields }) => fields.some(isFilled))) {
    if (known !== undefined) return undefined;
    throw new FileProblem(
      bytes.length > head.bytes
        ? 'This file begins with a row of more than 1 MB, or with a quote mark that never closes. Look at its first line in a text editor.'
        : 'This file holds no rows. Open it in a text editor to see what is in it.',
    );
  }
  return { delimiter, records, width: toFilledWidth(records, width) };
}

interface Reading {
  readonly delimiter: CsvFormat['delimiter'];
  readonly width: number;
  readonly share: number;
}

/** Commas are part of many texts; tabs as regular as they are of hardly any, whatever titles and notes stand around them. */
function isBetter(b: Reading, a: Reading): boolean {
  if (b.width <= 1) return false;
  const alone = b.delimiter === '\t' ? 4 : 2.5;
  return b.share * (a.width > 1 ? 1 : alone) > a.share || (b.delimiter === '\t' && b.share === a.share);
}

/** The records before another table begins. */
function toFirstTable(records: readonly CsvRecord[]): CsvRecord[] {
  let headings: readonly string[] | undefined;
  for (const [at, { fields }] of records.entries()) {
    const filled = fields.filter(isFilled).length;
    const afterBlank = at > 0 && records[at - 1]?.fields.every((field) => !isFilled(field));
    if (
      filled > 0 &&
      afterBlank &&
      headings &&
      beginsTable(records.slice(at, at + 14), headings, records.slice(0, at))
    )
      return records.slice(0, at);
    if (filled > 1) headings ??= fields.map((field) => field.trim());
  }
  return [...records];
}

/** The records from the headings on, where names and values stand above them: a small table may have fewer rows than those. */
function withoutDescriptions(records: readonly CsvRecord[]): readonly CsvRecord[] {
  const isBlank = (record: CsvRecord | undefined) => !record?.fields.some(isFilled);
  const at = records.findIndex(
    ({ fields }, index) => index > 0 && isBlank(records[index - 1]) && fields.filter(isFilled).length > 2,
  );
  return at > 0 && areDescriptions(records.slice(0, at)) ? records.slice(at) : records;
}

/** The number of fields that most records have, and the share of records that have it. */
function mostCommonWidth(records: readonly CsvRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  const filled = records.filter(({ fields }) => fields.some(isFilled));
  for (const { fields } of withoutProse(filled))
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return { width, share: filled.length === 0 ? 0 : count / filled.length };
}

/**
 * The longest run of records with as many fields, more than one, where no other record has as many: a small table may have more
 * titles and notes than rows, and some of those have commas. All records where there is no such run.
 */
function withoutProse(records: readonly CsvRecord[]): readonly CsvRecord[] {
  let longest: readonly CsvRecord[] = [];
  for (let from = 0, at = 1; at <= records.length; at++) {
    const width = records[from]?.fields.length ?? 0;
    if (records[at]?.fields.length === width) continue;
    if (width > 1 && at - from > longest.length) longest = records.slice(from, at);
    from = at;
  }
  const width = longest[0]?.fields.length;
  const isAlone = records.filter(({ fields }) => fields.length === width).length === longest.length;
  return longest.length > 1 && isAlone ? longest : records;
}

/** The common width, but less where rows go on with empty fields past the last heading. */
function toFilledWidth(records: readonly CsvRecord[], width: number): number {
  const rows = records.filter(({ fields }) => fields.length === width);
  const heading = records.find(({ fields }) => fields.filter(isFilled).length > 1);
  if (!heading || heading.fields.length >= width) return width;
  const used = Math.max(...rows.map(({ fields }) => fields.findLastIndex(isFilled) + 1));
  return used <= heading.fields.length ? heading.fields.length : width;
}
