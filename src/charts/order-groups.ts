import type { ChartPoint, ChartValue } from './chart-data.ts';
import type { Channel, GroupOrder } from './chart-spec.ts';

/** The groups of an axis in their order. Groups of one size keep the order of the table. */
export function orderGroups(
  points: readonly ChartPoint[],
  channel: Channel,
  valueOn: 'x' | 'y' | 'colour',
  order: GroupOrder,
): readonly ChartValue[] {
  const totals = new Map<ChartValue, number>();
  for (const point of points) {
    const group = point[channel];
    if (group !== undefined) totals.set(group, (totals.get(group) ?? 0) + Number(point[valueOn]));
  }
  const groups = [...totals];
  switch (order) {
    case 'table':
      break;
    case 'largest':
      groups.sort(([, a], [, b]) => b - a);
      break;
    case 'smallest':
      groups.sort(([, a], [, b]) => a - b);
      break;
    case 'name':
      groups.sort(([a], [b]) => String(a).localeCompare(String(b), 'en-GB', { numeric: true }));
  }
  return groups.map(([group]) => group);
}
