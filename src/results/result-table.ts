import type { Cell } from './cell.ts';

/** A result column. Names may repeat; `type` is DuckDB's name for the type, such as `DECIMAL(9,2)`. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** Rows in the order the engine gave them, each with one cell per column. */
export interface ResultTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows the query gave in all: more than `rows.length` when the table was cut. */
  readonly rowCount: number;
}
