import * as Plot from '@observablehq/plot';
import type { ChartField, ChartPoint } from '#src/charts/chart-data.ts';
import { toValueLabel } from '#src/charts/chart-data.ts';
import { toFigureLabels } from '#src/charts/figure-words.ts';
import { stackPoints, type StackedPoint } from '#src/charts/stack-points.ts';
import { toAxisRange } from '#src/charts/value-axis.ts';
import { createPatterns, patternId } from './patterns.ts';
import {
  facetChannels,
  figureAxis,
  figureMargin,
  fitGroupNames,
  groupAxis,
  groupMargin,
  textWidth,
  toFacetGrid,
  toNameLines,
} from './plot-frame.ts';
import type { DrawInput, FacetGrid, PlotFrame } from './plot-frame.ts';

/** Bars that lie where the figures run across, and stand where they run up. */
export function drawBars(input: DrawInput): PlotFrame {
  return input.data.valueOn === 'x'
    ? drawLyingBars(toBars(input, 'x', 'y'))
    : drawStandingBars(toBars(input, 'y', 'x'));
}

/** What bars of both kinds are made of. */
interface Bars {
  readonly stacked: readonly StackedPoint[];
  readonly width: number;
  readonly measure: ChartField | undefined;
  readonly group: ChartField | undefined;
  readonly groupOf: (bar: StackedPoint) => ChartPoint['x'];
  readonly range: readonly [number, number];
  readonly facets: FacetGrid | undefined;
  /** Their colours and patterns, and their place among small multiples. */
  readonly look: object;
  readonly channels: object;
  readonly words: (bar: StackedPoint) => string;
  /** What their figures take beside them. */
  readonly labelRoom: number;
  /** Parts of a bar have no figures of their own: they would stand in each other. */
  readonly isStack: boolean;
  readonly patterns: () => SVGElement;
}

function toBars({ spec, data, width, id }: DrawInput, valueAxis: 'x' | 'y', groupOn: 'x' | 'y'): Bars {
  const [measure, group] = [data[valueAxis], data[groupOn]];
  const range = toAxisRange(spec, data, valueAxis);
  const facets = toFacetGrid(data, width, 260);
  // A bar of a cut axis begins where the axis does, which is what is wrong with it.
  const stacked = spec.faults?.cutAxis
    ? data.points.map((point) => ({ point, from: range[0], to: Number(point[valueAxis]) }))
    : stackPoints(data);
  const colours = data.colour?.domain ?? [];
  const channels = facets
    ? {
        fx: ({ point }: StackedPoint) => facets.of(point).fx,
        fy: ({ point }: StackedPoint) => facets.of(point).fy,
      }
    : {};
  const isStack = colours.length > 1 && spec.colour !== spec[groupOn];
  const toLabel = toFigureLabels(
    stacked.map(({ point }) => Number(point[valueAxis])),
    measure?.unit,
  );
  const words = ({ point }: StackedPoint) => toLabel(Number(point[valueAxis]));
  const fill = ({ point }: StackedPoint) =>
    colours.length > 1 ? `url(#${patternId(id, colours.indexOf(point.colour ?? ''))})` : 'var(--app-chart-1)';
  return {
    stacked,
    width,
    measure,
    group,
    groupOf: ({ point }) => point[groupOn],
    range,
    facets,
    look: { fill, ...channels, ...(isStack && { stroke: 'var(--app-chart-ground)' }) },
    channels,
    words,
    labelRoom: Math.max(...stacked.map((bar) => textWidth(words(bar)))) + 8,
    isStack,
    patterns: () => createPatterns(id, Math.max(1, colours.length)),
  };
}

