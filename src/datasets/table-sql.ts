import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { ColumnDescriptor, TableDescriptor } from './descriptor.ts';

/**
 * SQL that reads a published CSV file with every value as text and an empty field as NULL. It refuses a row with too
 * many or too few fields.
 */
export function readCsvAsTextSql(columns: readonly string[], csvPath: string): string {
  const types = columns.map((column) => `${toQuotedText(column)}: 'VARCHAR'`).join(', ');
  return (
    `read_csv(${toQuotedText(csvPath)}, columns = {${types}}, header = true, auto_detect = false, delim = ',', ` +
    `quote = '"', escape = '"', new_line = '\\n', nullstr = '', strict_mode = true, allow_quoted_nulls = false)`
  );
}

/** @example isParquet('payments.parquet') // => true */
export function isParquet(file: string): boolean {
  return file.endsWith('.parquet');
}

/** SQL that reads a published table as text, from CSV or Parquet, rows in file order. */
export function readAsTextSql(columns: readonly string[], path: string): string {
  if (!isParquet(path)) return readCsvAsTextSql(columns, path);
  const texts = columns.map(
    (column) => `CAST(${toQuotedName(column)} AS VARCHAR) AS ${toQuotedName(column)}`,
  );
  return `(SELECT ${texts.join(', ')} FROM read_parquet(${toQuotedText(path)}))`;
}

/** Expressions that give a text table's columns their types. A value that does not fit its type becomes a gap. */
export function typedColumnsSql({ columns }: TableDescriptor): string {
  return columns
    .map(({ name, type }) => `TRY_CAST(${toQuotedName(name)} AS ${type}) AS ${toQuotedName(name)}`)
    .join(', ');
}

/** Statements that make a table with the descriptor's types and fill it from its file, rows in file order. */
export function createTableSql(table: TableDescriptor, path: string): string[] {
  const definitions = table.columns.map(
    (column) => `${toQuotedName(column.name)} ${column.type}${column.nullable ? '' : ' NOT NULL'}`,
  );
  const values = table.columns.map((column) => `CAST(${toQuotedName(column.name)} AS ${column.type})`);
  const names = table.columns.map(({ name }) => name);
  const source = isParquet(path) ? `read_parquet(${toQuotedText(path)})` : readCsvAsTextSql(names, path);
  return [
    `CREATE TABLE ${toQuotedName(table.name)} (${definitions.join(', ')})`,
    `INSERT INTO ${toQuotedName(table.name)} SELECT ${values.join(', ')} FROM ${source}`,
  ];
}

/**
 * The text that a value of this type has in a published file, as a regular expression for the whole value: a cast
 * alone would quietly round 1.5 to the integer 2.
 */
export function textPattern(type: ColumnDescriptor['type']): string {
  const decimal = /^DECIMAL\(\d+,(\d+)\)$/.exec(type);
  if (decimal !== null) return `-?[0-9]+(\\.[0-9]{1,${decimal[1]}})?`;
  switch (type) {
    case 'INTEGER':
    case 'BIGINT':
      return '-?[0-9]+';
    case 'DOUBLE':
      return '-?[0-9]+(\\.[0-9]+)?(e[-+]?[0-9]+)?';
    case 'BOOLEAN':
      return 'true|false';
    case 'DATE':
      return '[0-9]{4}-[0-9]{2}-[0-9]{2}';
    case 'TIMESTAMP':
      return '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?';
    default:
      return '(.|\\n)*';
  }
}
