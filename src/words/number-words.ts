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
