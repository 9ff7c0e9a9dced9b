import * as Plot from '@observablehq/plot';
import type { ChartMark } from '#src/charts/chart-spec.ts';
import type { LegendEntry } from './legend-entries.ts';
import { createPatterns, patternId } from './patterns.ts';
import { colourOf, dashes, symbols } from './plot-frame.ts';

/** A sample of what stands for a group or a class: 28 by 16 pixels. */
export function createSign({ sign }: LegendEntry, mark: ChartMark, id: string): Element {
  const frame = {
    width: 28,
    height: 16,
    margin: 0,
    className: 'app-plot',
    x: { domain: [0, 28], axis: null },
    y: { domain: [0, 16], axis: null },
  };
  const box = (fill: string) =>
    Plot.rect([0], {
      x1: 1,
      x2: 27,
      y1: 1,
      y2: 15,
      fill,
      stroke: 'var(--app-chart-outline)',
      strokeWidth: 0.75,
    });
  const draw = (marks: Plot.Markish[]) => Plot.plot({ ...frame, marks } as Plot.PlotOptions);
  if (sign.kind === 'shade') return draw([box(sign.fill)]);
  const { place } = sign;
  if (mark === 'bar')
    return draw([() => createPatterns(id, place + 1), box(`url(#${patternId(id, place)})`)]);
  const fill = colourOf(place);
  const dot = Plot.dot([0], { x: 14, y: 8, r: 4.5, symbol: symbols[place] ?? 'circle', fill });
  const line = Plot.ruleY([8], {
    x1: 0,
    x2: 28,
    stroke: fill,
    strokeWidth: 2.5,
    ...(dashes[place] && { strokeDasharray: dashes[place] }),
  });
  if (sign.kind === 'second') return draw([line]);
  return draw(mark === 'line' ? [line, dot] : [dot]);
}
