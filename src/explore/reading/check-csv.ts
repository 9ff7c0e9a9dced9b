import { countWords } from '#src/words/count-words.ts';
import type { CsvFormat } from '../own-table.ts';
import { afterLines, cr, endsLine, hasMixedLineEnds, lineEndStart } from './line-ends.ts';

const quote = 34;
const bytesBetweenReports = 4_000_000;

/** What came of looking through a whole file. */
export type CsvCheck =
  | { readonly ok: true; readonly mixedLineEnds: boolean }
  /** A sentence that names the line, what was expected and what was found. */
  | { readonly ok: false; readonly message: string };

/** A row that cannot be read: the line where a person should look, and what is wrong there. */
interface BadRow {
  readonly line: number;
  readonly what: string;
}

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
  const bad = findBadRow(bytes, format, columnCount, onProgress);
  if (bad === undefined) return { ok: true, mixedLineEnds: hasMixedLineEnds(bytes) };
  return {
    ok: false,
    message: `Line ${bad.line} of this file cannot be read. ${bad.what} Mend the line, then choose the file again.`,
  };
}

function findBadRow(
  bytes: Uint8Array,
  format: CsvFormat,
  columnCount: number,
  onProgress: (bytesDone: number) => void,
): BadRow | undefined {
  const delimiter = format.delimiter.charCodeAt(0);
  const end = bytes.length;
  let nextReport = bytesBetweenReports;
  // Lines before the header are skipped whole, whatever is in them.
  let line = format.skippedLines + 1;
  let rowLine = line;
  let rowStart = afterLines(bytes, format.skippedLines);
  let fieldStart = rowStart;
  let fields = 1;
  let quoteLine = 0;
  let state: 'plain' | 'quoted' | 'closed' = 'plain';

  const widthFault = (rowEnd: number): BadRow | undefined => {
    if (rowEnd === rowStart || fields === columnCount) return undefined;
    const expected = `Expected ${countWords(columnCount, 'column')}, found ${fields}`;
    return { line: rowLine, what: `${expected}: “${excerpt(bytes, rowStart, rowEnd)}”.` };
  };

  for (let at = rowStart; at < end; at++) {
    const byte = bytes[at];
    if (at >= nextReport) {
      onProgress(at);
      nextReport += bytesBetweenReports;
    }
    const isLineEnd = endsLine(bytes, at);
    if (isLineEnd) line++;
    if (state === 'quoted') {
      if (byte !== quote) continue;
      if (bytes[at + 1] === quote) at++;
      else state = 'closed';
    } else if (byte === delimiter) {
      fields++;
      fieldStart = at + 1;
      state = 'plain';
    } else if (isLineEnd) {
      const fault = widthFault(lineEndStart(bytes, at));
      if (fault !== undefined) return fault;
      rowLine = line;
      rowStart = fieldStart = at + 1;
      fields = 1;
      state = 'plain';
    } else if (state === 'closed' && byte !== cr) {
      return textAfterQuote(line, excerpt(bytes, rowStart, at + 40));
    } else if (byte === quote && at === fieldStart) {
      state = 'quoted';
      quoteLine = line;
    }
  }
  onProgress(end);
  return state === 'quoted' ? openQuote(quoteLine, excerpt(bytes, rowStart, end)) : widthFault(end);
}

function textAfterQuote(line: number, found: string): BadRow {
  const what = `After a closing quote mark it goes on with text: “${found}”. Expected a quote mark inside quoted text to be written twice.`;
  return { line, what };
}

function openQuote(line: number, found: string): BadRow {
  const what = `A quote mark opens here and never closes: “${found}”. Expected a second quote mark.`;
  return { line, what };
}

/** The beginning of a row, on one line. */
function excerpt(bytes: Uint8Array, start: number, end: number): string {
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 300)));
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 60)}…`;
}
