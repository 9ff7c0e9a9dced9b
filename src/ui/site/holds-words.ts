import type { ColumnDescriptor } from '#src/datasets/descriptor.ts';
import type { MeasuredColumn } from '#src/quality/quality.ts';
import { countWords } from '#src/words/count-words.ts';
import { dateWords } from '#src/words/date-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { shareWords } from '#src/words/share-words.ts';
import { typeWords } from '#src/words/type-words.ts';

/**
 * What a column holds, as it was measured: its type and unit, from which value to which, and how many are missing or
 * withheld.
 *
 * @example
 * holdsWords({ type: 'BIGINT', unit: 'people', … }, { least: '1863', most: '57690323', missing: 265, … }, 13662)
 * // => 'Whole number, in people, from 1,863 to 57,690,323. Missing in 265 rows (1.9%).'
 */
export function holdsWords(
  { type, unit, allowed, scaleBy }: ColumnDescriptor,
  { distinct, missing, withheld, least, most }: MeasuredColumn,
  rows: number,
): string {
  const toBound = (text: string) => boundWords(text, unit === 'year');
  const parts = [typeWords(type)];
  if (unit !== undefined) parts.push(`in ${unit}`);
  if (scaleBy !== undefined) parts.push(`on a scale that differs with ${scaleBy}`);
  else if (least !== undefined && most !== undefined)
    parts.push(least === most ? `always ${toBound(least)}` : `from ${toBound(least)} to ${toBound(most)}`);
  const first = parts.join(', ');
  const sentences = [`${first.charAt(0).toUpperCase()}${first.slice(1)}.`];
  if (type === 'VARCHAR') {
    sentences.push(
      allowed !== undefined && allowed.length === distinct
        ? `One of: ${allowed.join('; ')}.`
        : `${countWords(distinct, 'different value')}.`,
    );
  }
  if (missing > 0) sentences.push(`Missing in ${countWords(missing, 'row')} (${shareWords(missing, rows)}).`);
  if (withheld !== undefined && withheld.rows > 0)
    sentences.push(`Withheld in ${countWords(withheld.rows, 'row')} (${shareWords(withheld.rows, rows)}).`);
  return sentences.join(' ');
}

/** @param text - A number, a date or a moment, as DuckDB writes it. */
function boundWords(text: string, isYear: boolean): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dateWords(text);
  const number = Number(text);
  return Number.isNaN(number) || isYear ? text : numberWords(number, 3);
}
