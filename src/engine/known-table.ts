import type { Database } from '#src/results/database.ts';

/** A table the learner can name, with its columns in order. */
export interface KnownTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Ask the engine which tables and views a learner can name without a prefix. */
export async function loadKnownTables(database: Database): Promise<KnownTable[]> {
  const { rows } = await database.query(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
     WHERE NOT internal AND schema_name = current_schema() AND database_name = current_database()
     ORDER BY table_name, column_index`,
  );
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const [table, column, type] of rows) {
    const columns = tables.get(String(table)) ?? [];
    columns.push({ name: String(column), type: String(type) });
    tables.set(String(table), columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
