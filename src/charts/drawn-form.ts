import type { ResultTable } from '#src/results/result-table.ts';
import { toChartColumns } from './chart-columns.ts';
import type { ChartField, ChartPoint } from './chart-data.ts';
import type { ChartSpec } from './chart-spec.ts';
import { toChartData } from './to-chart-data.ts';

/** What two charts that show the same have in common, whatever they were asked for by. */
export interface DrawnForm {
  readonly mark: ChartSpec['mark'];
  /** Every point, in an order of its own. */
  readonly points: string;
  /** The groups of each axis in their order; empty where nothing has one. */
  readonly order: string;
  /** What makes it mislead. */
  readonly faults: string;
}

export type ReadForm =
  { readonly ok: true; readonly form: DrawnForm } | { readonly ok: false; readonly why: string };

/**
 * What a chart draws, so that two ways to ask for the same chart are the same: bars that lie or stand, a total of single rows
 * or the rows themselves, a colour that repeats the axis.
 */
export function toDrawnForm(spec: ChartSpec, table: ResultTable): ReadForm {
  const repeats = spec.colour !== undefined && (spec.colour === spec.x || spec.colour === spec.y);
  const { colour: _colour, ...plain } = spec;
  const drawable = toChartData(repeats ? plain : spec, table, toChartColumns(table));
  if (!drawable.ok) return drawable;
  const { data } = drawable;
  const turns = spec.mark === 'bar' && data.valueOn === 'y';
  const [x, y] = turns ? ([data.y, data.x] as const) : ([data.x, data.y] as const);
  const faults = spec.faults ?? {};
  return {
    ok: true,
    form: {
      mark: spec.mark,
      points: data.points
        .map((point) => toPointText(turns ? { ...point, ...swap(point) } : point))
        .sort()
        .join('\n'),
      order: [x, y].map(toOrderText).join('|'),
      faults: JSON.stringify([faults.cutAxis ?? false, faults.second ?? null, faults.mixedColours ?? false]),
    },
  };
}

function swap({ x, y }: ChartPoint): Partial<ChartPoint> {
  return { ...(y !== undefined && { x: y }), ...(x !== undefined && { y: x }) };
}

function toPointText({ x, y, colour, facet, xEnd }: ChartPoint): string {
  // Sums of the same figures in another order may differ in their last digit.
  return [x, y, colour, facet, xEnd]
    .map((value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : (value ?? '')))
    .join('\u0000');
}

function toOrderText(field: ChartField | undefined): string {
  return field?.kind === 'group' ? field.domain.join('\u0000') : '';
}
