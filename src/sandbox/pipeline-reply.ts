/** A table as the sandbox is given it: its name in the pipeline, and its rows in Arrow's stream format. */
export interface HandedTable {
  readonly name: string;
  readonly arrow: Uint8Array<ArrayBuffer>;
}

export interface PipelineRequest {
  /** The body of a function that returns the answer. */
  readonly body: string;
  readonly tables: readonly HandedTable[];
  /** How many rows to give back. */
  readonly rowLimit: number;
}

export type ColumnKind = 'number' | 'boolean' | 'text' | 'date' | 'bigint';
/** A date is milliseconds since 1970, a bigint its digits. */
export type ReplyValue = null | number | boolean | string;

/** A column of one kind; missing values are null. */
export interface ReplyColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values: readonly ReplyValue[];
}

/** What came of a pipeline. */
export type PipelineReply =
  /** `rowCount` are the rows in all: more than there are values where a limit cut them. */
  | {
      readonly status: 'table';
      readonly columns: readonly ReplyColumn[];
      readonly rowCount: number;
      /** The table is still split into groups: nothing was worked out for each. */
      readonly isGrouped: boolean;
    }
  | { readonly status: 'no-table'; readonly found: string }
  | { readonly status: 'too-wide'; readonly columnCount: number }
  /** A column holds what no table can show, such as a list. */
  | { readonly status: 'unfit'; readonly column: string; readonly found: string }
  | { readonly status: 'mixed'; readonly column: string; readonly kinds: readonly [ColumnKind, ColumnKind] }
  /** JavaScript's own error. */
  | { readonly status: 'error'; readonly name: string; readonly message: string };

export const maxColumns = 100;
export const maxCells = 2_000_000;
const maxTextLength = 50_000_000;
const maxMessageLength = 2_000;
const kinds: readonly string[] = ['number', 'boolean', 'text', 'date', 'bigint'] satisfies ColumnKind[];

/**
 * A reply from the place where a learner's text ran, which may have sent anything at all: rebuilt piece by piece as plain data,
 * or undefined when it is no reply.
 */
export function parsePipelineReply(value: unknown): PipelineReply | undefined {
  const status = fieldOf(value, 'status');
  switch (status) {
    case 'table':
      return parseTable(value);
    case 'no-table': {
      const found = toShortText(fieldOf(value, 'found'));
      return found === undefined ? undefined : { status, found };
    }
    case 'too-wide': {
      const columnCount = fieldOf(value, 'columnCount');
      return isCount(columnCount) ? { status, columnCount } : undefined;
    }
    case 'unfit': {
      const [column, found] = [toShortText(fieldOf(value, 'column')), toShortText(fieldOf(value, 'found'))];
      return column === undefined || found === undefined ? undefined : { status, column, found };
    }
    case 'mixed': {
      const column = toShortText(fieldOf(value, 'column'));
      const pair = fieldOf(value, 'kinds');
      const [first, second] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (column === undefined || !isKind(first) || !isKind(second)) return undefined;
      return { status, column, kinds: [first, second] };
    }
    case 'error': {
      const [name, message] = [toShortText(fieldOf(value, 'name')), toShortText(fieldOf(value, 'message'))];
      return name === undefined || message === undefined ? undefined : { status, name, message };
    }
    default:
      return undefined;
  }
}

function parseTable(value: unknown): PipelineReply | undefined {
  const [columns, rowCount, isGrouped] = ['columns', 'rowCount', 'isGrouped'].map((name) =>
    fieldOf(value, name),
  );
  if (!Array.isArray(columns) || columns.length > maxColumns || !isCount(rowCount)) return undefined;
  let shown: number | undefined;
  let textLength = 0;
  const parsed: ReplyColumn[] = [];
  for (const column of columns as unknown[]) {
    const [name, kind, values] = ['name', 'kind', 'values'].map((field) => fieldOf(column, field));
    if (typeof name !== 'string' || !isKind(kind) || !Array.isArray(values)) return undefined;
    shown ??= values.length;
    if (values.length !== shown || shown > rowCount || shown * columns.length > maxCells) return undefined;
    const cells: ReplyValue[] = [];
    for (const cell of values as unknown[]) {
      if (cell !== null && !fits(cell, kind)) return undefined;
      if (typeof cell === 'string') textLength += cell.length;
      cells.push(cell as ReplyValue);
    }
    textLength += name.length;
    if (textLength > maxTextLength) return undefined;
    parsed.push({ name, kind, values: cells });
  }
  return { status: 'table', columns: parsed, rowCount, isGrouped: isGrouped === true };
}

function fits(cell: unknown, kind: ColumnKind): boolean {
  switch (kind) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'boolean':
      return typeof cell === 'boolean';
    case 'text':
      return typeof cell === 'string';
    case 'bigint':
      return typeof cell === 'string' && /^-?\d{1,39}$/.test(cell);
  }
}

/** An own field of a plain object; what the object inherits is nobody's word. */
function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function isKind(value: unknown): value is ColumnKind {
  return typeof value === 'string' && kinds.includes(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function toShortText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, maxMessageLength) : undefined;
}
