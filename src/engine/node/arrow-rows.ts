import {
  bool,
  columnFromArray,
  float64,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Database, RawValue } from '#src/results/database.ts';
import { toQuotedText } from '#src/sql/quote.ts';

const rowsAtOnce = 1_000;

/** What DuckDB-WASM gives as Arrow, made from rows: DuckDB's Node package has no Arrow of its own. */
export async function readArrowRows(database: Database, sql: string): Promise<Uint8Array<ArrayBuffer>> {
  const described = await database.query(`DESCRIBE (${sql}\n)`);
  const { rows } = await database.query(sql);
  const table = tableFromColumns(
    described.rows.map(([name, type], index) => {
      const values = rows.map((row) => row[index] ?? null);
      return [String(name), columnFromArray(values, toArrowType(String(type)))];
    }),
  );
  const bytes = tableToIPC(table, { format: 'stream' });
  if (!bytes) throw new Error('Arrow gave no bytes for a table.');
  return new Uint8Array(bytes);
}

function toArrowType(type: string) {
  if (type === 'BOOLEAN') return bool();
  return type === 'VARCHAR' ? utf8() : float64();
}

export async function insertArrowRows(database: Database, table: string, stream: Uint8Array): Promise<void> {
  const arrow = tableFromIPC(stream);
  const columns = arrow.schema.fields.map((_field, index) => arrow.getChildAt(index));
  for (let first = 0; first < arrow.numRows; first += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, arrow.numRows - first);
    const rows = Array.from({ length: count }, (_row, offset) =>
      columns.map((column) => toLiteral(column.at(first + offset) as RawValue)).join(', '),
    );
    await database.query(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row})`).join(', ')}`);
  }
}

function toLiteral(value: RawValue): string {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? `${value}::DOUBLE` : `'${value}'::DOUBLE`;
    case 'string':
      return toQuotedText(value);
    case 'boolean':
      return String(value);
    default:
      return 'NULL';
  }
}
