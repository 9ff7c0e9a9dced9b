import { read, SSF, utils } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { FileProblem } from '../../own-table.ts';
import { pageProblem } from '../file-kind.ts';
import { TypedText } from '../pack-rows.ts';
import type { GridCell, GridRow, Merge } from './read-grid.ts';
import { findHiddenLines, unescapeXml } from './hidden-lines.ts';
import type { HiddenLines, Run } from './hidden-lines.ts';
import { checkRepeats, countPivotCopies, repack, unpackWorkbook } from './unpack.ts';

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** Copies of rows that pivot tables keep, whatever became of the sheet they were taken from. */
  readonly pivotCopies: number;
}

/** A sheet of a workbook. */
export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly GridRow[];
  readonly merges: readonly Merge[];
  /** How many cells were read in a way of their own. */
  readonly counts: SheetCounts;
  readonly unseen: Unseen;
}

/** What a sheet holds that nobody sees who opens it. */
export interface Unseen {
  /** Rows with values, from 1. */
  readonly rows: readonly number[];
  /** Columns with values, from 0. */
  readonly columns: readonly number[];
  readonly comments: readonly CellComment[];
}

export interface CellComment {
  /** Such as `C7`. */
  readonly cell: string;
  readonly text: string;
  /** Empty where nobody is named. */
  readonly author: string;
}

export interface SheetCounts {
  /** Cells that hold an error such as #N/A: where each is. */
  readonly errors: readonly string[];
  /** Numbers that show leading zeros. */
  readonly padded: number;
  /** Lengths of time such as 26:30. */
  readonly durations: number;
}

interface MutableCounts {
  readonly errors: string[];
  padded: number;
  durations: number;
}

interface CellChoice {
  readonly leavesHiddenRows: boolean;
  readonly leavesHiddenColumns: boolean;
  readonly date1904: boolean;
  readonly keepsErrors: boolean;
  readonly keepsPadded: boolean;
  readonly keepsDurations: boolean;
}

const mostRows = 1_048_576;

/**
 * The sheets of a workbook: Excel's new and old form and OpenDocument, or the tables of a page in HTML given as text. Formulas count as their last value.
 *
 * @param off - The steps that the person does not want: `error-cells`, `padded-codes`, `durations`, `hidden-rows`,
 * `hidden-columns`.
 * @throws FileProblem when it is no workbook, is broken, locked or too large once unpacked.
 */
export function readBook(content: Uint8Array<ArrayBuffer> | string, off: readonly string[]): Book {
  const { workbook, lines, pivotCopies } =
    typeof content === 'string' ? openPage(content) : openWorkbook(content);
  const choice: CellChoice = {
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
    keepsErrors: off.includes('error-cells'),
    keepsPadded: !off.includes('padded-codes'),
    keepsDurations: !off.includes('durations'),
    leavesHiddenRows: off.includes('hidden-rows'),
    leavesHiddenColumns: off.includes('hidden-columns'),
  };
  const sheets = workbook.SheetNames.map((given, index) => {
    const sheet = workbook.Sheets[given];
    // The library leaves the entities of OpenDocument in the names of its sheets.
    const name = lines.has(given) ? given : unescapeXml(given);
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const own = lines.get(name) ?? (sheet ? toHiddenLines(sheet) : undefined);
    return {
      name,
      hidden: hidden || own?.isHidden === true,
      ...(sheet ? readSheet(sheet, own, choice) : emptySheet),
    };
  });
  return { sheets, pivotCopies };
}

const emptySheet = {
  rows: [],
  merges: [],
  counts: { errors: [], padded: 0, durations: 0 },
  unseen: { rows: [], columns: [], comments: [] },
};

/** As the library tells of them, which it does for some forms alone. */
function toHiddenLines(sheet: WorkSheet): HiddenLines {
  const toRuns = (
    lines: readonly ({ readonly hidden?: boolean } | null | undefined)[] = [],
    from: number,
  ): Run[] =>
    lines.flatMap((line, index) => (line?.hidden === true ? [[index + from, index + from] as const] : []));
  return { isHidden: false, rows: toRuns(sheet['!rows'], 1), columns: toRuns(sheet['!cols'], 0) };
}

