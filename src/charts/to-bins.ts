export interface Stretch {
  /** A figure on the border belongs to the stretch that begins there. */
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
}

/**
 * Stretches of equal length with round borders that cover all figures: about as many as the Rice rule asks for (twice the cube root of their number), 5 to 30.
 *
 * @param figures - one at least, all finite
 */
export function toBins(figures: readonly number[]): readonly Stretch[] {
  const [low, high] = toExtent(figures);
  if (low === high) return [{ from: low, to: low + 1, isLast: true }];
  const wanted = Math.min(30, Math.max(5, Math.ceil(2 * Math.cbrt(figures.length))));
  const step = toRoundStep((high - low) / wanted);
  const first = Math.floor(low / step);
  const count = Math.max(1, Math.ceil(high / step) - first);
  // Counted rather than added up: 0.1 thirty times is not 3.
  return Array.from({ length: count }, (_, index) => ({
    from: toRounded((first + index) * step),
    to: toRounded((first + index + 1) * step),
    isLast: index === count - 1,
  }));
}

/** The smallest and the largest of some figures; 0 and 0 of none. */
export function toExtent(figures: readonly number[]): readonly [low: number, high: number] {
  if (figures.length === 0) return [0, 0];
  let [low, high] = [Infinity, -Infinity];
  for (const figure of figures) {
    if (figure < low) low = figure;
    if (figure > high) high = figure;
  }
  return [low, high];
}

/** 1, 2 or 5 times a power of ten: the next one up. */
export function toRoundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const factor = [1, 2, 5, 10].find((each) => each * power >= length * 0.999) ?? 10;
  return factor * power;
}

function toRounded(figure: number): number {
  return Number(figure.toPrecision(12));
}
