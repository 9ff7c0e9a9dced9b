import type { Cell } from './cell.ts';

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** Where a spreadsheet may begin a formula: blanks and line breaks before it are passed over, and full-width signs count. */
const formula = /^[\s\u0000-\u001f\ufeff\u200b]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A value as a field of CSV after RFC 4180. Text that a spreadsheet would run as a formula gets a `'` in front.
 *
 * @example toSafeField('=1+1') // => "'=1+1"
 */
export function toSafeField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  if (cell === '') return '""';
  const text = formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
