import { bool, columnFromArray, float64, tableFromColumns, tableToIPC, utf8 } from '@uwdata/flechette';
import type { Cell } from '#src/results/cell.ts';
import type { Column, ResultTable } from '#src/results/result-table.ts';
import { toCell } from '#src/results/to-cell.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { ReplyColumn } from './pipeline-reply.ts';

/** The rows that a pipeline gave, as far as they came over. */
export interface PipelineResult {
  readonly columns: readonly ReplyColumn[];
  readonly rowCount: number;
}

/** How a column stands in the raw table, and what DuckDB makes of it: its own type, from the values alone. */
interface ColumnForm {
  readonly rawType: 'DOUBLE' | 'BOOLEAN' | 'VARCHAR';
  readonly type: string;
}

function toForm({ kind, values }: ReplyColumn): ColumnForm {
  switch (kind) {
    case 'number': {
      const isWhole = values.every((value) => value === null || Number.isSafeInteger(value));
      return { rawType: 'DOUBLE', type: isWhole ? 'BIGINT' : 'DOUBLE' };
    }
    case 'boolean':
      return { rawType: 'BOOLEAN', type: 'BOOLEAN' };
    case 'date':
      return { rawType: 'DOUBLE', type: 'TIMESTAMP' };
    case 'bigint':
      return { rawType: 'VARCHAR', type: 'HUGEINT' };
    case 'text':
      return { rawType: 'VARCHAR', type: 'VARCHAR' };
  }
}

/** How a pipeline's result becomes a table of the database. */
export interface ResultImport {
  /** Makes the empty table, temporary. */
  readonly create: string;
  /** Its rows, with their position first, in Arrow's stream format. */
  readonly stream: Uint8Array;
  /** Gives the result as a query of the same columns, types and order would. */
  readonly query: string;
  /** Those of that query. */
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** Makes a temporary view of its first rows as results are compared: `position` counts them from 1, the columns are `c1` to `cn`. */
  readonly toCopy: (view: string, rowLimit: number) => string;
}

/** @param table - The name of the table to make: one that nothing else has. */
export function toResultImport({ columns }: PipelineResult, table: string): ResultImport {
  const forms = columns.map(toForm);
  const rows = columns[0]?.values.length ?? 0;
  const positions = columnFromArray(
    Array.from({ length: rows }, (_row, index) => index + 1),
    float64(),
  );
  const arrow = tableFromColumns([
    ['position', positions],
    ...columns.map(({ values }, index) => {
      const { rawType } = forms[index] ?? { rawType: 'VARCHAR' };
      const type = rawType === 'DOUBLE' ? float64() : rawType === 'BOOLEAN' ? bool() : utf8();
      return [`c${index + 1}`, columnFromArray([...values], type)] as [
        string,
        ReturnType<typeof columnFromArray>,
      ];
    }),
  ]);
  const made = forms.map(({ rawType }, index) => `c${index + 1} ${rawType}`);
  const items = columns.map(({ name, kind }, index) => {
    const own = `c${index + 1}`;
    const value =
      kind === 'date' ? `make_timestamp_ms(${own}::BIGINT)` : `${own}::${forms[index]?.type ?? 'VARCHAR'}`;
    return { name: toQuotedName(name), own, value };
  });
  const named = items.map(({ name, value }) => `${value} AS ${name}`);
  const numbered = ['position::BIGINT AS position', ...items.map(({ own, value }) => `${value} AS ${own}`)];
  const stream = tableToIPC(arrow, { format: 'stream' });
  if (!stream) throw new Error('Arrow gave no bytes for a table.');
  return {
    create: `CREATE TEMP TABLE ${table} (position DOUBLE${made.map((column) => `, ${column}`).join('')})`,
    stream,
    query: `SELECT ${named.join(', ')} FROM ${table} ORDER BY position`,
    columns: columns.map(({ name }, index) => ({ name, type: forms[index]?.type ?? 'VARCHAR' })),
    rowCount: rows,
    toCopy: (view, rowLimit) =>
      `CREATE TEMP VIEW ${view} AS SELECT ${numbered.join(', ')} FROM ${table} WHERE position <= ${rowLimit}`,
  };
}

/** The result as the page shows it. */
export function toResultTable({ columns, rowCount }: PipelineResult, rowLimit: number): ResultTable {
  const shown = Math.min(rowLimit, columns[0]?.values.length ?? 0);
  return {
    columns: columns.map((column) => ({ name: column.name, type: toForm(column).type })),
    rows: Array.from({ length: shown }, (_row, row) => columns.map((column) => toCellOf(column, row))),
    rowCount,
  };
}

function toCellOf({ kind, values }: ReplyColumn, row: number): Cell {
  const value = values[row] ?? null;
  if (kind === 'bigint') return toCell(value as string | null, 'HUGEINT');
  if (typeof value !== 'number') return value;
  if (kind === 'date') {
    const date = new Date(value);
    return Number.isNaN(date.getTime())
      ? null
      : date
          .toISOString()
          .replace('T', ' ')
          .replace(/\.?0*Z$/, '');
  }
  return Number.isFinite(value) ? value : String(value);
}
