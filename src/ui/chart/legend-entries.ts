import type { ChartData } from '#src/charts/chart-data.ts';
import { toValueLabel } from '#src/charts/chart-data.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { toColourClasses } from '#src/charts/colour-classes.ts';
import { figureWords } from '#src/charts/figure-words.ts';
import { shadeOf } from './plot-frame.ts';

export interface LegendEntry {
  readonly words: string;
  /** A shade of a figure, or the place of a group among the colours. */
  readonly sign:
    | { readonly kind: 'shade'; readonly fill: string }
    | { readonly kind: 'group' | 'second'; readonly place: number };
}

/** What the colours, patterns and symbols of a chart mean; nothing where the names stand beside the lines. */
export function toLegendEntries(spec: ChartSpec, data: ChartData): readonly LegendEntry[] {
  const { colour, facet, second, y } = data;
  if (second)
    return [
      { words: y?.title ?? '', sign: { kind: 'group', place: 0 } },
      { words: second.title, sign: { kind: 'second', place: 1 } },
    ];
  if (!colour) return [];
  if (colour.kind === 'number') {
    const classes = toColourClasses(data.points.map((point) => Number(point.colour)));
    return classes.map(({ from, to }, place) => ({
      words:
        place === classes.length - 1
          ? from === to
            ? figureWords(from, colour.unit)
            : `${figureWords(from)} to ${figureWords(to, colour.unit)}`
          : `${figureWords(from)} to under ${figureWords(to)}`,
      sign: { kind: 'shade', fill: shadeOf(place, classes.length, spec.faults?.mixedColours) },
    }));
  }
  if (colour.domain.length < 2 || (spec.mark === 'line' && !facet)) return [];
  return colour.domain.map((value, place) => ({
    words: toValueLabel(colour, value),
    sign: { kind: 'group', place },
  }));
}
