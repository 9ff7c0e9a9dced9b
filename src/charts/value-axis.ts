import type { ChartData, ChartPoint } from './chart-data.ts';
import type { ChartSpec } from './chart-spec.ts';
import { toExtent } from './to-bins.ts';

/** The first and the last figure on an axis. */
export type AxisRange = readonly [low: number, high: number];

/**
 * The figures that an axis covers. Bars and counts begin at zero, always: their length is what people read. Only a chart that
 * is wrong on purpose cuts them. Lines and dots begin at zero where that costs them less than half of their height.
 */
export function toAxisRange(
  spec: Pick<ChartSpec, 'mark' | 'faults'>,
  data: ChartData,
  channel: 'x' | 'y',
): AxisRange {
  const isMeasure = data.valueOn === channel;
  const isLong = spec.mark === 'bar' || spec.mark === 'histogram';
  const figures =
    isLong && isMeasure
      ? toBarEnds(data, channel)
      : data.points.flatMap((point) => toFigures(point, channel));
  const [low, high] = toExtent(figures);
  if (spec.faults?.cutAxis && isMeasure)
    return toCutRange(toExtent(data.points.map((point) => Number(point[channel]))));
  if (isLong && isMeasure) return widen(Math.min(0, low), Math.max(0, high));
  if (!isMeasure && isLong) return widen(low, high);
  const nearZero = low >= 0 && low <= high / 2;
  return widen(nearZero ? 0 : low, high <= 0 && high >= low / 2 ? 0 : high);
}

function toFigures(point: ChartPoint, channel: 'x' | 'y'): number[] {
  const value = point[channel];
  return typeof value === 'number'
    ? [value, ...(channel === 'x' && point.xEnd !== undefined ? [point.xEnd] : [])]
    : [];
}

/** How far bars reach: those that share a place stand on each other, above and below zero each for itself. */
function toBarEnds({ points, valueOn }: ChartData, channel: 'x' | 'y'): number[] {
  const other = channel === 'x' ? 'y' : 'x';
  const ends = new Map<string, { up: number; down: number }>();
  for (const point of points) {
    const key = `${String(point.facet)}\u0000${String(point[other])}`;
    const end = ends.get(key) ?? { up: 0, down: 0 };
    const value = Number(point[valueOn]);
    if (value > 0) end.up += value;
    else end.down += value;
    ends.set(key, end);
  }
  return [...ends.values()].flatMap(({ up, down }) => [up, down]);
}

/** An axis without a length could not be drawn. */
function widen(low: number, high: number): AxisRange {
  if (low < high) return [low, high];
  return low === 0 ? [0, 1] : [low - Math.abs(low) / 10, low + Math.abs(low) / 10];
}

function toCutRange([low, high]: AxisRange): AxisRange {
  return widen(low - (high - low) / 10, high);
}
