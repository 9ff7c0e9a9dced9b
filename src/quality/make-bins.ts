import { numberWords } from '#src/words/number-words.ts';

/** One bar of a distribution: values from `from` up to, but not including, `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  /** True where every value is a whole number. */
  readonly whole: boolean;
}

const mostBins = 12;

/**
 * The bars that show how values are spread. Where a few values are far larger than the rest, equal bars would put nearly
 * all values into the first one; then each bar is ten times as wide as the one before.
 *
 * @example
 * makeBins({ min: 1, median: 3, max: 5000, whole: true }).bins.map(({ label }) => label)
 * // => ['1 to 9', '10 to 99', '100 to 999', '1,000 to 9,999']
 */
export function makeBins(spread: Spread): { tenfold: boolean; bins: Bin[] } {
  const { median, max } = spread;
  const tenfold = max >= 100 && max > 50 * Math.max(Math.abs(median), spread.whole ? 1 : 0.01);
  return { tenfold, bins: tenfold ? tenfoldBins(spread) : equalBins(spread) };
}

function tenfoldBins({ min, max, whole }: Spread): Bin[] {
  const bins: Bin[] = [];
  if (min < 0) bins.push({ from: -Infinity, to: 0, label: 'below 0' });
  if (min <= 0) bins.push({ from: 0, to: Number.MIN_VALUE, label: '0' });
  if (!whole && min < 1) bins.push({ from: Number.MIN_VALUE, to: 1, label: 'under 1' });
  const first = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(min, 1))));
  for (let from = first; from <= max; from *= 10) bins.push(toBin(from, from * 10, whole));
  return bins;
}

function equalBins({ min, max, whole }: Spread): Bin[] {
  let step = niceStep((max - min) / (mostBins - 2) || 1);
  if (whole) step = Math.max(1, step);
  const bins: Bin[] = [];
  const start = Math.floor(min / step);
  for (let index = start; index * step <= max; index++) {
    // Multiples rather than sums, which would drift: 0.1 + 0.2 is 0.30000000000000004.
    bins.push(toBin(tidy(index * step), tidy((index + 1) * step), whole));
  }
  return bins;
}

function toBin(from: number, to: number, whole: boolean): Bin {
  const last = whole ? to - 1 : to;
  const words = (value: number) => numberWords(value, 6);
  if (whole && last === from) return { from, to, label: words(from) };
  return { from, to, label: `${words(from)} to ${whole ? '' : 'under '}${words(last)}` };
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least `step`. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 5, 10].find((factor) => factor * power >= step * (1 - 1e-9)) ?? 10) * power;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
