import type { Cell } from '#src/results/cell.ts';
import type { Column } from '#src/results/result-table.ts';

/** Whether a column's values line up on the right. */
export function isNumeric({ type }: Column): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|REAL|DECIMAL(\(.*\))?)$/.test(type);
}

/** A value as the table shows it. `mark` stands for values that have no text of their own. */
export interface CellText {
  readonly text: string;
  readonly mark: 'null' | 'empty' | null;
}

/**
 * @example
 * toCellText(null) // => { text: 'NULL', mark: 'null' }
 */
export function toCellText(cell: Cell): CellText {
  if (cell === null) return { text: 'NULL', mark: 'null' };
  if (cell === '') return { text: '(empty text)', mark: 'empty' };
  return { text: String(cell), mark: null };
}
