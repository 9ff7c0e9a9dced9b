import { unzipSync, zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { FileProblem } from '../own-table.ts';
import type { ValueRows } from './pack-rows.ts';

const mostUnpackedBytes = 400_000_000;

/**
 * Rows of the first sheet that has any. Lines with a single filled cell before the headings, such as a title, are
 * skipped, and so are empty rows at the end. Formulas count as their last value.
 *
 * @throws FileProblem when the file is no workbook, is broken, too large once unpacked, or empty.
 */
export async function readExcel(content: ArrayBuffer): Promise<ValueRows> {
  const sheets = await openSheets(content);
  const filled = sheets.find(({ data }) => data.some((row) => row.some(isFilledCell)));
  if (!filled) {
    throw new FileProblem('This workbook holds no rows. Open it in Excel to see what is in it.');
  }
  const data: readonly (readonly unknown[])[] = filled.data;
  const wide = data.some((row) => row.filter(isFilledCell).length > 1);
  const first = data.findIndex((row) => row.filter(isFilledCell).length > (wide ? 1 : 0));
  const last = data.findLastIndex((row) => row.some(isFilledCell));
  const width = Math.max(...data.slice(first, last + 1).map((row) => row.findLastIndex(isFilledCell) + 1));
  const headings = Array.from({ length: width }, (_cell, index) => toExcelHeading(data[first]?.[index]));
  const notes = [];
  if (sheets.length > 1) {
    notes.push(`This workbook has ${sheets.length} sheets. These are the rows of “${filled.sheet}”.`);
  }
  if (first > 0) notes.push(`Lines before row ${first + 1}, which holds the headings, were left out.`);
  return {
    headings,
    rows: data
      .slice(first + 1, last + 1)
      .map((row) => headings.map((_heading, index) => (isFilledCell(row[index]) ? row[index] : null))),
    notes,
  };
}

async function openSheets(content: ArrayBuffer) {
  try {
    return await readSheets(unpack(content), { trim: false });
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem(
      'This file cannot be read as an Excel workbook (.xlsx): it is broken, not whole or locked with a password. Open it in Excel, save it again and choose it.',
      { cause },
    );
  }
}

/**
 * The same workbook without compression. A small file may unpack to gigabytes, so its size is added up first; and the
 * reader would unpack large parts in workers made from text, which the pages' content policy forbids.
 */
function unpack(content: ArrayBuffer): ArrayBuffer {
  let unpackedBytes = 0;
  const parts = unzipSync(new Uint8Array(content), {
    filter: ({ name, originalSize }) => {
      if (!/\.xml(\.rels)?$/.test(name)) return false;
      unpackedBytes += originalSize;
      if (unpackedBytes > mostUnpackedBytes) {
        throw new FileProblem(
          'This workbook is too large once unpacked. Save the sheet you need as CSV, then choose that file.',
        );
      }
      return true;
    },
  });
  return zipSync(parts, { level: 0 }).buffer;
}

function isFilledCell(cell: unknown): boolean {
  return cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '');
}

function toExcelHeading(cell: unknown): string {
  if (!isFilledCell(cell)) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