function drawLyingBars(bars: Bars): PlotFrame {
  const { stacked, width, measure, group, groupOf, range, facets, channels, words } = bars;
  const left = groupMargin(group, width);
  const columns = facets?.columns ?? 1;
  const lineCount = Math.max(
    1,
    ...(group?.domain ?? []).map((value) => toNameLines(toValueLabel(group, value), left - 12).length),
  );
  const rows = (group?.domain.length ?? 1) * Math.max(26, lineCount * 17 + 6) + (facets ? 40 : 0);
  const hasLabels = !bars.isStack;
  const margins = {
    top: facets ? 28 : 8,
    right: hasLabels ? Math.ceil(bars.labelRoom) : 16,
    bottom: 48,
    left,
  };
  return {
    height: margins.top + margins.bottom + rows * (facets?.rows ?? 1),
    margins,
    ...(facets && { facets }),
    marks: [
      bars.patterns,
      Plot.barX(stacked, { ...bars.look, x1: 'from', x2: 'to', y: groupOf }),
      Plot.ruleX([Math.max(0, range[0])], { stroke: 'currentColor' }),
      ...(hasLabels
        ? [Plot.text(stacked, { x: 'to', y: groupOf, text: words, textAnchor: 'start', dx: 4, ...channels })]
        : []),
    ],
    x: { ...figureAxis(measure, range, (width - left) / 95 / columns), labelAnchor: 'center' },
    y: groupAxis(group, left - 12),
    padding: 0.16,
    placeOf: (_point, index) => {
      const bar = stacked[index];
      return { x: bar ? (bar.from + bar.to) / 2 : 0, y: bar && groupOf(bar) };
    },
  };
}

function drawStandingBars(bars: Bars): PlotFrame {
  const { stacked, width, measure, group, groupOf, range, facets, channels, words } = bars;
  const left = figureMargin(range[0], range[1], measure?.unit);
  const room = (width - left - 16) / (facets?.columns ?? 1) / Math.max(1, group?.domain.length ?? 1);
  const names = fitGroupNames(group, room);
  const hasLabels = !bars.isStack && bars.labelRoom < room;
  const margins = { top: facets ? 44 : 32, right: 16, bottom: names.height, left };
  return {
    height: margins.top + margins.bottom + (facets ? 170 * facets.rows : 280),
    margins,
    ...(facets && { facets }),
    marks: [
      bars.patterns,
      Plot.barY(stacked, { ...bars.look, y1: 'from', y2: 'to', x: groupOf }),
      Plot.ruleY([Math.max(0, range[0])], { stroke: 'currentColor' }),
      ...(hasLabels ? [Plot.text(stacked, { y: 'to', x: groupOf, text: words, dy: -8, ...channels })] : []),
    ],
    y: { ...figureAxis(measure, range, facets ? 3 : 5), labelAnchor: 'top' },
    x: { ...groupAxis(group), ...names.axis } as Plot.ScaleOptions,
    padding: 0.16,
    placeOf: (_point, index) => {
      const bar = stacked[index];
      return { x: bar && groupOf(bar), y: bar ? (bar.from + bar.to) / 2 : 0 };
    },
  };
}

/** A histogram: bars without gaps, since the stretches have none. */
export function drawHistogram({ spec, data, width }: DrawInput): PlotFrame {
  const facets = toFacetGrid(data, width, 240);
  const range = toAxisRange(spec, data, 'y');
  const across = toAxisRange(spec, data, 'x');
  const margins = {
    top: facets ? 44 : 32,
    right: 24,
    bottom: 50,
    left: figureMargin(range[0], range[1]),
  };
  const columns = facets?.columns ?? 1;
  return {
    height: margins.top + margins.bottom + (facets ? 150 * facets.rows : 260),
    margins,
    ...(facets && { facets }),
    marks: [
      Plot.rectY(data.points, {
        x1: 'x',
        x2: 'xEnd',
        y1: 0,
        y2: 'y',
        fill: 'var(--app-chart-1)',
        insetLeft: 0.5,
        insetRight: 0.5,
        ...facetChannels(facets),
      }),
      Plot.ruleY([0], { stroke: 'currentColor' }),
    ],
    x: {
      ...figureAxis(data.x, across, (width - margins.left) / 95 / columns),
      grid: false,
      labelAnchor: 'center',
    },
    y: { ...figureAxis(data.y, range, facets ? 3 : 5), labelAnchor: 'top' },
    placeOf: (point) => ({ x: (Number(point.x) + (point.xEnd ?? 0)) / 2, y: Number(point.y) / 2 }),
  };
}
