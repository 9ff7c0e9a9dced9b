import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { DataType } from 'apache-arrow';
import type { ArrowDatabase, RawValue } from '#src/results/database.ts';

/**
 * One connection to DuckDB-WASM as a Database. A query runs in slices of about a tenth of a second, between which its
 * worker can be ended: WebKit lets a worker that is deep in WebAssembly run on for as long as its query takes.
 */
export function createWasmDatabase(connection: AsyncDuckDBConnection): ArrowDatabase {
  return {
    async query(sql) {
      const reader = await connection.send(sql);
      await reader.open();
      const { fields } = reader.schema;
      const batches = await reader.readAll();
      return {
        // By position: as objects, rows would merge two columns of the same name.
        columns: fields.map(({ name }) => name),
        rows: batches.flatMap((batch) => {
          const vectors = fields.map(({ type }, index) => ({ type, values: batch.getChildAt(index) }));
          return Array.from({ length: batch.numRows }, (_row, row) =>
            vectors.map(({ type, values }) => toRawValue(values?.get(row), type)),
          );
        }),
      };
    },
    async readArrow(sql) {
      const bytes = await connection.useUnsafe((duckdb, id) => duckdb.runQuery(id, sql));
      return new Uint8Array(bytes);
    },
    async insertArrow(table, stream) {
      await connection.insertArrowFromIPCStream(stream, { name: table, create: false });
    },
  };
}

/**
 * A raw value from one of Arrow's. Callers cast richer types to VARCHAR in SQL; those that still come, from
 * `INSERT … RETURNING`, become readable text.
 */
export function toRawValue(value: unknown, type: DataType): RawValue {
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return toDecimalText(String(value), type.scale);
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type))
    return new Date(Number(value))
      .toISOString()
      .replace('T', ' ')
      .replace(/\.?0*Z$/, '');
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      return String(value);
  }
}

/** Put the point into a decimal that Arrow gives as its unscaled integer. */
function toDecimalText(unscaled: string, scale: number): string {
  if (scale === 0) return unscaled;
  const negative = unscaled.startsWith('-');
  const digits = unscaled.replace('-', '').padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
