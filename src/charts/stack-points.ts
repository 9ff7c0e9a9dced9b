import type { ChartData, ChartPoint } from './chart-data.ts';

/** A bar from where it begins to where it ends. */
export interface StackedPoint {
  readonly point: ChartPoint;
  readonly from: number;
  readonly to: number;
}

/** Bars that share a place, one upon the other in the order of their colours; those below zero grow downwards. */
export function stackPoints({ points, valueOn, colour }: ChartData): readonly StackedPoint[] {
  const other = valueOn === 'x' ? 'y' : 'x';
  const order = new Map((colour?.domain ?? []).map((value, index) => [value, index]));
  const placeOf = (point: ChartPoint) => order.get(point.colour ?? '') ?? 0;
  const ends = new Map<string, { up: number; down: number }>();
  const stacked = new Map<ChartPoint, StackedPoint>();
  for (const point of points.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    const key = `${String(point.facet)}\u0000${String(point[other])}`;
    const end = ends.get(key) ?? { up: 0, down: 0 };
    ends.set(key, end);
    const value = Number(point[valueOn]);
    const from = value >= 0 ? end.up : end.down;
    if (value >= 0) end.up += value;
    else end.down += value;
    stacked.set(point, { point, from, to: from + value });
  }
  return points.flatMap((point) => stacked.get(point) ?? []);
}
