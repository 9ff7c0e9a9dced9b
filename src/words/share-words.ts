/**
 * A share that never says "all" or "none" unless it is so.
 *
 * @example
 * shareWords(42619, 42619) // => '100%'
 * shareWords(42618, 42619) // => 'over 99.9%'
 * shareWords(1, 3) // => '33.3%'
 */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return 'none to count';
  if (part === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (100 * part) / whole;
  if (percent < 0.05) return 'under 0.1%';
  if (percent > 99.95) return 'over 99.9%';
  return `${percent.toFixed(1)}%`;
}
