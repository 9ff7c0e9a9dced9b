import { countWords } from '#src/words/count-words.ts';
import type { FoundTable, ReadingStep } from '../../own-table.ts';
import { isFilled, isNoteLine, isFigure } from '../cell-shapes.ts';
import { beginsTable, findHead, takeNotesOff } from '../find-headings.ts';
import type { TextRecord } from '../find-headings.ts';
import { TypedText } from '../pack-rows.ts';
import { toHeadingSteps } from '../reading-steps.ts';

/** A value of a sheet. */
export type GridCell = string | number | boolean | TypedText | null | undefined;

/** A row of a sheet that has something in it. */
export interface GridRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly GridCell[];
}

/** Cells that were made one: the first has the value. Rows count from 1, columns from 0, ends are inclusive. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Rows of a sheet that belong together, from its titles to its notes. */
export interface GridBlock {
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
}

/** A table read from a block. */
export interface GridTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly GridCell[])[];
  /** Where each row stands, from 1. */
  readonly lines: readonly number[];
  readonly remarks: readonly string[];
  readonly steps: readonly ReadingStep[];
  /** Whether any of it is figures. */
  readonly hasFigures: boolean;
}

const ahead = 14;
const headRows = 60;

/** The text of a cell as a person reads it. */
export function toGridText(cell: GridCell): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof TypedText ? cell.text : String(cell);
}

const toRecord = ({ line, cells }: GridRow): TextRecord => ({ line, fields: Array.from(cells, toGridText) });
const countFilled = (row: GridRow | undefined) =>
  row?.cells.filter((cell) => isFilled(toGridText(cell))).length ?? 0;

/** Cut the rows of a sheet where, after an empty row, another table begins. */
export function findBlocks(rows: readonly GridRow[], merges: readonly Merge[]): GridBlock[] {
  const blocks: GridBlock[] = [];
  let start = 0;
  let headings: readonly string[] | undefined;
  const close = (end: number) => {
    if (end > start) blocks.push({ rows: rows.slice(start, end), merges });
    start = end;
    headings = undefined;
  };
  for (const [at, row] of rows.entries()) {
    const gap = at > start && row.line > (rows[at - 1]?.line ?? 0) + 1;
    // Titles with empty rows between them and the table belong to it.
    const above = () => rows.slice(start, Math.min(at, start + headRows)).map(toRecord);
    if (gap && headings && beginsTable(rows.slice(at, at + ahead).map(toRecord), headings, above()))
      close(at);
    if (!headings && countFilled(row) > 1) headings = toRecord(row).fields.map((field) => field.trim());
  }
  close(rows.length);
  return blocks;
}

/**
 * Read a block as a table: titles above and notes below set apart, headings of several lines joined.
 *
 * @param off - The steps that the person does not want.
 */
export function readBlock({ rows, merges }: GridBlock, off: readonly string[]): GridTable {
  const wide = rows.filter((row) => countFilled(row) > 1);
  const width = (wide.length > 0 ? wide : rows).reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => isFilled(toGridText(cell))) + 1),
    1,
  );
  const spread = toSpread(merges, width);
  const head = findHead(rows.slice(0, headRows).map(toRecord), width, {
    ...(spread && { spread }),
    oneLine: off.includes('headings-joined'),
    noTitles: off.includes('titles'),
    noDescriptions: off.includes('descriptions'),
  });
  const firstDescription = head.titles + head.headingLines;
  const first = firstDescription + head.descriptions;
  const end = off.includes('notes-below') ? rows.length : findEnd(rows, first, width);
  const { headings, taken } = off.includes('heading-notes')
    ? { headings: head.headings, taken: [] }
    : takeNotesOff(head.headings);
  const takesFirst = off.includes('no-headings') && head.headingLines === 0;
  const above = [...rows.slice(0, head.titles), ...rows.slice(firstDescription, first)].map(toNote);
  const below = rows.slice(end).map(toNote);
  const body = rows.slice(takesFirst ? first + 1 : first, end);
  const filledDown = off.includes('merged-cells')
    ? { rows: body.map(({ cells }) => cells), count: 0 }
    : fillMerges(body, merges);
  return {
    headings: takesFirst
      ? Array.from({ length: width }, (_cell, index) => toGridText(rows[first]?.cells[index]))
      : headings,
    rows: filledDown.rows.map((cells) =>
      Array.from({ length: width }, (_cell, index) =>
        isFilled(toGridText(cells[index])) ? cells[index] : null,
      ),
    ),
    lines: body.map(({ line }) => line),
    remarks: [...above, ...below],
    hasFigures: body.slice(0, headRows).some(({ cells }) => cells.some((cell) => isFigure(toGridText(cell)))),
    steps: [
      ...toHeadingSteps({
        head: { ...head, headings },
        titleLines: rows.slice(0, head.titles).map(({ line }) => line),
        headingLines: rows.slice(head.titles, firstDescription).map(({ line }) => line),
        descriptionLines: rows.slice(firstDescription, first).map(({ line }) => line),
        noteLines: rows.slice(end).map(({ line }) => line),
        taken,
        takesFirst,
        line: 'row',
      }),
      ...(filledDown.count === 0
        ? []
        : [
            {
              id: 'merged-cells',
              count: filledDown.count,
              sentence: `Merged cells were taken apart: their words now stand in each of the rows they covered, ${countWords(filledDown.count, 'cell')} in all.`,
              undo: 'Leave merged cells empty after the first row',
            },
          ]),
    ],
  };
}

