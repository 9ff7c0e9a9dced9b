/** A stretch of figures that share a colour: from the lightest, which is the first, to the strongest. */
export interface ColourClass {
  readonly from: number;
  readonly to: number;
}

/** So many shades can be told apart on a map. */
export const mostClasses = 5;

/**
 * Stretches with about as many values each, and round borders. A value on a border belongs to the upper one.
 *
 * @param values - all finite
 */
export function toColourClasses(values: readonly number[]): readonly ColourClass[] {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return [];
  const count = Math.min(mostClasses, new Set(sorted).size);
  const borders = Array.from({ length: count - 1 }, (_, index) =>
    toRounded(sorted[Math.round(((index + 1) * sorted.length) / count)] ?? high, high - low),
  ).filter((border, index, all) => border > low && border <= high && all.indexOf(border) === index);
  const starts = [low, ...borders];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? high }));
}

/** The place of a value's class, from 0. */
export function findColourClass(classes: readonly ColourClass[], value: number): number {
  const after = classes.findIndex(({ from }, index) => index > 0 && value < from);
  return after < 0 ? classes.length - 1 : after - 1;
}

/** A border to two figures, or to the places that tell values apart where they lie close together. */
function toRounded(value: number, range: number): number {
  const size = Math.abs(value) || range;
  const places = Math.min(Math.floor(Math.log10(size)) - 1, Math.floor(Math.log10(range)) - 1);
  const step = 10 ** places;
  return Number((Math.round(value / step) * step).toPrecision(12));
}
