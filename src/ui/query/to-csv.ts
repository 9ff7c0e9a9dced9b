import { toSafeField } from '#src/results/to-safe-field.ts';
import type { ResultTable } from '#src/results/result-table.ts';

/**
 * A result as CSV after RFC 4180: a header line, CRLF after every line, quotes where a field needs them.
 *
 * NULL is an empty field and empty text is `""`, so the two stay apart. Text that a spreadsheet would run as a formula
 * (it starts with `=`, `+`, `-`, `@` or their full-width forms, also after blanks or line breaks, or with a tab or a line
 * break, and is not a number) gets a `'` in front: the files are opened in Excel, and a formula hidden in a data set must
 * not run there. This changes such a field by one character; the page's table shows it unchanged.
 *
 * @example
 * toCsv({ columns: [{ name: 'tree', type: 'VARCHAR' }], rows: [['oak, red'], [null], ['']], rowCount: 3 })
 * // => 'tree\r\n"oak, red"\r\n\r\n""\r\n'
 */
export function toCsv(table: ResultTable): string {
  const lines = [table.columns.map((column) => column.name), ...table.rows];
  return lines.map((cells) => cells.map(toSafeField).join(',') + '\r\n').join('');
}
