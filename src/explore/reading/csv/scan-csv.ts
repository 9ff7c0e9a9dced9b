import { countWords } from '#src/words/count-words.ts';
import { FileProblem } from '../../own-table.ts';
import { isNoteLine } from '../cell-shapes.ts';
import { excerpt, readCsvRecords, walkRecords } from './csv-records.ts';
import type { CsvPlace, SeenRecord } from './csv-records.ts';
import { beginsTable } from '../find-headings.ts';
import { addPlace } from '../../row-places.ts';
import type { RowPlaces } from '../../row-places.ts';

const bytesBetweenReports = 4_000_000;
/** Lines under a table that may be notes, looked at together. */
const mostHeld = 1000;
const mostLooksAhead = 300;
const ahead = { records: 14, bytes: 100_000 };

/** The rows of one table in a CSV file, and what comes after them. */
export interface CsvBody {
  readonly rowCount: number;
  /** Bytes; the lines from `start` to `end` are its rows. */
  readonly start: number;
  readonly end: number;
  /** Stretches of empty fields past the last column, to be left out: start, end, start, end … */
  readonly cuts: readonly number[];
  readonly longestRow: number;
  /** Where its rows stand. */
  readonly runs: RowPlaces['runs'];
  /** What stands under the table. */
  readonly notes: readonly { readonly text: string; readonly line: number }[];
  /** Where another table begins. */
  readonly next: CsvPlace | undefined;
}

interface Held extends SeenRecord {
  readonly apart: boolean;
}

/**
 * Go through the rows of a table, to its end: look whether each has as many fields as there are columns and every quote
 * mark is closed, set apart the notes below it and see where another table begins.
 *
 * @param bytes - UTF-8, without a byte order mark.
 * @param from - Where the first row begins.
 * @throws FileProblem that names the line, what was expected and what was found.
 */
export function scanCsv(options: {
  readonly bytes: Uint8Array;
  readonly from: CsvPlace;
  readonly delimiter: string;
  readonly width: number;
  /** The words of its headings, as they stand in the file. */
  readonly headings: readonly string[];
  readonly onProgress?: (bytesDone: number) => void;
}): CsvBody {
  const { bytes, from, delimiter, width, headings, onProgress = () => undefined } = options;
  const cuts: number[] = [];
  let held: Held[] = [];
  const runs: (readonly [number, number])[] = [];
  let rowCount = 0;
  let longestRow = 0;
  let isApart = false;
  let looks = 0;
  let nextReport = from.at + bytesBetweenReports;
  let next: CsvPlace | undefined;

  const fail = ({ line, start, end, fields }: SeenRecord): never => {
    const expected = `Expected ${countWords(width, 'column')}, found ${fields}`;
    throw new FileProblem(toLineProblem(line, `${expected}: “${excerpt(bytes, start, end)}”.`));
  };
  const take = (record: SeenRecord) => {
    if (record.filled === 0 && record.end === record.start) return;
    if (record.fields !== width) {
      if (record.fields < width || record.lastFilled > width) fail(record);
      cuts.push(...cutAfter(bytes, record, width, delimiter));
    }
    addPlace(runs, rowCount, record.line);
    rowCount++;
    longestRow = Math.max(longestRow, record.end - record.start);
  };

  const bad = walkRecords(bytes, from, delimiter, (record) => {
    if (record.start >= nextReport) {
      onProgress(record.start);
      nextReport = record.start + bytesBetweenReports;
    }
    const isBlank = record.filled === 0;
    const wasBlank = held.at(-1)?.filled === 0;
    if (!isBlank && wasBlank && looks < mostLooksAhead) {
      looks++;
      if (
        beginsTable(
          readCsvRecords(bytes, { at: record.start, line: record.line }, delimiter, ahead),
          headings,
        )
      ) {
        next = { at: record.start, line: record.line };
        return true;
      }
    }
    if (isBlank) isApart = true;
    const fits = record.fields === width || (record.fields > width && record.lastFilled <= width);
    const isRow = fits && (width === 1 ? !isApart : record.filled > 1);
    if (!isRow && held.length < mostHeld) {
      held.push({ ...record, apart: isApart });
      return false;
    }
    if (fits && isApart && record.filled === 2 && isNote(bytes, record, delimiter, width, true)) {
      held.push({ ...record, apart: true });
      return false;
    }
    held.forEach(take);
    held = [];
    isApart = false;
    take(record);
    return false;
  });
  if (bad) throw new FileProblem(toLineProblem(bad.line, bad.what));

  const firstNote = findNotes(bytes, held, delimiter, width);
  held.slice(0, firstNote).forEach(take);
  const notes = held
    .slice(firstNote)
    .filter(({ filled }) => filled > 0)
    .map((record) => ({ text: toNoteText(bytes, record, delimiter), line: record.line }));
  const end = held[firstNote]?.start ?? next?.at ?? bytes.length;
  onProgress(next?.at ?? bytes.length);
  return { rowCount, start: from.at, end, cuts, longestRow, runs, notes, next };
}

function toLineProblem(line: number, what: string): string {
  return `Line ${line} of this file cannot be read. ${what} Mend the line, then choose the file again.`;
}

/** From which of the last lines on there are notes and empty lines alone. */
function findNotes(bytes: Uint8Array, held: readonly Held[], delimiter: string, width: number): number {
  let first = held.length;
  while (first > 0) {
    const record = held[first - 1];
    if (!record) break;
    if (record.filled > 0 && !isNote(bytes, record, delimiter, width, record.apart)) break;
    first--;
  }
  // A blank line between rows is no end of the table.
  return first;
}

function isNote(
  bytes: Uint8Array,
  record: SeenRecord,
  delimiter: string,
  width: number,
  apart: boolean,
): boolean {
  return isNoteLine(fieldsOf(bytes, record, delimiter), width, apart);
}

function fieldsOf(bytes: Uint8Array, { start, line }: SeenRecord, delimiter: string): readonly string[] {
  return (
    readCsvRecords(bytes, { at: start, line }, delimiter, { records: 1, bytes: 20_000 })[0]?.fields ?? []
  );
}

function toNoteText(bytes: Uint8Array, record: SeenRecord, delimiter: string): string {
  const fields = fieldsOf(bytes, record, delimiter);
  const last = fields.findLastIndex((field) => field.trim() !== '');
  return fields
    .slice(0, last + 1)
    .join(`${delimiter} `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the empty fields past the last column stand. */
function cutAfter(bytes: Uint8Array, record: SeenRecord, width: number, delimiter: string): [number, number] {
  const separator = delimiter.charCodeAt(0);
  // Fields past the last filled one are empty, so that the separators from there on are all that there is to count.
  let at = record.lastFilled === 0 ? record.start : record.lastFilledEnd;
  let fields = Math.max(record.lastFilled, 1);
  while (at < record.end) {
    if (bytes[at] === separator) {
      if (fields === width) break;
      fields++;
    }
    at++;
  }
  return [at, record.end];
}

/** The rows of a body, with stretches left out, as parts of a file. */
export function toBodyParts(
  bytes: Uint8Array<ArrayBuffer>,
  { start, end, cuts }: CsvBody,
): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = start;
  for (let index = 0; index < cuts.length; index += 2) {
    parts.push(bytes.subarray(at, cuts[index]));
    at = cuts[index + 1] ?? at;
  }
  parts.push(bytes.subarray(at, end));
  return parts;
}
