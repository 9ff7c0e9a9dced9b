import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { splitStatements } from '#src/sql/statements.ts';

/** A value of a result: numbers of every kind as numbers, dates and times as text, everything else as DuckDB writes it. */
export type ResultCell = number | string | boolean | null;

export interface Result {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ResultCell[])[];
}

/** What came of running a text on one database. */
export type Ran =
  | { readonly status: 'rows'; readonly result: Result }
  | { readonly status: 'failed'; readonly message: string }
  /** Stopped at the limit: it says nothing. */
  | { readonly status: 'late' };

/**
 * Runs every statement of a text and gives the rows of the last one. What it changes is undone.
 *
 * @param limitMs after which it is stopped
 */
export async function readResult(connection: DuckDBConnection, text: string, limitMs: number): Promise<Ran> {
  const statements = splitStatements(text).map((statement) => statement.text);
  const isLone = statements.length === 1;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, limitMs);
  try {
    if (!isLone) await connection.run('BEGIN TRANSACTION');
    let read: DuckDBResultReader | undefined;
    for (const statement of statements) read = await connection.runAndReadAll(statement);
    if (!read) return { status: 'failed', message: 'The text has no statement.' };
    return { status: 'rows', result: toResult(read) };
  } catch (cause) {
    if (late) return { status: 'late' };
    return {
      status: 'failed',
      message: (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '',
    };
  } finally {
    clearTimeout(timer);
    if (!isLone) await connection.run('ROLLBACK').catch(() => undefined);
  }
}

const numberType = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*)$/;

function toResult(read: DuckDBResultReader): Result {
  const isNumber = read.columnTypes().map((type) => numberType.test(String(type)));
  const rows = read.getRows().map((row) =>
    row.map((value, column): ResultCell => {
      if (value === null || typeof value === 'boolean') return value;
      if (isNumber[column]) return Number(String(value));
      // A date and its midnight are one moment.
      return String(value).replace(/^(\d{4}-\d\d-\d\d) 00:00:00$/, '$1');
    }),
  );
  return { columns: read.columnNames(), rows };
}
