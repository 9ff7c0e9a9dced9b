import * as aq from 'arquero';
import type {
  ColumnKind,
  PipelineReply,
  PipelineRequest,
  ReplyColumn,
  ReplyValue,
} from './pipeline-reply.ts';
import { maxCells, maxColumns } from './pipeline-reply.ts';

/**
 * Runs the body of a pipeline on the tables that it is given, with Arquero's `aq` and `op` in scope. The text runs with all
 * that the place where this runs can reach: in the browser that is a worker without network and storage, in Node only what
 * authors wrote. Never rejects: what fails is told.
 */
export function runPipeline({ body, tables, rowLimit }: PipelineRequest): PipelineReply {
  const names = tables.map(({ name }) => name);
  let value: unknown;
  try {
    const values = tables.map(({ arrow }) => toTable(arrow));
    // The one thing this place is for: to run what the learner wrote.
    const run = new Function('aq', 'op', ...names, `'use strict';\n${body}`) as (
      ...given: unknown[]
    ) => unknown;
    value = run(aq, aq.op, ...values);
  } catch (cause) {
    return toFailure(cause);
  }
  try {
    return toReply(value, rowLimit);
  } catch (cause) {
    return toFailure(cause);
  }
}

/**
 * A table whose columns have no value outside their rows. A join asks for a row before the first where nothing matched, and there Arrow's own
 * columns say false, or the text of every row.
 */
function toTable(arrow: Uint8Array<ArrayBuffer>): aq.ColumnTable {
  const table = aq.fromArrow(arrow);
  for (const column of Object.values(table.data())) {
    const at = column.at.bind(column);
    column.at = (row) => (row < 0 ? undefined : (at(row) as unknown));
  }
  return table;
}

function toFailure(cause: unknown): PipelineReply {
  const isError = cause instanceof Error;
  return {
    status: 'error',
    name: isError ? String(cause.name) : 'Error',
    message: isError ? String(cause.message) : String(cause),
  };
}

function toReply(value: unknown, rowLimit: number): PipelineReply {
  if (!isTable(value)) return { status: 'no-table', found: toFound(value) };
  const names = value.columnNames();
  const rowCount = value.numRows();
  if (names.length > maxColumns) return { status: 'too-wide', columnCount: names.length };
  const shown = Math.min(rowCount, rowLimit, Math.floor(maxCells / Math.max(1, names.length)));
  // A million rows that nobody sees need not be laid out.
  const cut = value.ungroup().slice(0, shown);
  const columns: ReplyColumn[] = [];
  for (const name of names) {
    const column = toColumn(name, cut.array(name, Array) as unknown[], shown);
    if ('status' in column) return column;
    columns.push(column);
  }
  return { status: 'table', columns, rowCount, isGrouped: value.isGrouped() };
}

function isTable(value: unknown): value is aq.ColumnTable {
  return value instanceof aq.ColumnTable;
}

function toFound(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object' && 'then' in value) return 'promise';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function toColumn(name: string, values: readonly unknown[], shown: number): ReplyColumn | PipelineReply {
  const cells: ReplyValue[] = [];
  let kind: ColumnKind | undefined;
  for (let row = 0; row < shown; row++) {
    const value = values[row];
    if (value === null || value === undefined) {
      cells.push(null);
      continue;
    }
    const own = kindOf(value);
    if (own === undefined) return { status: 'unfit', column: name, found: toFound(value) };
    kind ??= own;
    if (own !== kind) return { status: 'mixed', column: name, kinds: [kind, own] };
    cells.push(toReplyValue(value, own));
  }
  return { name, kind: kind ?? 'text', values: cells };
}

function toReplyValue(value: unknown, kind: ColumnKind): ReplyValue {
  switch (kind) {
    case 'date':
      return toWallClock(value as Date);
    case 'bigint':
      return String(value);
    default:
      return value as ReplyValue;
  }
}

/**
 * A moment as its date and time read on a clock. A date that was made in this place's own time means what its clock shows; at
 * midnight in Greenwich it was made from a date alone.
 */
function toWallClock(date: Date): number | null {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  return time % 86_400_000 === 0 ? time : time - date.getTimezoneOffset() * 60_000;
}

function kindOf(value: unknown): ColumnKind | undefined {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'bigint':
      return typeof value as ColumnKind;
    case 'string':
      return 'text';
    default:
      return value instanceof Date ? 'date' : undefined;
  }
}
