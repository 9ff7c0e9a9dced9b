import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { typeWords } from '#src/words/type-words.ts';

/** One thing the editor offers to finish. */
export interface Completion {
  readonly kind: 'table' | 'column' | 'keyword' | 'function';
  /** What is offered and what is typed when it is taken. */
  readonly label: string;
  /** A few words beside the label. */
  readonly detail: string;
  /** Plain text: what it means. */
  readonly documentation: string;
}

export function toTableCompletion(table: TableDescriptor): Completion {
  return {
    kind: 'table',
    label: table.name,
    detail: `table, ${table.rowCount} rows`,
    documentation: table.row,
  };
}

export function toColumnCompletion(column: ColumnDescriptor, table: TableDescriptor): Completion {
  const unit = column.unit ? ` In ${column.unit}.` : '';
  const gaps = column.nullable ? ' May be missing.' : '';
  return {
    kind: 'column',
    label: column.name,
    detail: `${typeWords(column.type)}, ${table.name}`,
    documentation: `${column.meaning}${unit}${gaps}`,
  };
}
