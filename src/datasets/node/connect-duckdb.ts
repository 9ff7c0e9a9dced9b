import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export interface DuckDb {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Opens DuckDB in memory with extensions off: one that is missing would be fetched, and the call would wait for it. */
export async function connectDuckDb(): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
