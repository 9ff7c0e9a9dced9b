import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import type { ArrowDatabase, RawValue } from '#src/results/database.ts';
import { insertArrowRows, readArrowRows } from './arrow-rows.ts';

/** DuckDB inside Node: the same version as the learner's engine. Close it when done. */
export interface NativeDatabase extends ArrowDatabase {
  /** Asks what is running to stop. DuckDB does not heed it inside one long function. */
  interrupt(): void;
  close(): void;
}

/**
 * Opens an empty database in memory. Extensions are never loaded or installed, so that a query that needs one fails
 * here as it does for a learner, rather than waiting for a network.
 */
export async function createNativeDatabase(): Promise<NativeDatabase> {
  const { connection, close } = await connectDuckDb();
  const query: NativeDatabase['query'] = async (sql) => {
    const result = await connection.runAndReadAll(sql);
    return { columns: result.columnNames(), rows: result.getRows().map((row) => row.map(fromNativeValue)) };
  };
  return {
    query,
    readArrow: (sql) => readArrowRows({ query }, sql),
    insertArrow: (table, stream) => insertArrowRows({ query }, table, stream),
    interrupt: () => connection.interrupt(),
    close,
  };
}

/** A value of DuckDB's Node package as plain data: what JSON cannot hold becomes text. */
export function fromNativeValue(value: unknown): RawValue {
  switch (typeof value) {
    case 'boolean':
    case 'number':
    case 'string':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      return value === null || value === undefined ? null : String(value);
  }
}
