import * as Plot from '@observablehq/plot';
import type { ChartPoint } from '#src/charts/chart-data.ts';
import { toValueLabel } from '#src/charts/chart-data.ts';
import { findColourClass, toColourClasses } from '#src/charts/colour-classes.ts';
import { toFigureLabels } from '#src/charts/figure-words.ts';
import { toExtent } from '#src/charts/to-bins.ts';
import {
  facetChannels,
  fitGroupNames,
  groupAxis,
  groupMargin,
  shadeOf,
  textWidth,
  toFacetGrid,
  toNameLines,
} from './plot-frame.ts';
import type { DrawInput, PlotFrame } from './plot-frame.ts';

/** The shade of each point, by the class that its figure falls in. */
function toShades({ spec, data }: DrawInput) {
  const classes = toColourClasses(data.points.map(({ colour }) => Number(colour)));
  const placeOf = ({ colour }: ChartPoint) => findColourClass(classes, Number(colour));
  return {
    fill: (point: ChartPoint) => shadeOf(placeOf(point), classes.length, spec.faults?.mixedColours),
    ink: (point: ChartPoint) =>
      spec.faults?.mixedColours
        ? 'var(--app-chart-ground)'
        : shadeOf(placeOf(point), classes.length).replace('shade', 'ink'),
  };
}

/** A heat map: a cell for each pair of groups, with its figure written in it where there is room. */
export function drawHeatMap(input: DrawInput): PlotFrame {
  const { data, width } = input;
  const { x, y, colour } = data;
  const { fill, ink } = toShades(input);
  const facets = toFacetGrid(data, width, 320);
  const left = groupMargin(y, width);
  const room = (width - left - 12) / (facets?.columns ?? 1) / Math.max(1, x?.domain.length ?? 1);
  const names = fitGroupNames(x, room);
  const lineCount = Math.max(
    1,
    ...(y?.domain ?? []).map((value) => toNameLines(toValueLabel(y, value), left - 12).length),
  );
  const toLabel = toFigureLabels(
    data.points.map((point) => Number(point.colour)),
    colour?.unit,
  );
  const words = (point: ChartPoint) => toLabel(Number(point.colour));
  const hasWords = Math.max(...data.points.map((point) => textWidth(words(point)))) < room;
  const margins = {
    top: facets ? 28 : 8,
    right: 12,
    bottom: names.height,
    left,
  };
  const channels = { x: 'x', y: 'y', ...facetChannels(facets) };
  return {
    height:
      margins.top + margins.bottom + (y?.domain.length ?? 1) * (17 * lineCount + 11) * (facets?.rows ?? 1),
    margins,
    ...(facets && { facets }),
    marks: [
      Plot.cell(data.points, { ...channels, fill, inset: 0.75 }),
      ...(hasWords ? [Plot.text(data.points, { ...channels, text: words, fill: ink })] : []),
    ],
    x: { ...groupAxis(x), ...names.axis } as Plot.ScaleOptions,
    y: groupAxis(y, left - 12),
    padding: 0,
  };
}

/** A map on which each area is one hexagon, whatever its size: people live in areas, not in fields. */
export function drawHexMap(input: DrawInput): PlotFrame {
  const { data, width } = input;
  const { fill } = toShades(input);
  const facets = toFacetGrid(data, width, 300);
  const all = [...data.points.flatMap(({ hex }) => hex ?? []), ...data.emptyHexes];
  const [west, east] = toExtent(all.map(({ x }) => x));
  const [south, north] = toExtent(all.map(({ y }) => y));
  const margins = { top: facets ? 32 : 12, right: 12, bottom: 12, left: 12 };
  const inner = Math.min((width - 24) / (facets?.columns ?? 1) - (facets ? 12 : 0), 620);
  const step = inner / (east - west + 1.4);
  const side = Math.max(0, width - 24 - inner * (facets?.columns ?? 1)) / 2;
  const channels = { symbol: 'hexagon' as const, r: (step / Math.sqrt(3)) * 0.97 };
  return {
    height:
      margins.top +
      margins.bottom +
      step * (north - south + 1.6) * (facets?.rows ?? 1) +
      (facets ? 30 * facets.rows : 0),
    margins: { ...margins, left: margins.left + side, right: margins.right + side },
    ...(facets && { facets }),
    marks: [
      Plot.dot(data.emptyHexes, { ...channels, x: 'x', y: 'y', fill: 'none', stroke: 'var(--app-border)' }),
      Plot.dot(data.points, {
        ...channels,
        x: (point: ChartPoint) => point.hex?.x,
        y: (point: ChartPoint) => point.hex?.y,
        fill,
        stroke: 'var(--app-chart-outline)',
        strokeWidth: 0.5,
        ...facetChannels(facets),
      }),
    ],
    x: { axis: null, domain: [west - 0.7, east + 0.7] },
    y: { axis: null, domain: [south - 0.8, north + 0.8] },
    placeOf: ({ hex }) => ({ x: hex?.x, y: hex?.y }),
  };
}
