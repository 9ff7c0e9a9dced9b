/** A value as it crosses from the engine: integers past 2^53 arrive as text. */
export type RawValue = null | boolean | number | string;

export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly RawValue[])[];
}

/**
 * One open DuckDB connection, in the browser or in Node. Callers select only booleans, integers, doubles and text:
 * anything richer they cast to VARCHAR in SQL, so that both platforms give the same values.
 */
export interface Database {
  /** Runs one statement. Rejects with an Error whose message is DuckDB's own. */
  query(sql: string): Promise<RawTable>;
}

/** A database that gives and takes whole tables in Apache Arrow's IPC formats. */
export interface ArrowDatabase extends Database {
  /** The rows of one query whose columns are booleans, 32-bit integers, doubles and text. */
  readArrow(sql: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Adds rows to a table that is there, column by column in its order.
   *
   * @param stream - Arrow's stream format, with its end mark, of booleans, doubles and text.
   */
  insertArrow(table: string, stream: Uint8Array): Promise<void>;
}
