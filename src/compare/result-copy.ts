import type { Cell } from '#src/results/cell.ts';
import type { Database } from '#src/results/database.ts';
import type { Column } from '#src/results/result-table.ts';
import { toCell } from '#src/results/to-cell.ts';

/** The shape of a query's result, before it is run. */
export interface DescribedQuery {
  readonly query: string;
  readonly columns: readonly Column[];
}

/** A result kept as a temporary table: `position` counts rows from 1, the columns are `c1` to `cn`. */
export interface ResultCopy {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Rows in the copy. */
  readonly rowCount: number;
  /** True when the result had more rows than were copied. */
  readonly cut: boolean;
}

/** Asks DuckDB for the columns of a query's result, with the names as the query gave them. */
export async function describeQuery(database: Database, query: string): Promise<DescribedQuery> {
  // The closing bracket stands on a line of its own, lest a comment at the end hide it.
  const described = await database.query(`DESCRIBE (${query}\n)`);
  return {
    query,
    columns: described.rows.map(([name, type]) => ({ name: String(name), type: String(type) })),
  };
}

/** What can stand after FROM: a query's rows as `position`, which counts them from 1, and columns `c1` to `cn`. */
export function numberedRows(query: string, columns: readonly Column[]): string {
  return `(SELECT row_number() OVER () AS position, r.* FROM ${namedRows(query, columns)})`;
}

/** The same without `position`, for where no order counts. */
export function namedRows(query: string, columns: readonly Column[]): string {
  const names = columns.map((_column, index) => `c${index + 1}`).join(', ');
  return `(${query}\n) AS r(${names})`;
}

/** Runs a query and keeps its rows, in its order: all, or at most `rowLimit` of them. */
export async function copyResult(
  database: Database,
  { query, columns }: DescribedQuery,
  { table, rowLimit }: { table: string; rowLimit?: number },
): Promise<ResultCopy> {
  await database.query(
    `CREATE TEMP TABLE ${table} AS FROM ${numberedRows(query, columns)}${rowLimit === undefined ? '' : ` LIMIT ${rowLimit + 1}`}`,
  );
  const counted = await database.query(`SELECT count(*) FROM ${table}`);
  const rowCount = Number(counted.rows[0]?.[0]);
  if (rowLimit === undefined || rowCount <= rowLimit) return { table, columns, rowCount, cut: false };
  await database.query(`DELETE FROM ${table} WHERE position > ${rowLimit}`);
  return { table, columns, rowCount: rowLimit, cut: true };
}

/** Rows of a copy as the page shows them, in their order. */
export async function readCopiedRows(
  database: Database,
  { table, columns }: ResultCopy,
  positions: readonly number[],
): Promise<readonly (readonly Cell[])[]> {
  if (positions.length === 0) return [];
  const casts = columns.map((_column, index) => `c${index + 1}::VARCHAR`).join(', ');
  const { rows } = await database.query(
    `SELECT ${casts} FROM ${table} WHERE position IN (${positions.join(', ')}) ORDER BY position`,
  );
  return rows.map((row) =>
    row.map((value, index) =>
      toCell(value === null ? null : String(value), columns[index]?.type ?? 'VARCHAR'),
    ),
  );
}
