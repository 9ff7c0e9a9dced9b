import * as Plot from '@observablehq/plot';
import type { ChartData, ChartField, ChartPoint, ChartValue } from '#src/charts/chart-data.ts';
import { toValueLabel } from '#src/charts/chart-data.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { axisWords, tickWords } from '#src/charts/figure-words.ts';
import { toPeriodTicks } from '#src/charts/period-ticks.ts';

/** What a mark needs to draw itself. */
export interface DrawInput {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  /** In CSS pixels, as heights and margins are. */
  readonly width: number;
  /** Begins the ids of its patterns: unique in the page. */
  readonly id: string;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A chart before it is drawn: Plot's own options, and where each point stands. */
export interface PlotFrame {
  readonly height: number;
  readonly margins: Margins;
  readonly marks: readonly Plot.Markish[];
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  readonly facets?: FacetGrid;
  /** The place of a point on Plot's scales, where it is not simply its x and y. */
  readonly placeOf?: (point: ChartPoint, index: number) => { readonly x: unknown; readonly y: unknown };
  /** The gap between bands. */
  readonly padding?: number;
}

/** Small multiples in rows, as many beside each other as there is room for. */
export interface FacetGrid {
  readonly columns: number;
  readonly rows: number;
  readonly of: (point: Pick<ChartPoint, 'facet'>) => { readonly fx: number; readonly fy: number };
  readonly titles: Plot.Markish;
}

export const fontSize = 14;
/** What tells groups apart beside their colour: the dash of a line, the symbol of a dot. */
export const dashes = ['', '7 4', '2 3', '10 3 2 3', '5 2', '12 5'];
export const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const;
/** A little more than letters take on average, so that nothing is cut. */
const letterWidth = 7.7;

export function textWidth(text: string): number {
  return text.length * letterWidth;
}

export function colourOf(place: number): string {
  return `var(--app-chart-${place + 1})`;
}

/** A shade of a figure: 1 is the lightest. Mixed on purpose, they stand in no order. */
export function shadeOf(place: number, count: number, isMixed = false): string {
  if (isMixed) return colourOf([3, 0, 4, 1, 2][place % 5] ?? 0);
  const shade = count < 2 ? 4 : Math.round((place * 4) / (count - 1));
  return `var(--app-chart-shade-${shade + 1})`;
}

/** The names of groups on the left: wrapped rather than cut, and never more than two fifths of the chart. */
export function groupMargin(field: ChartField | undefined, width: number): number {
  const longest = Math.max(0, ...(field?.domain ?? []).map((value) => textWidth(toValueLabel(field, value))));
  return Math.ceil(Math.min(longest + 14, Math.max(96, width * 0.38)));
}

/** The lines of a name in a margin: words are kept whole, but for one that is too long by itself. */
export function toNameLines(name: string, room: number): readonly string[] {
  const most = Math.max(6, Math.floor(room / letterWidth));
  const lines: string[] = [];
  // A line may end after a hyphen too.
  for (const word of name.split(/(?<=[ -])/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.trimEnd().length <= most)
      lines[lines.length - 1] = last + word;
    else lines.push(word.trimEnd().length > most ? `${word.slice(0, most - 1)}…` : word);
  }
  return lines.map((line) => line.trimEnd());
}

/** Names under standing bars or cells: level where they fit, else turned; periods, which follow on each other, are thinned. */
export function fitGroupNames(
  field: ChartField | undefined,
  room: number,
): { readonly height: number; readonly axis: object } {
  const domain = field?.domain ?? [];
  const longest = Math.max(0, ...domain.map((value) => textWidth(toValueLabel(field, value))));
  if (longest + 6 <= room) return { height: 34, axis: {} };
  if (field?.kind !== 'period')
    return { height: Math.min(140, Math.ceil(longest) + 16), axis: { tickRotate: -90 } };
  const every = Math.ceil((longest + 12) / room);
  return { height: 34, axis: { ticks: domain.filter((_value, index) => index % every === 0) } };
}

/** Room for figures on the left. */
export function figureMargin(low: number, high: number, unit?: string): number {
  return Math.ceil(
    18 + Math.max(...[low, high, high / 3].map((value) => textWidth(tickWords(Math.round(value), unit)))),
  );
}

export function toFacetGrid({ facet }: ChartData, width: number, least?: number): FacetGrid | undefined {
  if (!facet) return undefined;
  // On a phone two fit beside each other, once the figures on the left have their room.
  const fitting = Math.floor((width - 60) / (least ?? (width < 480 ? 125 : 200)));
  const columns = Math.max(1, Math.min(facet.domain.length, fitting));
  const places = new Map<ChartValue, number>(facet.domain.map((value, index) => [value, index]));
  const of = (point: Pick<ChartPoint, 'facet'>) => {
    const place = places.get(point.facet ?? '') ?? 0;
    return { fx: place % columns, fy: Math.floor(place / columns) };
  };
  return {
    columns,
    rows: Math.ceil(facet.domain.length / columns),
    of,
    titles: Plot.text(facet.domain, {
      text: (value: ChartValue) => toValueLabel(facet, value),
      fx: (value: ChartValue) => of({ facet: value }).fx,
      fy: (value: ChartValue) => of({ facet: value }).fy,
      frameAnchor: 'top-left',
      dy: -20,
      fontWeight: 700,
      lineWidth: width / columns / fontSize - 2,
      textOverflow: 'ellipsis',
    }),
  };
}

/** The channels that put a mark's points into their small chart. */
export function facetChannels(facets: FacetGrid | undefined) {
  return facets
    ? { fx: (point: ChartPoint) => facets.of(point).fx, fy: (point: ChartPoint) => facets.of(point).fy }
    : {};
}

/** The axis of a figure. */
export function figureAxis(
  field: ChartField | undefined,
  [low, high]: readonly [number, number],
  room: number,
): Plot.ScaleOptions {
  return {
    type: 'linear',
    domain: [low, high],
    nice: true,
    grid: true,
    label: field?.title ?? null,
    labelArrow: 'none',
    ticks: Math.max(2, Math.floor(room)),
    // Plot's types leave out the third, all ticks of the axis.
    tickFormat: (value: number, _index: number, ticks: readonly number[] = []) =>
      axisWords(value, field?.unit, ticks),
    tickSize: 0,
  } as unknown as Plot.ScaleOptions;
}

/** The axis of groups or of periods that stand for groups. */
export function groupAxis(field: ChartField | undefined, room = Infinity): Plot.ScaleOptions {
  return {
    type: 'band',
    domain: [...(field?.domain ?? [])],
    label: null,
    tickSize: 0,
    tickFormat: (value: ChartValue) => toNameLines(toValueLabel(field, value), room).join('\n'),
  } as Plot.ScaleOptions;
}

/** The axis of time. */
export function periodAxis(field: ChartField, width: number): Plot.ScaleOptions {
  const ticks = toPeriodTicks(field, Math.max(2, Math.floor(width / 78)));
  const words = new Map(ticks.map(({ start, words: text }) => [start, text]));
  return {
    type: 'utc',
    domain: [new Date(Number(field.domain[0])), new Date(Number(field.domain.at(-1)))],
    label: null,
    ticks: ticks.map(({ start }) => new Date(start)),
    tickFormat: (date: Date) => words.get(date.getTime()) ?? '',
    tickSize: 4,
  } as Plot.ScaleOptions;
}
