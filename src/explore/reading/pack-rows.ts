import { FileProblem } from '../own-table.ts';
import type { OwnType, ReadyFile } from '../own-table.ts';
import { toSafeNames } from '../safe-name.ts';
import { numberWords } from '#src/words/number-words.ts';

/** Rows out of a file that has types of its own: one value for each heading, gaps as null or undefined. */
export interface ValueRows {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly notes: readonly string[];
}

const mostColumns = 500;

/**
 * Write rows as the CSV that DuckDB reads back without loss: gaps are empty fields, empty text is `""`. A column gets
 * the one type that all its values have; values of several types become text, and so do lists and objects, as JSON.
 *
 * @throws FileProblem when there are no rows or too many columns.
 */
export function packRows({ headings, rows, notes }: ValueRows): {
  readonly file: ReadyFile;
  readonly parts: readonly string[];
} {
  checkSize(headings.length, rows.length);
  const names = toSafeNames(headings);
  const types = headings.map((_heading, index) => findType(rows, index));
  const parts = [`${names.join(',')}\n`];
  for (let start = 0; start < rows.length; start += 10_000) {
    const lines = rows
      .slice(start, start + 10_000)
      .map((row) => types.map((type, index) => toCsvField(row[index], type)).join(','));
    parts.push(`${lines.join('\n')}\n`);
  }
  return {
    parts,
    file: {
      format: { delimiter: ',', skippedLines: 0, hasHeader: true },
      columns: names.map((name, index) => ({ name, heading: headings[index] ?? '' })),
      types,
      notes,
    },
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

function findType(rows: readonly (readonly unknown[])[], index: number): OwnType {
  let found: OwnType | undefined;
  for (const row of rows) {
    const type = typeOf(row[index]);
    if (type === undefined || type === found) continue;
    if (found === undefined) found = type;
    else if (isPair(found, type, 'BIGINT', 'DOUBLE')) found = 'DOUBLE';
    else if (isPair(found, type, 'DATE', 'TIMESTAMP')) found = 'TIMESTAMP';
    else return 'VARCHAR';
  }
  return found ?? 'VARCHAR';
}

function isPair(a: OwnType, b: OwnType, one: OwnType, other: OwnType): boolean {
  return (a === one && b === other) || (a === other && b === one);
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
      return value >= -(2n ** 63n) && value < 2n ** 63n ? 'BIGINT' : 'VARCHAR';
    case 'number':
      return Number.isSafeInteger(value) ? 'BIGINT' : 'DOUBLE';
    case 'string':
      if (isoDate.test(value) && !Number.isNaN(Date.parse(value))) return 'DATE';
      return isoTime.test(value) && !Number.isNaN(Date.parse(value)) ? 'TIMESTAMP' : 'VARCHAR';
    default:
      if (value === null) return undefined;
      if (value instanceof Date) return value.getTime() % 86_400_000 === 0 ? 'DATE' : 'TIMESTAMP';
      return 'VARCHAR';
  }
}

function toCsvField(value: unknown, type: OwnType): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value
      .toISOString()
      .replace('T', ' ')
      .replace(/\.?0*Z$/, '');
    return type === 'DATE' ? iso.slice(0, 10) : iso;
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
    return type === 'VARCHAR' ? quoted(String(value)) : String(value);
  }
  return quoted(typeof value === 'string' ? value : toCellJson(value));
}

function toCellJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner === 'bigint')
        return Number.isSafeInteger(Number(inner)) ? Number(inner) : String(inner);
      return inner instanceof Uint8Array ? Array.from(inner, toHex).join('') : inner;
    }) ?? ''
  );
}

const toHex = (byte: number) => byte.toString(16).padStart(2, '0');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