const mostStyledBytes = 10_000_000;

interface OpenBook {
  readonly workbook: WorkBook;
  readonly lines: ReadonlyMap<string, HiddenLines>;
  readonly pivotCopies: number;
}

/** Signs that pages name and the library leaves as they are. */
const signs: Readonly<Record<string, string>> = {
  pound: '£',
  euro: '€',
  minus: '\u2212',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  lsquo: '\u2018',
  rsquo: '\u2019',
};

/** What stands in a page is text: what its figures and dates say is found out with all others. */
function openPage(text: string): OpenBook {
  try {
    const plain = text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole);
    const workbook = read(plain, { type: 'string', dense: true, raw: true, sheetRows: mostRows });
    return { workbook, lines: new Map(), pivotCopies: 0 };
  } catch (cause) {
    throw new FileProblem(pageProblem, { cause });
  }
}

function openWorkbook(content: Uint8Array<ArrayBuffer>): OpenBook {
  try {
    const isZip = content[0] === 0x50 && content[1] === 0x4b;
    const parts = isZip ? unpackWorkbook(content) : undefined;
    const openDocument = parts?.['content.xml'];
    if (openDocument) checkRepeats(openDocument);
    const workbook = read(parts ? repack(parts) : content, {
      type: 'array',
      dense: true,
      cellNF: true,
      // OpenDocument may say per cent in the text of a cell alone; of others the text would be made here at a cost.
      cellText: openDocument !== undefined,
      cellFormula: false,
      cellHTML: false,
      sheetRows: mostRows,
      // Of the old form the library tells which rows and columns are hidden only with their styles.
      cellStyles: !isZip && content.length < mostStyledBytes,
    });
    return {
      workbook,
      lines: parts ? findHiddenLines(parts) : new Map<string, HiddenLines>(),
      pivotCopies: isZip ? countPivotCopies(content) : 0,
    };
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    const isLocked = /password|encrypt/i.test(String(cause));
    throw new FileProblem(
      isLocked
        ? 'This workbook is locked with a password. Open it, save it without a password and choose it again.'
        : 'This file cannot be read as a workbook: it is broken or not whole. Open it in the program that made it, save it again and choose it.',
      { cause },
    );
  }
}

function readSheet(
  sheet: WorkSheet,
  hidden: HiddenLines | undefined,
  choice: CellChoice,
): Omit<BookSheet, 'name' | 'hidden'> {
  const rows: GridRow[] = [];
  const counts: MutableCounts = { errors: [], padded: 0, durations: 0 };
  const comments: CellComment[] = [];
  const unseenRows: number[] = [];
  const unseenColumns = new Set<number>();
  const isHiddenRow = toFinder(hidden?.rows);
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  // Rows and cells that are not there are passed over: a sheet may have its only cell at the far end.
  data.forEach((cells, index) => {
    const line = index + 1;
    const values: GridCell[] = [];
    const isHiddenColumn = toFinder(hidden?.columns);
    cells.forEach((cell, column) => {
      const address = () => utils.encode_cell({ r: index, c: column });
      if (cell?.c) comments.push(toComment(cell.c, address()));
      const value = cell && toCell(cell, address, choice, counts);
      if (value === undefined || value === null) return;
      if (isHiddenColumn(column)) {
        unseenColumns.add(column);
        if (choice.leavesHiddenColumns) return;
      }
      values[column] = value;
    });
    if (values.length === 0) return;
    if (isHiddenRow(line)) {
      unseenRows.push(line);
      if (choice.leavesHiddenRows) return;
    }
    rows.push({ line, cells: values });
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
    lastColumn: e.c,
  }));
  const columns = [...unseenColumns].sort((a, b) => a - b);
  return { rows, merges, counts, unseen: { rows: unseenRows, columns, comments } };
}

