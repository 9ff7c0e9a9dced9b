import type { CsvFormat } from '../own-table.ts';

const quote = 34;
const lf = 10;
const cr = 13;
const bytesBetweenReports = 4_000_000;

/** What came of looking through a whole file. */
export type CsvCheck =
  | { readonly ok: true; readonly mixedLineEnds: boolean }
  /** A sentence that names the line, what was expected and what was found. */
  | { readonly ok: false; readonly message: string };

/**
 * Look whether every row of a file has as many fields as it has columns and every quote mark is closed. Empty lines are
 * allowed. Lines are counted as a text editor counts them: DuckDB counts rows, and a row may hold line breaks.
 *
 * @param bytes - UTF-8, without a byte order mark.
 * @param onProgress - Called now and then with the bytes looked at so far.
 */
export function checkCsv(
  bytes: Uint8Array,
  format: CsvFormat,
  columnCount: number,
  onProgress: (bytesDone: number) => void = () => undefined,
): CsvCheck {
  const delimiter = format.delimiter.charCodeAt(0);
  const end = bytes.length;
  let line = 1;
  let nextReport = bytesBetweenReports;
  let sawCrLf = false;
  let sawOther = false;

  let rowLine = 1;
  let rowStart = 0;
  let fields = 1;
  let fieldStart = 0;
  let quoteLine = 0;
  let state: 'plain' | 'quoted' | 'closed' = 'plain';
  let checked = format.skippedLines === 0;

  const problem = (at: number, what: string): CsvCheck => ({
    ok: false,
    message: `Line ${at} of this file cannot be read. ${what} Mend the line, then choose the file again.`,
  });
  const wrongWidth = (rowEnd: number) => {
    const isEmpty = rowEnd === rowStart;
    return checked && !isEmpty && fields !== columnCount;
  };
  const widthProblem = (rowEnd: number) =>
    problem(
      rowLine,
      `Expected ${countColumns(columnCount)}, found ${fields}: “${excerpt(bytes, rowStart, rowEnd)}”.`,
    );

  for (let at = 0; at < end; at++) {
    const byte = bytes[at];
    if (at >= nextReport) {
      onProgress(at);
      nextReport += bytesBetweenReports;
    }
    const isLineEnd = byte === lf || (byte === cr && bytes[at + 1] !== lf);
    if (isLineEnd) {
      line++;
      if (byte === lf && bytes[at - 1] === cr) sawCrLf = true;
      else sawOther = true;
    }
    if (!checked) {
      // Lines before the header are skipped whole, whatever is in them.
      if (isLineEnd && line > format.skippedLines) {
        checked = true;
        rowLine = line;
        rowStart = fieldStart = at + 1;
      }
      continue;
    }
    if (state === 'quoted') {
      if (byte !== quote) continue;
      if (bytes[at + 1] === quote) at++;
      else state = 'closed';
    } else if (byte === delimiter) {
      fields++;
      fieldStart = at + 1;
      state = 'plain';
    } else if (isLineEnd) {
      const rowEnd = byte === lf && bytes[at - 1] === cr ? at - 1 : at;
      if (wrongWidth(rowEnd)) return widthProblem(rowEnd);
      rowLine = line;
      rowStart = fieldStart = at + 1;
      fields = 1;
      state = 'plain';
    } else if (state === 'closed' && byte !== cr) {
      return problem(
        line,
        `After a closing quote mark it goes on with text: “${excerpt(bytes, rowStart, at + 40)}”. Expected a quote mark inside quoted text to be written twice.`,
      );
    } else if (byte === quote && at === fieldStart) {
      state = 'quoted';
      quoteLine = line;
    }
  }
  if (state === 'quoted') {
    return problem(
      quoteLine,
      `A quote mark opens here and never closes: “${excerpt(bytes, rowStart, end)}”. Expected a second quote mark.`,
    );
  }
  if (wrongWidth(end)) return widthProblem(end);
  onProgress(end);
  return { ok: true, mixedLineEnds: sawCrLf && sawOther };
}

function countColumns(count: number): string {
  return `${count} column${count === 1 ? '' : 's'}`;
}

/** The beginning of a row, on one line. */
function excerpt(bytes: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 300)));
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}

/** The same text with one line feed at the end of each line. */
export function toLineFeeds(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === cr && bytes[at + 1] === lf) continue;
    result[length++] = byte === cr ? lf : byte;
  }
  return result.subarray(0, length);
}
