import * as Plot from '@observablehq/plot';
import type { ChartPoint } from '#src/charts/chart-data.ts';
import type { ChartMark } from '#src/charts/chart-spec.ts';
import { drawBars, drawHistogram } from './draw-bars.ts';
import { drawDots } from './draw-dots.ts';
import { drawLines } from './draw-lines.ts';
import { drawHeatMap, drawHexMap } from './draw-maps.ts';
import { fontSize } from './plot-frame.ts';
import type { DrawInput, PlotFrame } from './plot-frame.ts';

const drawers: Readonly<Record<ChartMark, (input: DrawInput) => PlotFrame>> = {
  bar: drawBars,
  line: drawLines,
  dot: drawDots,
  histogram: drawHistogram,
  heatmap: drawHeatMap,
  hexmap: drawHexMap,
};

export interface DrawnChart {
  readonly svg: SVGSVGElement;
  /** The middle of a point in the drawing, in its pixels. */
  readonly positionOf: (index: number) => { readonly x: number; readonly y: number };
}

/** Draws a chart. Colours are variables of the page, so that a change of theme needs no new drawing. */
export function drawChart(input: DrawInput): DrawnChart {
  const { data, width, spec } = input;
  const frame = drawers[spec.mark](input);
  const { margins, facets } = frame;
  const plot = Plot.plot({
    width,
    height: Math.round(frame.height),
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    className: 'app-plot',
    style: { fontSize: `${fontSize}px`, fontFamily: 'inherit', background: 'none', overflow: 'visible' },
    x: {
      ...frame.x,
      ...(frame.padding !== undefined && frame.x.type === 'band' && { padding: frame.padding }),
    },
    y: {
      ...frame.y,
      ...(frame.padding !== undefined && frame.y.type === 'band' && { padding: frame.padding }),
    },
    ...(facets && {
      fx: { axis: null, domain: Array.from({ length: facets.columns }, (_, index) => index), padding: 0.12 },
      fy: { axis: null, domain: Array.from({ length: facets.rows }, (_, index) => index), padding: 0.34 },
    }),
    color: { type: 'identity' },
    marks: [...frame.marks, ...(facets ? [facets.titles] : [])],
  }) as SVGSVGElement & Plot.Plot;
  plot.setAttribute('aria-hidden', 'true');
  const scales = { x: plot.scale('x'), y: plot.scale('y'), fx: plot.scale('fx'), fy: plot.scale('fy') };
  return { svg: plot, positionOf: (index) => toPosition(scales, frame, data.points[index], index) };
}

// Plot makes a scale anew each time it is asked for one.
type DrawnScales = Readonly<Record<'x' | 'y' | 'fx' | 'fy', Plot.Scale | undefined>>;

function toPosition(
  scales: DrawnScales,
  { margins, facets, placeOf }: PlotFrame,
  point: ChartPoint | undefined,
  index: number,
) {
  if (!point) return { x: 0, y: 0 };
  const place = placeOf?.(point, index) ?? { x: point.x, y: point.y };
  const at = (name: 'x' | 'y' | 'fx' | 'fy', value: unknown) => {
    const scale = scales[name];
    return scale ? Number(scale.apply(value)) + (name.length === 1 ? (scale.bandwidth ?? 0) / 2 : 0) : 0;
  };
  const facet = facets?.of(point);
  return {
    x: at('x', place.x) + (facet ? at('fx', facet.fx) - margins.left : 0),
    y: at('y', place.y) + (facet ? at('fy', facet.fy) - margins.top : 0),
  };
}
