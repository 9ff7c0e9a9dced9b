import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { connectDuckDb } from '#src/datasets/node/connect-duckdb.ts';
import { toAlias } from '#src/engine/lock.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { LawfulDatabase } from './lawful-database.ts';
import { readResult, type Ran } from './read-result.ts';

/** Native DuckDB that holds one made-up database after another, with views of the tables under their plain names as in the page. */
export interface Arena {
  /** Takes the place of the database before. */
  readonly hold: (database: LawfulDatabase) => Promise<void>;
  readonly run: (sql: string) => Promise<Ran>;
  close(): void;
}

/** The tables of one dataset. */
export interface ArenaDataset {
  readonly id: string;
  readonly tables: readonly TableDescriptor[];
}

/** @param limitMs how long one query may take */
export async function openArena(datasets: readonly ArenaDataset[], limitMs = 2000): Promise<Arena> {
  const { connection, close } = await connectDuckDb();
  await connection.run("SET threads = 1; SET memory_limit = '1GB'; SET temp_directory = ''");
  for (const { id } of datasets) await connection.run(`ATTACH ':memory:' AS ${toQuotedName(toAlias(id))}`);
  let isFirst = true;
  return {
    async hold(database) {
      const statements = datasets.flatMap(({ id, tables }) =>
        tables.flatMap((table) => {
          const name = `${toQuotedName(toAlias(id))}.main.${toQuotedName(table.name)}`;
          const columns = table.columns.map(
            (column) => `${toQuotedName(column.name)} ${column.type}${column.nullable ? '' : ' NOT NULL'}`,
          );
          const rows = (database.get(table.name) ?? []).map(
            (row) => `(${row.map((value) => (value === null ? 'NULL' : toQuotedText(value))).join(', ')})`,
          );
          return [
            ...(isFirst ? [] : [`TRUNCATE ${name}`]),
            ...(isFirst ? [`CREATE TABLE ${name} (${columns.join(', ')})`] : []),
            ...(rows.length > 0 ? [`INSERT INTO ${name} VALUES ${rows.join(', ')}`] : []),
            ...(isFirst ? [`CREATE VIEW memory.main.${toQuotedName(table.name)} AS FROM ${name}`] : []),
          ];
        }),
      );
      isFirst = false;
      for (const sql of statements) await connection.run(sql);
    },
    run: (sql) => readResult(connection, sql, limitMs),
    close,
  };
}
