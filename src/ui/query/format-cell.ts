import type { Cell } from '#src/results/cell.ts';
import { calculated, toHeadingWords } from '#src/checker/causes/heading-words.ts';
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

/**
 * Whether the numbers of a column are marked by thousands: where one of them has five digits or more before the point. A
 * column of years has none, and codes keep their digits as they are.
 *
 * @param cells - the column's values
 */
export function marksThousands(column: Column, cells: readonly Cell[]): boolean {
  const isCode = /(^|_)(id|code|ref|number|year)$/i.test(column.name);
  return isNumeric(column) && !isCode && cells.some((cell) => /^-?\d{5,}(\.|$)/.test(String(cell)));
}

/**
 * A number in the groups of digits that are read together; any other text in one.
 *
 * @example
 * toDigitGroups('-1234567.5') // => ['-1', '234', '567.5']
 */
export function toDigitGroups(text: string): string[] {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d{4,})(\.\d+)?$/.exec(text) ?? [];
  if (whole === '') return [text];
  const first = whole.length % 3 || 3;
  const groups = [whole.slice(0, first), ...(whole.slice(first).match(/\d{3}/g) ?? [])];
  return groups.map((group, index) => {
    const before = index === 0 ? sign : '';
    return before + group + (index === groups.length - 1 ? rest : '');
  });
}

/**
 * A column's name as a heading: an expression without a name of its own is said in words where they say as much.
 *
 * @example
 * toHeading('count_star()') // => 'number of rows'
 */
export function toHeading(name: string): string {
  const words = toHeadingWords(name);
  return words === calculated ? name : words;
}