/** How headings are spread over the columns that their merged cell covers; undefined where the sheet merges none. */
function toSpread(merges: readonly Merge[], width: number) {
  const across = merges.filter(
    ({ firstColumn, lastColumn }) => lastColumn > firstColumn && firstColumn < width,
  );
  if (across.length === 0) return undefined;
  return ({ fields, line }: TextRecord): string[] => {
    const filled = Array.from({ length: width }, (_field, index) => fields[index] ?? '');
    for (const { firstRow, lastRow, firstColumn, lastColumn } of across) {
      if (line < firstRow || line > lastRow) continue;
      for (let column = firstColumn + 1; column <= Math.min(lastColumn, width - 1); column++) {
        filled[column] ||= filled[firstColumn] ?? '';
      }
    }
    return filled;
  };
}

/** Where the rows end and the notes begin. */
function findEnd(rows: readonly GridRow[], first: number, width: number): number {
  const isNote = (at: number, apart: boolean) => {
    const row = rows[at];
    if (!row) return false;
    const fields = Array.from({ length: width }, (_cell, index) => toGridText(row.cells[index]));
    return isNoteLine(fields, width, apart);
  };
  let last = rows.length - 1;
  while (last >= first && isNote(last, true)) last--;
  let apart = false;
  const marks: boolean[] = [];
  for (let at = last + 1; at < rows.length; at++) {
    apart ||= (rows[at]?.line ?? 0) > (rows[at - 1]?.line ?? 0) + 1;
    marks.push(apart);
  }
  let end = rows.length;
  while (end > last + 1 && isNote(end - 1, marks[end - last - 2] ?? false)) end--;
  // A table is more than its notes.
  return end <= first ? rows.length : end;
}

function toNote({ cells }: GridRow): string {
  return cells.map(toGridText).filter(isFilled).join(' ').replace(/\s+/g, ' ').trim();
}

/** Words of a merged cell in each of the rows it covers. Figures stay where they are: they would be added up twice. */
function fillMerges(
  rows: readonly GridRow[],
  merges: readonly Merge[],
): { readonly rows: readonly (readonly GridCell[])[]; readonly count: number } {
  const down = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  if (down.length === 0) return { rows: rows.map(({ cells }) => cells), count: 0 };
  const byLine = new Map(rows.map(({ line, cells }) => [line, Array.from(cells)]));
  let count = 0;
  for (const { firstRow, lastRow, firstColumn } of down) {
    const value = byLine.get(firstRow)?.[firstColumn];
    if (typeof value !== 'string' || !isFilled(value) || lastRow - firstRow > rows.length) continue;
    for (let line = firstRow + 1; line <= lastRow; line++) {
      const cells = byLine.get(line);
      if (!cells || isFilled(toGridText(cells[firstColumn]))) continue;
      cells[firstColumn] = value;
      count++;
    }
  }
  return { rows: [...byLine.values()], count };
}

/** A table as a person looks at it before choosing: its headings, its first rows and how many there are. */
export function toLook(id: string, name: string, { headings, rows }: GridTable): FoundTable {
  const shown = [headings, ...rows.slice(0, 3).map((row) => row.map(toGridText))];
  return {
    id,
    name,
    rowCount: rows.length,
    look: shown.map((row) => row.slice(0, 6).map((text) => text.slice(0, 60))),
  };
}
