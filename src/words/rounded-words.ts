import { numberWords } from './number-words.ts';

const threeFigures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/**
 * A measured value, with no more places than a person can use.
 *
 * @example
 * roundedWords(11545.25) // => '11,545'
 * roundedWords(0.01234) // => '0.0123'
 */
export function roundedWords(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return numberWords(value, 0);
  return size >= 1 ? numberWords(value) : threeFigures.format(value);
}
