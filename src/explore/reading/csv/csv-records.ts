import { cr, endsLine, lineEndStart } from './line-ends.ts';

const quote = 34;

/** A record of a CSV file: its fields without their quotes, and where it stands. Offsets are bytes, `end` before the line's end. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where a reading of records begins. */
export interface CsvPlace {
  readonly at: number;
  /** Of the text, as a text editor counts. */
  readonly line: number;
}

/** What is seen of one record as a file is gone through. */
export interface SeenRecord {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly fields: number;
  readonly filled: number;
  /** How many fields there are up to the last that is filled, and where the field after it would begin. */
  readonly lastFilled: number;
  readonly lastFilledEnd: number;
}

/** A record that cannot be read. */
export interface BadRecord {
  readonly line: number;
  readonly what: string;
}

/**
 * Go through the records of a CSV file, one after another, until the end or until `onRecord` returns true. Lines are
 * counted as a text editor counts them: a record may hold line breaks.
 *
 * @returns What is wrong with the quote marks; undefined when nothing is.
 */
export function walkRecords(
  bytes: Uint8Array,
  from: CsvPlace,
  delimiter: string,
  onRecord: (record: SeenRecord) => boolean,
): BadRecord | undefined {
  const separator = delimiter.charCodeAt(0);
  const total = bytes.length;
  let line = from.line;
  let rowLine = line;
  let start = from.at;
  let fieldStart = start;
  let fields = 1;
  let filled = 0;
  let lastFilled = 0;
  let lastFilledEnd = start;
  let hasText = false;
  let quoteLine = 0;
  let state: 'plain' | 'quoted' | 'closed' = 'plain';

  for (let at = start; at < total; at++) {
    const byte = bytes[at] ?? 0;
    const isLineEnd = byte <= cr && endsLine(bytes, at);
    if (isLineEnd) line++;
    if (state === 'quoted') {
      if (byte !== quote) {
        if (byte > 32) hasText = true;
      } else if (bytes[at + 1] === quote) at++;
      else state = 'closed';
    } else if (byte === separator || isLineEnd) {
      if (hasText) {
        filled++;
        lastFilled = fields;
        lastFilledEnd = isLineEnd ? lineEndStart(bytes, at) : at;
        hasText = false;
      }
      state = 'plain';
      fieldStart = at + 1;
      if (!isLineEnd) {
        fields++;
        continue;
      }
      const end = Math.max(start, lineEndStart(bytes, at));
      if (onRecord({ line: rowLine, start, end, fields, filled, lastFilled, lastFilledEnd }))
        return undefined;
      rowLine = line;
      start = lastFilledEnd = at + 1;
      fields = 1;
      filled = lastFilled = 0;
    } else if (state === 'closed' && byte !== cr) {
      const what = `After a closing quote mark it goes on with text: “${excerpt(bytes, start, at + 40)}”. Expected a quote mark inside quoted text to be written twice.`;
      return { line, what };
    } else if (byte === quote && at === fieldStart) {
      state = 'quoted';
      quoteLine = line;
    } else if (byte > 32) hasText = true;
  }
  if (state === 'quoted') {
    const what = `A quote mark opens here and never closes: “${excerpt(bytes, start, total)}”. Expected a second quote mark.`;
    return { line: quoteLine, what };
  }
  if (hasText) {
    filled++;
    lastFilled = fields;
    lastFilledEnd = total;
  }
  if (start < total)
    onRecord({ line: rowLine, start, end: total, fields, filled, lastFilled, lastFilledEnd });
  return undefined;
}

/** The first records from a place on, with their fields; fewer where a quote mark is broken or the bytes end. */
export function readCsvRecords(
  bytes: Uint8Array,
  from: CsvPlace,
  delimiter: string,
  most: { readonly records: number; readonly bytes: number },
): CsvRecord[] {
  const end = Math.min(bytes.length, from.at + most.bytes);
  const isCut = end < bytes.length;
  const found: CsvRecord[] = [];
  walkRecords(isCut ? bytes.subarray(0, end) : bytes, from, delimiter, (record) => {
    // The cut may have shortened the last.
    if (isCut && record.end === end) return true;
    found.push({ ...record, fields: splitFields(decode(bytes, record.start, record.end), delimiter) });
    return found.length >= most.records;
  });
  return found;
}

/** The fields of one whole record. */
export function splitFields(text: string, delimiter: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const next = text.indexOf(delimiter, at);
      fields.push(text.slice(at, next < 0 ? undefined : next));
      if (next < 0) return fields;
      at = next + 1;
      continue;
    }
    const parts: string[] = [];
    let close = text.indexOf('"', ++at);
    while (close >= 0 && text[close + 1] === '"') {
      parts.push(text.slice(at, close + 1));
      at = close + 2;
      close = text.indexOf('"', at);
    }
    parts.push(text.slice(at, close < 0 ? undefined : close));
    fields.push(parts.join(''));
    const next = close < 0 ? -1 : text.indexOf(delimiter, close);
    if (next < 0) return fields;
    at = next + 1;
  }
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}

/** The beginning of a record, on one line. */
export function excerpt(bytes: Uint8Array, start: number, end: number): string {
  const line = decode(bytes, start, Math.min(end, start + 300))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
