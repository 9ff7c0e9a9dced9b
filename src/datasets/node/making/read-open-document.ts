import { read, utils } from '@e965/xlsx';
import type { Sheet } from './read-workbook.ts';

/**
 * Reads the sheets of an OpenDocument spreadsheet (.ods), the form that GOV.UK asks publishers for. Numbers stay as exact
 * as the file holds them, and a percentage is its fraction. Rows of a sheet all have the same length; empty ones are left
 * out. Throws when the bytes are no spreadsheet.
 */
export function readOpenDocument(bytes: Buffer): Sheet[] {
  // A file that is not packed would be read as text, whatever it holds.
  if (bytes.toString('latin1', 0, 2) !== 'PK')
    throw new Error('These bytes are no .ods workbook: they do not start as a ZIP archive.');
  const { SheetNames, Sheets } = read(bytes, { cellFormula: false, cellHTML: false, cellText: false });
  return SheetNames.map((name) => {
    const cells = Sheets[name] === undefined ? [] : utils.sheet_to_json<unknown[]>(Sheets[name], options);
    const width = Math.max(0, ...cells.map((row) => row.length));
    return {
      name,
      rows: cells.map((row) => Array.from({ length: width }, (_, index) => String(row[index] ?? ''))),
    };
  });
}

const options = { header: 1 as const, raw: true, defval: '', blankrows: false };
