import type { Aggregate } from './chart-spec.ts';

/**
 * What is drawn of figures that share a place.
 *
 * @param values - one at least; for `none` the only one
 */
export function summariseValues(aggregate: Aggregate, values: readonly number[]): number {
  const total = () => values.reduce((sum, value) => sum + value, 0);
  switch (aggregate) {
    case 'none':
    case 'sum':
      return total();
    case 'mean':
      return total() / values.length;
    case 'median':
      return medianOf(values);
    case 'min':
      return values.reduce((least, value) => Math.min(least, value), Infinity);
    case 'max':
      return values.reduce((most, value) => Math.max(most, value), -Infinity);
    case 'count':
      return values.length;
  }
}

/** The middle of some figures; of an even number, the middle between the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
