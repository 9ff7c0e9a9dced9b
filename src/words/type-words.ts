import { countWords } from './count-words.ts';

/**
 * A column's type in plain words, with DuckDB's own name for those who know it.
 *
 * @example
 * typeWords('DECIMAL(12,2)') // => 'number with 2 decimal places'
 */
export function typeWords(type: string): string {
  const decimalPlaces = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  if (decimalPlaces !== undefined) return `number with ${countWords(Number(decimalPlaces), 'decimal place')}`;
  switch (type) {
    case 'VARCHAR':
      return 'text';
    case 'INTEGER':
    case 'BIGINT':
    case 'HUGEINT':
      return 'whole number';
    case 'DOUBLE':
      return 'number';
    case 'BOOLEAN':
      return 'true or false';
    case 'DATE':
      return 'date';
    case 'TIMESTAMP':
      return 'date and time';
    case 'TIME':
      return 'time of day';
    case 'INTERVAL':
      return 'length of time';
    default:
      return type;
  }
}
