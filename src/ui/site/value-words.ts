import { dateWords } from '#src/words/date-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { typeWords } from '#src/words/type-words.ts';

interface ValueRules {
  readonly type: string;
  readonly unit?: string | undefined;
  readonly nullable: boolean;
  readonly allowed?: readonly string[] | undefined;
  readonly range?: readonly [string | number, string | number] | undefined;
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
