import type { CsvFormat, OwnColumn, OwnType } from './own-table.ts';
import { quoteName, quoteText } from './quote-sql.ts';

/**
 * A read of a text file with every column as text. Nothing is left for DuckDB to guess, so a code such as `007` stays
 * as it is and a row that does not fit is an error.
 */
export function toReadSql(file: string, format: CsvFormat, columns: readonly OwnColumn[]): string {
  const types = columns.map(({ name }) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${quoteText(file)}, auto_detect = false, columns = {${types}}, delim = ${quoteText(format.delimiter)},
    quote = '"', escape = '"', header = ${format.hasHeader}, skip = ${format.skippedLines}, strict_mode = true,
    nullstr = '', allow_quoted_nulls = false, max_line_size = 16000000)`;
}

/** The statement that makes a table of a file whose columns' types are known. */
export function toCreateSql(options: {
  readonly table: string;
  readonly file: string;
  readonly format: CsvFormat;
  readonly columns: readonly OwnColumn[];
  readonly types: readonly OwnType[];
}): string {
  const { table, file, format, columns, types } = options;
  return `CREATE TABLE main.${quoteName(table)} AS
    SELECT ${columns.map(({ name }, index) => toCast(name, types[index] ?? 'VARCHAR')).join(', ')}
    FROM ${toReadSql(file, format, columns)}`;
}

/** A column of text under its own name, as another type. */
export function toCast(name: string, type: OwnType): string {
  const column = quoteName(name);
  return type === 'VARCHAR' ? column : `CAST(${column} AS ${type}) AS ${column}`;
}
