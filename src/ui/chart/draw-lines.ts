import * as Plot from '@observablehq/plot';
import type { ChartField, ChartPoint } from '#src/charts/chart-data.ts';
import { toValueLabel } from '#src/charts/chart-data.ts';
import { toSeries } from '#src/charts/describe-chart.ts';
import { tickWords } from '#src/charts/figure-words.ts';
import { toExtent } from '#src/charts/to-bins.ts';
import { toAxisRange } from '#src/charts/value-axis.ts';
import {
  colourOf,
  dashes,
  facetChannels,
  figureAxis,
  figureMargin,
  periodAxis,
  symbols,
  textWidth,
  toFacetGrid,
  toNameLines,
} from './plot-frame.ts';
import type { DrawInput, PlotFrame } from './plot-frame.ts';

type Line = readonly ChartPoint[];
type Across = (point: ChartPoint) => Date | number;
type Range = readonly [low: number, high: number];

/** Lines over time or over a figure, each with its name at its end, a dash and a symbol of its own. */
export function drawLines({ spec, data, width }: DrawInput): PlotFrame {
  const { x, y, colour, second } = data;
  const facets = toFacetGrid(data, width);
  const time = x?.kind === 'period' ? x : undefined;
  const range = toAxisRange(spec, data, 'y');
  const across: Across = (point) => (time ? new Date(Number(point.x)) : Number(point.x));
  const series = [...toSeries(data).values()];
  const names = colour && !facets ? colour.domain.map((value) => toValueLabel(colour, value)) : [];
  const nameWidth =
    names.length > 1 ? Math.min(Math.max(...names.map(textWidth)) + 16, Math.max(104, width * 0.3)) : 0;
  const lineCountOf = (point: ChartPoint) =>
    toNameLines(toValueLabel(colour, point.colour), nameWidth - 14).length;
  const mapped = second && toSecondAxis(data.points, range);
  const secondWidth = second && mapped ? textWidth(tickWords(mapped.high, second.unit)) + 20 : 0;
  const margins = {
    top: facets ? 44 : 32,
    right: Math.ceil(Math.max(24, nameWidth, secondWidth)),
    bottom: time ? 32 : 50,
    left: figureMargin(range[0], range[1], y?.unit),
  };
  const inner = facets ? 130 * facets.rows : Math.min(320, Math.max(200, width * 0.5));
  const room = (width - margins.left - margins.right) / (facets?.columns ?? 1);
  return {
    height: margins.top + margins.bottom + inner,
    margins,
    ...(facets && { facets }),
    marks: [
      ...series.flatMap((line) =>
        drawLine(line, {
          across,
          place: Math.max(0, colour?.domain.indexOf(line[0]?.colour ?? '') ?? 0),
          hasDots: line.length <= room / 14,
          channels: facetChannels(facets),
        }),
      ),
      ...(nameWidth > 0
        ? drawNames(spreadEnds(series, range, inner, lineCountOf), { across, colour, nameWidth })
        : []),
      ...(second && mapped ? drawSecond(mapped, { across, first: y, second }) : []),
    ],
    x: time
      ? periodAxis(time, room)
      : { ...figureAxis(x, toAxisRange(spec, data, 'x'), room / 95), labelAnchor: 'center' },
    y: {
      ...figureAxis(y, range, facets ? 3 : 5),
      labelAnchor: 'top',
      ...(second && { axis: null }),
    } as Plot.ScaleOptions,
    placeOf: (point) => ({ x: across(point), y: point.y }),
  };
}

interface LineLook {
  readonly across: Across;
  /** Of its group among the colours. */
  readonly place: number;
  readonly hasDots: boolean;
  readonly channels: object;
}

function drawLine(line: Line, { across, place, hasDots, channels }: LineLook): Plot.Markish[] {
  const stroke = colourOf(place);
  const dash = dashes[place] ?? '';
  return [
    Plot.line(line, {
      x: across,
      y: 'y',
      stroke,
      strokeWidth: 2.5,
      ...(dash !== '' && { strokeDasharray: dash }),
      ...channels,
    }),
    // A line of one point would not be seen.
    ...(hasDots || line.length === 1
      ? [
          Plot.dot(line, {
            x: across,
            y: 'y',
            fill: stroke,
            symbol: symbols[place] ?? 'circle',
            r: 3.5,
            ...channels,
          }),
        ]
      : []),
  ];
}

/** Each line's name at its end, where it needs no legend. */
function drawNames(
  ends: ReturnType<typeof spreadEnds>,
  { across, colour, nameWidth }: { across: Across; colour: ChartField | undefined; nameWidth: number },
): Plot.Markish[] {
  return ends.map(({ point, shift }) =>
    Plot.text([point], {
      x: across,
      y: 'y',
      text: () => toNameLines(toValueLabel(colour, point.colour), nameWidth - 14).join('\n'),
      textAnchor: 'start',
      dx: 10,
      dy: shift,
      fill: 'currentColor',
      fontWeight: 700,
    }),
  );
}

/** The last points of lines, with how far their names move, in pixels, so that none covers another. */
function spreadEnds(
  series: readonly Line[],
  [low, high]: Range,
  height: number,
  lineCountOf: (point: ChartPoint) => number,
) {
  const lineHeight = 17;
  const ends = series
    .flatMap((line) => line.at(-1) ?? [])
    .map((point) => ({ point, at: ((high - Number(point.y)) / (high - low)) * height }))
    .sort((a, b) => a.at - b.at);
  let free = -Infinity;
  const placed = ends.map(({ point, at }) => {
    const half = (lineCountOf(point) * lineHeight) / 2;
    const to = Math.max(at, free + half);
    free = to + half;
    return { point, at, to };
  });
  // What was pushed out below comes back up together.
  const over = Math.max(0, (placed.at(-1)?.to ?? 0) - height);
  return placed.map(({ point, at, to }) => ({ point, shift: to - over - at }));
}

/** A second column drawn on the scale of the first: a fault that people are to find. */
function toSecondAxis(points: readonly ChartPoint[], [low, high]: Range) {
  const [ownLow, ownHigh] = toExtent(points.flatMap(({ second }) => (second === undefined ? [] : [second])));
  const length = ownHigh - ownLow || 1;
  return {
    high: ownHigh,
    points: points
      .flatMap(({ second, ...point }) =>
        second === undefined ? [] : [{ ...point, y: low + ((second - ownLow) / length) * (high - low) }],
      )
      .toSorted((a, b) => Number(a.x) - Number(b.x)),
    ticks: [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low)),
    toOwn: (value: number) => Number((ownLow + ((value - low) / (high - low)) * length).toPrecision(3)),
  };
}

function drawSecond(
  { points, ticks, toOwn }: ReturnType<typeof toSecondAxis>,
  { across, first, second }: { across: Across; first: ChartField | undefined; second: ChartField },
): Plot.Markish[] {
  const axis = { labelArrow: 'none' as const, tickSize: 0 };
  return [
    Plot.line(points, {
      x: across,
      y: 'y',
      stroke: colourOf(1),
      strokeWidth: 2.5,
      strokeDasharray: dashes[1] ?? '',
    }),
    Plot.axisY(ticks, {
      ...axis,
      anchor: 'right',
      label: null,
      tickFormat: (value: number) => tickWords(toOwn(value), second.unit),
    }),
    Plot.axisY({
      ...axis,
      anchor: 'left',
      label: first?.title ?? null,
      ticks: 5,
      tickFormat: (value: number) => tickWords(value, first?.unit),
    }),
  ];
}
