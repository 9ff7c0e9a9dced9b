import type { CsvFormat, OwnColumn, OwnType } from './own-table.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';

/**
 * A read of a text file with every column as text. Nothing is left for DuckDB to guess, so a code such as `007` stays
 * as it is and a row that does not fit is an error.
 */
export function toReadSql(file: string, format: CsvFormat, columns: readonly OwnColumn[]): string {
  const types = columns.map(({ name }) => `${toQuotedText(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${toQuotedText(file)}, auto_detect = false, columns = {${types}}, delim = ${toQuotedText(format.delimiter)},
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
  return `CREATE TABLE main.${toQuotedName(table)} AS
    SELECT ${columns.map(({ name }, index) => toCast(name, types[index] ?? 'VARCHAR')).join(', ')}
    FROM ${toReadSql(file, format, columns)}`;
}

/** A column of text under its own name, as another type. */
export function toCast(name: string, type: OwnType): string {
  const column = toQuotedName(name);
  return type === 'VARCHAR' ? column : `CAST(${column} AS ${type}) AS ${column}`;
}
