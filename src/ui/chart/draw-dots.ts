import * as Plot from '@observablehq/plot';
import type { ChartPoint } from '#src/charts/chart-data.ts';
import { toAxisRange } from '#src/charts/value-axis.ts';
import {
  colourOf,
  facetChannels,
  figureAxis,
  figureMargin,
  groupAxis,
  groupMargin,
  periodAxis,
  symbols,
  toFacetGrid,
} from './plot-frame.ts';
import type { DrawInput, PlotFrame } from './plot-frame.ts';

/** Dots: each row on two axes. Groups have a symbol each beside their colour. */
export function drawDots({ spec, data, width }: DrawInput): PlotFrame {
  const { x, y, colour } = data;
  const facets = toFacetGrid(data, width);
  const count = data.points.length;
  const isGroupUp = y?.kind === 'group';
  const [rangeX, rangeY] = [toAxisRange(spec, data, 'x'), toAxisRange(spec, data, 'y')];
  const left = isGroupUp ? groupMargin(y, width) : figureMargin(rangeY[0], rangeY[1], y?.unit);
  const margins = { top: facets ? 44 : 32, right: 24, bottom: 50, left };
  const rows = isGroupUp ? y.domain.length * 26 : facets ? 150 : Math.min(420, Math.max(240, width * 0.6));
  const inner = (width - left - margins.right) / (facets?.columns ?? 1);
  const isTime = x?.kind === 'period';
  const across = (point: ChartPoint) => (isTime ? new Date(Number(point.x)) : point.x);
  const groups = colour && colour.kind !== 'number' ? colour.domain : [undefined];
  return {
    height: margins.top + margins.bottom + rows * (facets?.rows ?? 1),
    margins,
    ...(facets && { facets }),
    marks: groups.map((group, place) =>
      Plot.dot(group === undefined ? data.points : data.points.filter((point) => point.colour === group), {
        x: across,
        y: 'y',
        symbol: symbols[place] ?? 'circle',
        stroke: colourOf(place),
        strokeWidth: count > 2000 ? 1 : 1.5,
        fill: colourOf(place),
        fillOpacity: count > 200 ? 0.15 : 0.4,
        r: count > 2000 ? 2 : count > 200 ? 3 : 4.5,
        ...facetChannels(facets),
      }),
    ),
    x: isTime
      ? periodAxis(x, inner)
      : x?.kind === 'group'
        ? groupAxis(x)
        : { ...figureAxis(x, rangeX, inner / 95), labelAnchor: 'center' },
    y: isGroupUp
      ? { ...groupAxis(y, left - 12), grid: true }
      : y?.kind === 'period'
        ? { ...groupAxis(y) }
        : { ...figureAxis(y, rangeY, facets ? 3 : 6), labelAnchor: 'top' },
    placeOf: (point) => ({ x: across(point), y: point.y }),
  };
}
