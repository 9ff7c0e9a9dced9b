import { countWords } from '#src/words/count-words.ts';
import { dateWords } from '#src/words/date-words.ts';
import { numberWords } from '#src/words/number-words.ts';
interface ValueRules {
  readonly type: string;
  readonly unit?: string | undefined;
  readonly nullable: boolean;
  readonly allowed?: readonly string[] | undefined;
  readonly range?: readonly [string | number, string | number] | undefined;
}

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

/**
 * What a column may hold, in a phrase: its type, unit, range or list, and whether a value may be missing.
 *
 * @example
 * valueWords({ type: 'BIGINT', unit: 'attendances', nullable: true, range: [0, 500] })
 * // => 'Whole number, in attendances, from 0 to 500. May be missing.'
 */
export function valueWords({ type, unit, nullable, allowed, range }: ValueRules): string {
  const parts = [typeWords(type)];
  if (unit !== undefined) parts.push(`in ${unit}`);
  if (range !== undefined) parts.push(`from ${boundWords(range[0])} to ${boundWords(range[1])}`);
  const first = parts.join(', ');
  const sentences = [`${first.charAt(0).toUpperCase()}${first.slice(1)}.`];
  if (allowed !== undefined) sentences.push(`One of: ${allowed.join('; ')}.`);
  if (nullable) sentences.push('May be missing.');
  return sentences.join(' ');
}

function boundWords(bound: string | number): string {
  return typeof bound === 'number' ? numberWords(bound, 3) : dateWords(bound);
}
