const formatsByPlaces = new Map<number, Intl.NumberFormat>();

/**
 * A number as people in Britain write it.
 *
 * @param places - the most decimal places that are written
 * @example
 * numberWords(42619) // => '42,619'
 * numberWords(1234.567) // => '1,234.57'
 * numberWords(1234.567, 1) // => '1,234.6'
 */
export function numberWords(number: number | bigint, places = 2): string {
  // Making a format takes far longer than using it.
  const format =
    formatsByPlaces.get(places) ?? new Intl.NumberFormat('en-GB', { maximumFractionDigits: places });
  formatsByPlaces.set(places, format);
  return format.format(number);
}

/**
 * A number with just so many decimal places, for figures that stand under or beside each other.
 *
 * @example
 * fixedNumberWords(27, 1) // => '27.0'
 */
export function fixedNumberWords(number: number, places: number): string {
  const format = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return format.format(number);
}

/**
 * A number for a glance: millions and billions in words, with one decimal place at most.
 *
 * @example
 * shortNumberWords(46012000) // => '46 million'
 * shortNumberWords(302400) // => '302,400'
 */
export function shortNumberWords(number: number): string {
  const size = Math.abs(number);
  if (size < 1e6) return numberWords(number, 1);
  return size < 1e9 ? `${numberWords(number / 1e6, 1)} million` : `${numberWords(number / 1e9, 1)} billion`;
}
