import { FileProblem } from '../own-table.ts';
import type { OwnColumn, OwnType } from '../own-table.ts';
import { toSafeNames } from '../safe-name.ts';
import { numberWords } from '#src/words/number-words.ts';

/** A value with a type that JavaScript does not have, in the text that DuckDB reads it from. */
export class TypedText {
  readonly type: OwnType;
  readonly text: string;
  constructor(type: OwnType, text: string) {
    this.type = type;
    this.text = text;
  }
}

/** Rows of values: one for each heading, gaps as null or undefined. */
export interface ValueRows {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** False where text is text, as in JSON; true where it may stand for figures, as in a sheet. For all columns, or for each. */
  readonly textMayBeFigures: boolean | readonly boolean[];
}

export interface PackedRows {
  readonly columns: readonly OwnColumn[];
  readonly types: readonly (OwnType | undefined)[];
  /** CSV without headings. */
  readonly parts: readonly string[];
  readonly longestRow: number;
}

const mostColumns = 500;
const rowsInAPart = 10_000;
const longestCell = 2_000_000;

/**
 * Write rows as the CSV that DuckDB reads back without loss: gaps are empty fields, empty text is `""`. A column whose
 * values all have one type gets it; values of several types are found out from their text, and lists and objects become
 * text, as JSON.
 *
 * @throws FileProblem when there are no rows, too many columns or a value that is too long.
 */
export function packRows({ headings, rows, textMayBeFigures }: ValueRows): PackedRows {
  checkSize(headings.length, rows.length);
  const names = toSafeNames(headings);
  const types = headings.map((_heading, index) => findType(rows, index));
  const parts: string[] = [];
  let longestRow = 0;
  for (let start = 0; start < rows.length; start += rowsInAPart) {
    const lines = rows.slice(start, start + rowsInAPart).map((row) => {
      const line = types
        .map((type, index) => toCsvField(row[index], type === 'mixed' ? 'VARCHAR' : type))
        .join(',');
      longestRow = Math.max(longestRow, line.length * 3);
      // A line without anything would be no row.
      return line === '' ? '""' : line;
    });
    parts.push(`${lines.join('\n')}\n`);
  }
  return {
    parts,
    longestRow,
    columns: names.map((name, index) => ({ name, heading: headings[index] ?? '' })),
    types: types.map((type, index) => {
      const mayBe = typeof textMayBeFigures === 'boolean' ? textMayBeFigures : textMayBeFigures[index];
      return type === 'mixed' || (type === 'VARCHAR' && mayBe) ? undefined : type;
    }),
  };
}

/** @throws FileProblem when a table cannot be made of so many columns and rows. */
export function checkSize(columns: number, rows: number): void {
  if (columns === 0 || rows === 0) {
    throw new FileProblem(
      'This file holds no rows. Open it in the program that made it to see what is in it.',
    );
  }
  if (columns > mostColumns) {
    throw new FileProblem(
      `This file has ${numberWords(columns)} columns. Up to ${mostColumns} can be used here: leave some out and choose it again.`,
    );
  }
}

function findType(rows: readonly (readonly unknown[])[], index: number): OwnType | 'mixed' {
  let found: OwnType | undefined;
  for (const row of rows) {
    const type = typeOf(row[index]);
    if (type === undefined || type === found) continue;
    const both = found === undefined ? type : toCommonType(found, type);
    if (both === undefined) return 'mixed';
    found = both;
  }
  return found ?? 'VARCHAR';
}

const wider: readonly (readonly [OwnType, OwnType])[] = [
  ['BIGINT', 'DOUBLE'],
  ['DATE', 'TIMESTAMP'],
  ['BIGINT', 'HUGEINT'],
  ['TIME', 'INTERVAL'],
];

function toCommonType(a: OwnType, b: OwnType): OwnType | undefined {
  return wider.find(([one, other]) => (a === one && b === other) || (a === other && b === one))?.[1];
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z?$/;

function typeOf(value: unknown): OwnType | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'boolean':
      return 'BOOLEAN';
    case 'bigint':
      if (value >= -(2n ** 63n) && value < 2n ** 63n) return 'BIGINT';
      return value > -(2n ** 127n) && value < 2n ** 127n ? 'HUGEINT' : 'VARCHAR';
    case 'number':
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? 'BIGINT' : 'DOUBLE';
    case 'string':
      if (isoDate.test(value) && !Number.isNaN(Date.parse(value))) return 'DATE';
      return isoTime.test(value) && !Number.isNaN(Date.parse(value)) ? 'TIMESTAMP' : 'VARCHAR';
    default:
      if (value === null) return undefined;
      if (value instanceof TypedText) return value.type;
      if (value instanceof Date) return value.getTime() % 86_400_000 === 0 ? 'DATE' : 'TIMESTAMP';
      return 'VARCHAR';
  }
}

function toCsvField(value: unknown, type: OwnType): string {
  if (value === null || value === undefined) return '';
  if (value instanceof TypedText) return quoted(value.text);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value
      .toISOString()
      .replace('T', ' ')
      .replace(/(\.000|(\.\d*?)0+)Z$/, '$2');
    return type === 'DATE' ? iso.slice(0, 10) : iso;
  }
  if (typeof value === 'number') return type === 'VARCHAR' ? quoted(toPlainDigits(value)) : String(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') {
    return type === 'VARCHAR' ? quoted(String(value)) : String(value);
  }
  const text = typeof value === 'string' ? value : toCellJson(value);
  if (text.length > longestCell) {
    throw new FileProblem(
      `A value in this file has ${numberWords(text.length)} characters. Up to ${numberWords(longestCell)} can be read here: take it out or cut it short, then choose the file again.`,
    );
  }
  return quoted(text);
}

/** A number as people write it: sheets show 1e21 and 1e-7 with all their digits. */
function toPlainDigits(value: number): string {
  const text = String(value);
  return text.includes('e') && Math.abs(value) < 1e18 && Math.abs(value) > 1e-15
    ? value.toFixed(18).replace(/0+$/, '').replace(/\.$/, '')
    : text;
}

const deepest = 500;

function toCellJson(value: unknown): string {
  if (isDeeper(value, deepest)) {
    throw new FileProblem(
      `A value in this file holds lists or objects in more than ${deepest} levels. Take it out or make it flat, then choose the file again.`,
    );
  }
  return (
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'bigint')
        return Number.isSafeInteger(Number(inner)) ? Number(inner) : String(inner);
      if (inner instanceof TypedText) return inner.text;
      return inner instanceof Uint8Array ? Array.from(inner, toHex).join('') : inner;
    }) ?? ''
  );
}

/** Whether something is nested deeper than so many levels. Goes level by level: a call for each would not end well. */
function isDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null && !(each instanceof Uint8Array) ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

const toHex = (byte: number) => byte.toString(16).padStart(2, '0');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
