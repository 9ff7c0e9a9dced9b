import type { DuckDBConnection } from '@duckdb/node-api';
import { toQuotedName } from '#src/sql/quote.ts';
import type { FindBreach } from '../breach.ts';

/** The name of a dataset's table as text, with a column "file line": the line in a CSV file, the row in Parquet. */
export function textTable(datasetId: string, table: string): string {
  return `${toQuotedName(datasetId)}.${toQuotedName(table)}`;
}

export function createFindBreach(connection: DuckDBConnection, from: string): FindBreach {
  return async (condition, value) => {
    const sql = `SELECT count(*), min("file line"), arg_min(CAST(${value} AS VARCHAR), "file line") FROM ${from} WHERE ${condition}`;
    const [row] = (await connection.runAndReadAll(sql)).getRowsJS();
    const [count, line, first] = row ?? [];
    return Number(count) === 0
      ? undefined
      : { count: Number(count), line: Number(line), value: String(first) };
  };
}
