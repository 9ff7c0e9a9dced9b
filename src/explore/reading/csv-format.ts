import { FileProblem } from '../own-table.ts';
import type { CsvFormat } from '../own-table.ts';

const delimiters = [',', '\t', ';', '|'] as const;
const recordsLookedAt = 100;
const number = /^[-+£$€]?\s?[\d,]*\.?\d+%?$/;

interface CsvRecord {
  readonly fields: readonly string[];
  /** The line on which it starts, from 1. */
  readonly line: number;
}

/**
 * Find out from the beginning of a text how its fields stand apart, which line holds the headings and what they are.
 * Lines before the headings that look like a title are skipped.
 *
 * @param head - Whole, or cut anywhere when `isCut`.
 * @throws FileProblem when there is nothing to read, or the headings do not fit the rows.
 */
export function findCsvFormat(
  head: string,
  isCut: boolean,
): { readonly format: CsvFormat; readonly headings: readonly string[] } {
  const readings = delimiters.map((delimiter) => {
    const records = readCsvRecords(head, delimiter, isCut).filter(({ fields }) => fields.join('') !== '');
    return { delimiter, records, ...mostCommonWidth(records) };
  });
  const best = readings.reduce((a, b) => (b.width > 1 && b.share * (a.width > 1 ? 1 : 2) > a.share ? b : a));
  const { delimiter, records, width } = best;
  if (records.length === 0) {
    throw new FileProblem('This file holds no rows. Open it in a text editor to see what is in it.');
  }
  const at = width === 1 ? 0 : records.findIndex((record) => !isTitle(record, width));
  const header = records[Math.max(at, 0)] as CsvRecord;
  if (header.fields.length !== width) {
    throw new FileProblem(
      `Line ${header.line} should hold the headings. It has ${header.fields.length} columns, but most lines below it have ${width}. Make them the same, then choose the file again.`,
    );
  }
  const hasHeader = !header.fields.filter(isFilled).every((field) => number.test(field.trim()));
  return {
    format: { delimiter, skippedLines: header.line - 1, hasHeader },
    headings: hasHeader ? header.fields.map((field) => field.trim()) : header.fields.map(() => ''),
  };
}

/** A line with one filled field; or a few, where a title has commas of its own. */
function isTitle({ fields }: CsvRecord, width: number): boolean {
  const filled = fields.filter(isFilled).length;
  return filled <= 1 || (fields.length !== width && filled * 2 < width);
}

const isFilled = (field: string) => field.trim() !== '';

/** The number of fields that most records have, and the share of records that have it. */
function mostCommonWidth(records: readonly CsvRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return { width, share: records.length === 0 ? 0 : count / records.length };
}

/** The first records, without one that the cut may have shortened. */
function readCsvRecords(text: string, delimiter: string, isCut: boolean): CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let line = 1;
  let startLine = 1;
  let quoted = false;
  const endField = () => {
    fields.push(field);
    field = '';
  };
  for (let at = 0; at < text.length && records.length < recordsLookedAt; at++) {
    const char = text.charAt(at);
    const isLineEnd = char === '\n' || (char === '\r' && text[at + 1] !== '\n');
    if (isLineEnd) line++;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text.charAt(++at);
      else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === delimiter) endField();
    else if (isLineEnd) {
      endField();
      records.push({ fields, line: startLine });
      fields = [];
      startLine = line;
    } else if (char !== '\r') field += char;
  }
  if (!isCut && records.length < recordsLookedAt && (field !== '' || fields.length > 0)) {
    endField();
    records.push({ fields, line: startLine });
  }
  return records;
}
