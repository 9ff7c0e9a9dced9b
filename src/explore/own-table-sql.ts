import type { CsvFormat, OwnColumn } from './own-table.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { ReadColumn } from './values/read-columns.ts';

const usualLine = 2_000_000;

/**
 * A read of a text file without headings, with every column as text. Nothing is left for DuckDB to guess, so a code such as
 * `007` stays as it is and a row that does not fit is an error.
 */
export function toReadSql(file: string, format: CsvFormat, columns: readonly OwnColumn[]): string {
  const types = columns.map(({ name }) => `${toQuotedText(name)}: 'VARCHAR'`).join(', ');
  // DuckDB keeps several buffers of the longest line that it is told of.
  const longest = Math.max(usualLine, format.longestRow * 2);
  return `read_csv(${toQuotedText(file)}, auto_detect = false, columns = {${types}}, delim = ${toQuotedText(format.delimiter)},
    quote = '"', escape = '"', header = false, strict_mode = true, nullstr = '', allow_quoted_nulls = false,
    max_line_size = ${longest})`;
}

/** The statement that makes a table of a file whose columns are known. */
export function toCreateSql(options: {
  readonly table: string;
  readonly file: string;
  readonly format: CsvFormat;
  /** The columns of the file. */
  readonly columns: readonly OwnColumn[];
  /** Those of the table. */
  readonly made: readonly ReadColumn[];
}): string {
  const { table, file, format, columns, made } = options;
  return `CREATE TABLE main.${toQuotedName(table)} AS
    SELECT ${toSelectList(made)}
    FROM ${toReadSql(file, format, columns)}`;
}

/** What is selected to make the columns of a table. */
export function toSelectList(made: readonly ReadColumn[]): string {
  return made.map(({ name, sql }) => `${sql} AS ${toQuotedName(name)}`).join(', ');
}
