const british = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/**
 * A number as people in Britain write it.
 *
 * @example
 * numberWords(42619) // => '42,619'
 * numberWords(1234.567) // => '1,234.57'
 */
export function numberWords(number: number | bigint): string {
  return british.format(number);
}
