/**
 * The length of a bar in per cent. A bar that stands for something can always be seen.
 *
 * @example
 * barWidth(0, 50) // => 0
 * barWidth(0.001, 50) // => 1
 * barWidth(25, 50) // => 50
 */
export function barWidth(value: number, full: number): number {
  if (value <= 0 || full <= 0) return 0;
  return Math.min(100, Math.max(1, Math.round((1000 * value) / full) / 10));
}
