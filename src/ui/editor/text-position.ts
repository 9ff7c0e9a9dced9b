/** A place in a text as editors count it: line and column from 1, the column in UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * The line and column of an offset. An offset past the end means the end.
 *
 * @example
 * toTextPosition('SELECT 1\nFROM', 11) // => { line: 2, column: 3 }
 */
export function toTextPosition(text: string, offset: number): TextPosition {
  const before = text.slice(0, Math.max(0, offset)).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
