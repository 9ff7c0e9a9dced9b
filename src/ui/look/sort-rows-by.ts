import type { Cell } from '#src/results/cell.ts';
import { isNumeric } from '../query/format-cell.ts';
import type { Column } from '#src/results/result-table.ts';

/** A column to sort by, counted from 0, and which way. */
export interface SortOrder {
  readonly index: number;
  readonly direction: 'ascending' | 'descending';
}

/**
 * Rows in another order, for somebody who looks at a table. Numbers count by their value, text by the alphabet; missing
 * values come last either way, and equal rows keep their places.
 */
export function sortRowsBy(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { index, direction }: SortOrder,
): readonly (readonly Cell[])[] {
  const column = columns[index];
  const numeric = column !== undefined && isNumeric(column);
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((rowA, rowB) => {
    const [a, b] = [rowA[index] ?? null, rowB[index] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (numeric ? Number(a) - Number(b) : String(a).localeCompare(String(b), 'en-GB'));
  });
}

/** The order after a press on a column's heading: up first, then down, then up again. */
export function toNextOrder(order: SortOrder | undefined, index: number): SortOrder {
  const turns = order?.index === index && order.direction === 'ascending';
  return { index, direction: turns ? 'descending' : 'ascending' };
}
