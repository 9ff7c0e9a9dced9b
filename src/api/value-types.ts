import { z } from 'zod';
import type { ColumnDescriptor } from '#src/datasets/descriptor.ts';

export const valueTypeSchema = z
  .enum(['string', 'boolean', 'integer', 'number', 'date', 'date-time'])
  .describe('How JSON carries the value. Dates are text: 2026-03-25. A number may have decimal places.');
export type ValueType = z.infer<typeof valueTypeSchema>;

/** @example toValueType('DECIMAL(12,2)') // => 'number' */
export function toValueType(type: ColumnDescriptor['type']): ValueType {
  switch (type) {
    case 'BOOLEAN':
      return 'boolean';
    case 'INTEGER':
    case 'BIGINT':
      return 'integer';
    case 'DATE':
      return 'date';
    case 'TIMESTAMP':
      return 'date-time';
    case 'VARCHAR':
      return 'string';
    default:
      return 'number';
  }
}

/**
 * A value as JSON, from the text that DuckDB casts it to: numbers keep every digit.
 *
 * @example toJsonValue('1.50', 'number') // => '1.50'
 */
export function toJsonValue(text: string | null, type: ValueType): string {
  if (text === null) return 'null';
  if (type === 'boolean' || type === 'integer') return text;
  if (type === 'number') {
    if (!/\d$/.test(text)) throw new Error(`JSON has no number "${text}".`);
    return text;
  }
  return JSON.stringify(type === 'date-time' ? text.replace(' ', 'T') : text);
}