/** Whether a line is in one of the runs, asked of one line after another: a filter leaves thousands of them. */
function toFinder(runs: readonly Run[] = []): (line: number) => boolean {
  const inOrder = runs.toSorted(([a], [b]) => a - b);
  let at = 0;
  return (line) => {
    while ((inOrder[at]?.[1] ?? Infinity) < line) at++;
    return (inOrder[at]?.[0] ?? Infinity) <= line;
  };
}

function toComment(
  comments: readonly { readonly a?: string; readonly t?: string }[],
  cell: string,
): CellComment {
  const text = comments.map(({ t }) => t ?? '').join('\n');
  return { cell, text, author: comments.find(({ a }) => a)?.a ?? '' };
}

function toCell(
  { t, v, z, w }: CellObject,
  address: () => string,
  choice: CellChoice,
  counts: MutableCounts,
): GridCell {
  switch (t) {
    case 'e':
      counts.errors.push(address());
      return choice.keepsErrors ? (w ?? errorNames[Number(v)] ?? '#ERROR!') : null;
    case 'b':
      return v === true;
    case 'd':
      return v instanceof Date ? toMoment(v.toISOString()) : null;
    case 'n':
      if (typeof v !== 'number') return null;
      if (w?.trim().endsWith('%') && !String(z).includes('%')) return toPercent(v);
      return toNumberCell(v, typeof z === 'string' ? z : '', choice, counts);
    case 's':
      return typeof v === 'string' ? v.replace(/_x000D_/g, '') : null;
    default:
      return null;
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function toNumberCell(value: number, format: string, choice: CellChoice, counts: MutableCounts): GridCell {
  if (format === '' || format === 'General' || !Number.isFinite(value)) return value;
  const bare = format.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) {
    counts.durations++;
    return choice.keepsDurations ? new TypedText('INTERVAL', toClock(Math.round(value * 86_400))) : value;
  }
  if (/^0{2,}$/.test(bare.split(';')[0] ?? '') && Number.isInteger(value) && value >= 0) {
    const zeros = (bare.split(';')[0] ?? '').length;
    if (String(value).length < zeros) counts.padded++;
    return choice.keepsPadded ? new TypedText('VARCHAR', String(value).padStart(zeros, '0')) : value;
  }
  if (bare.includes('%')) return toPercent(value);
  if (!SSF.is_date(format)) return value;
  // Hours and minutes past a day are a length of time, whatever the format calls them.
  if (value >= 1 && !/[dy]/i.test(bare) && /h/i.test(bare)) {
    counts.durations++;
    return choice.keepsDurations ? new TypedText('INTERVAL', toClock(Math.round(value * 86_400))) : value;
  }
  return toDateCell(value, bare, choice);
}

/** What the sheet shows of a share. */
const toPercent = (value: number) => `${Number((value * 100).toPrecision(14))}%`;

function toDateCell(value: number, format: string, { date1904 }: CellChoice): GridCell {
  const parts = SSF.parse_date_code(value, { date1904 }) as {
    y: number;
    m: number;
    d: number;
    H: number;
    M: number;
    S: number;
    u: number;
  } | null;
  if (!parts) return value;
  const { y, m, d, H, M, S } = parts;
  const clock = [H, M, Math.round(S)].map(twoDigits).join(':');
  // A time of day alone: no day, month or year in its format.
  if (value >= 0 && value < 1 && !/[dy]/i.test(format)) return new TypedText('TIME', clock);
  const date = `${String(y).padStart(4, '0')}-${twoDigits(m)}-${twoDigits(d)}`;
  return toMoment(`${date}T${clock}`);
}

/** A date, or a moment where there is a time of day. */
function toMoment(iso: string): TypedText {
  const [date = '', time = ''] = iso.replace(/(\.0+)?Z$/, '').split('T');
  return /^00:00:00(\.0+)?$/.test(time) || time === ''
    ? new TypedText('DATE', date)
    : new TypedText('TIMESTAMP', `${date} ${time}`);
}

function toClock(seconds: number): string {
  const whole = Math.abs(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${seconds < 0 ? '-' : ''}${parts.map(twoDigits).join(':')}`;
}

const twoDigits = (part: number) => String(part).padStart(2, '0');
