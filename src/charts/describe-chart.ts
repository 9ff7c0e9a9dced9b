import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toValueLabel, type ChartData, type ChartField, type ChartPoint } from './chart-data.ts';
import { markWords, type ChartSpec } from './chart-spec.ts';
import { figureWords, lowerFirst } from './figure-words.ts';
import { areaWords } from './hexmaps/hex-layout.ts';
import { medianOf } from './summarise-values.ts';
import { toAxisRange } from './value-axis.ts';

/** The parts of a line or a map that a sentence goes through one by one. */
const mostParts = 6;

/**
 * A chart in sentences, for whoever does not see it: what it shows, how much of it, its extremes, its trend, and what is left
 * out. Every word is worked out from the data.
 */
export function describeChart(spec: ChartSpec, data: ChartData): readonly string[] {
  return [
    `${markWords[spec.mark]}: ${toSubject(spec, data)}.`,
    ...describeShape(spec, data),
    ...describeAxis(spec, data),
    ...describeGaps(data),
  ];
}

/** What a chart shows, as it names itself. */
export function toChartTitle(spec: ChartSpec, data: ChartData): string {
  if (spec.title.trim() !== '') return spec.title.trim();
  const subject = toSubject(spec, data);
  return subject.charAt(0).toUpperCase() + subject.slice(1);
}

function toSubject({ mark }: ChartSpec, data: ChartData): string {
  const { x, y, colour, facet, valueOn } = data;
  const name = (field: ChartField | undefined) => lowerFirst(withoutUnit(field?.title ?? ''));
  const measure = data[valueOn];
  const facets = facet ? `, one small chart for each ${name(facet)}` : '';
  if (mark === 'histogram') return `how ${name(x)} is spread${facets}`;
  if (mark === 'dot' && x?.kind === 'number' && y?.kind === 'number')
    return `${name(y)} against ${name(x)}${colour ? `, by ${name(colour)}` : ''}${facets}`;
  if (mark === 'hexmap' && data.layout) return `${name(measure)} by ${areaWords[data.layout].one}${facets}`;
  const others = [...new Set([x, y, colour].filter((field) => field !== undefined && field !== measure))];
  return `${name(measure)} by ${listWords(others.map(name))}${data.second ? `, and ${name(data.second)} on a second axis` : ''}${facets}`;
}

function toAreaWords({ layout }: ChartData): string {
  return layout ? areaWords[layout].many : 'areas';
}

function withoutUnit(title: string): string {
  return title.replace(/ \([^()]*\)$/, '');
}

/** One point in words: where it stands, then its value. */
export function pointWords(spec: ChartSpec, data: ChartData, point: ChartPoint): string {
  const { valueOn, facet, colour } = data;
  const measure = data[valueOn];
  const value = figureWords(Number(point[valueOn]), measure?.unit);
  const place = toPlaceWords(spec, data, point);
  const groups = [
    ...(colour && valueOn !== 'colour' && colour.kind !== 'number'
      ? [toValueLabel(colour, point.colour)]
      : []),
    ...(facet ? [toValueLabel(facet, point.facet)] : []),
  ].filter((words) => words !== place);
  // A unit in words names the measure too.
  const isNamed = measure?.unit !== undefined && value.endsWith(` ${measure.unit}`);
  const name = isNamed ? '' : `${lowerFirst(withoutUnit(measure?.title ?? ''))} `;
  return `${[place, ...groups].filter((words) => words !== '').join(', ')}: ${name}${value}`;
}

function toPlaceWords({ mark }: ChartSpec, { x, y, valueOn }: ChartData, point: ChartPoint): string {
  if (mark === 'histogram')
    return `${figureWords(Number(point.x))} to under ${figureWords(point.xEnd ?? NaN, x?.unit)}`;
  if (mark === 'hexmap') return point.name ?? String(point.x);
  const named = (field: ChartField | undefined, value: ChartPoint['x']) =>
    field?.kind === 'number'
      ? `${withoutUnit(field.title)} ${figureWords(Number(value), field.unit)}`
      : toValueLabel(field, value);
  return [valueOn === 'x' ? '' : named(x, point.x), valueOn === 'y' ? '' : named(y, point.y)]
    .filter((words) => words !== '')
    .join(', ');
}

function describeShape(spec: ChartSpec, data: ChartData): string[] {
  switch (spec.mark) {
    case 'line':
      return describeLines(spec, data);
    case 'histogram':
      return describeSpread(spec, data);
    case 'dot':
      return data.x?.kind === 'number' && data.y?.kind === 'number'
        ? describeCloud(data)
        : [`${countWords(data.points.length, 'dot')}.`, ...describeExtremes(spec, data)];
    case 'hexmap':
      return [
        `${numberWords(data.points.length)} ${toAreaWords(data)} have a figure.`,
        ...describeExtremes(spec, data),
        ...describeMiddle(data),
      ];
    case 'heatmap':
      return [`${countWords(data.points.length, 'cell')}.`, ...describeExtremes(spec, data)];
    case 'bar':
      return [`${countWords(data.points.length, 'bar')}.`, ...describeExtremes(spec, data)];
  }
}

/** Lines may begin far from zero, and then a small change looks like a large one. Where that is the fault to find, nobody says so. */
function describeAxis(spec: ChartSpec, data: ChartData): string[] {
  const isOverTime = spec.mark === 'line' || (spec.mark === 'dot' && data.x?.kind !== 'number');
  if (!isOverTime || data.valueOn !== 'y' || spec.faults) return [];
  const [low, high] = toAxisRange(spec, data, 'y');
  return low > 0 || high < 0
    ? [
        'The axis of values does not begin at 0, so changes look larger than they are. The figures say how large.',
      ]
    : [];
}

function describeExtremes(spec: ChartSpec, data: ChartData): string[] {
  const { points, valueOn } = data;
  const value = (point: ChartPoint) => Number(point[valueOn]);
  const sorted = points.toSorted((a, b) => value(b) - value(a));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return [];
  if (points.length === 1) return [`${pointWords(spec, data, most)}.`];
  if (value(most) === value(least))
    return [`All have the same value: ${figureWords(value(most), data[valueOn]?.unit)}.`];
  return [
    `Largest: ${pointWords(spec, data, most)}${toTieWords(sorted, most, value)}.`,
    `Smallest: ${pointWords(spec, data, least)}${toTieWords(sorted, least, value)}.`,
  ];
}

function toTieWords(
  points: readonly ChartPoint[],
  of: ChartPoint,
  value: (point: ChartPoint) => number,
): string {
  const others = points.filter((point) => value(point) === value(of)).length - 1;
  return others > 0 ? `, and ${countWords(others, 'other')} with the same value` : '';
}

function describeMiddle(data: ChartData): string[] {
  const { points, valueOn } = data;
  if (points.length < 3) return [];
  const middle = medianOf(points.map((point) => Number(point[valueOn])));
  return [`Half are at ${figureWords(middle, data[valueOn]?.unit)} or above.`];
}

/** The points of each line, in the order in which it joins them. */
export function toSeries({ points }: ChartData): ReadonlyMap<string, readonly ChartPoint[]> {
  const series = new Map<string, ChartPoint[]>();
  for (const point of points) {
    const key = `${String(point.facet ?? '')}\u0000${String(point.colour ?? '')}`;
    const line = series.get(key);
    if (line) line.push(point);
    else series.set(key, [point]);
  }
  return new Map([...series].map(([key, line]) => [key, line.toSorted((a, b) => Number(a.x) - Number(b.x))]));
}

function describeLines(spec: ChartSpec, data: ChartData): string[] {
  const lines = [...toSeries(data).values()];
  const { x, y } = data;
  const at = (point: ChartPoint) =>
    x?.kind === 'number' ? figureWords(Number(point.x), x.unit) : toValueLabel(x, point.x);
  const sentences = lines.slice(0, mostParts).flatMap((line) => {
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) return [];
    const name = [
      ...(data.colour ? [toValueLabel(data.colour, first.colour)] : []),
      ...(data.facet ? [toValueLabel(data.facet, first.facet)] : []),
    ].join(', ');
    const values = `from ${figureWords(Number(first.y), y?.unit)} in ${at(first)} to ${figureWords(Number(last.y), y?.unit)} in ${at(last)}`;
    return [
      `${name === '' ? 'It goes' : `${name} goes`} ${values}${changeWords(Number(first.y), Number(last.y), y?.unit)}.`,
    ];
  });
  const rest = lines.length - mostParts;
  return [
    `${countWords(lines.length, 'line')} with ${countWords(data.points.length, 'point')}.`,
    ...sentences,
    ...(rest > 0 ? [`${countWords(rest, 'other line')} ${inNumber(rest, 'is', 'are')} in the table.`] : []),
    ...describeExtremes(spec, data),
  ];
}

function changeWords(first: number, last: number, unit = ''): string {
  if (first === last) return ': no change between the two';
  const way = last > first ? 'up' : 'down';
  // A share that rises from 2% to 3% is up 1 point, and 50%: only one of them would be understood.
  if (/%|per ?cent/i.test(unit))
    return `, ${way} ${numberWords(Math.abs(last - first), 1)} percentage points`;
  if (first <= 0) return `, ${way} ${figureWords(Math.abs(last - first), unit)}`;
  return `, ${way} ${numberWords(Math.abs((100 * (last - first)) / first), 1)}%`;
}

function describeSpread(spec: ChartSpec, data: ChartData): string[] {
  const rows = data.points.reduce((sum, point) => sum + point.rows, 0);
  const [first, last] = [data.points[0], data.points.at(-1)];
  const most = data.points.reduce<ChartPoint | undefined>(
    (best, point) => (best && best.rows >= point.rows ? best : point),
    undefined,
  );
  if (!first || !last || !most) return [];
  return [
    `${countWords(rows, 'row')} between ${figureWords(Number(first.x), data.x?.unit)} and ${figureWords(last.xEnd ?? NaN, data.x?.unit)}.`,
    `The fullest stretch: ${toPlaceWords(spec, data, most)}, with ${countWords(most.rows, 'row')}.`,
  ];
}

function describeCloud(data: ChartData): string[] {
  const pairs = data.points.map(({ x, y }) => [Number(x), Number(y)] as const);
  const range = (field: ChartField | undefined, figures: readonly number[]) => {
    const sorted = figures.toSorted((a, b) => a - b);
    return `${withoutUnit(field?.title ?? '')} runs from ${figureWords(sorted[0] ?? 0, field?.unit)} to ${figureWords(sorted.at(-1) ?? 0, field?.unit)}.`;
  };
  return [
    `${countWords(data.points.length, 'dot')}.`,
    range(
      data.x,
      pairs.map(([x]) => x),
    ),
    range(
      data.y,
      pairs.map(([, y]) => y),
    ),
    ...describeRelation(pairs),
  ];
}

function describeRelation(pairs: readonly (readonly [number, number])[]): string[] {
  if (pairs.length < 5) return [];
  const r = toCorrelation(pairs);
  if (!Number.isFinite(r)) return [];
  const words =
    Math.abs(r) < 0.2
      ? 'The two hardly go together'
      : `${Math.abs(r) < 0.5 ? 'Weakly, h' : Math.abs(r) > 0.8 ? 'Clearly, h' : 'H'}igher values across go with ${r > 0 ? 'higher' : 'lower'} values up`;
  return [`${words} (correlation ${numberWords(r, 2)}).`];
}

/** Pearson's coefficient of correlation, from -1 to 1; NaN where one side never changes. */
function toCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function describeGaps(data: ChartData): string[] {
  const { leftOut, missingIn, notOnMap, emptyHexes, cut } = data;
  return [
    ...(leftOut > 0
      ? [
          `${countWords(leftOut, 'row')} ${inNumber(leftOut, 'is', 'are')} left out: no value in ${listWords(missingIn, 'or')}.`,
        ]
      : []),
    ...(notOnMap.length > 0
      ? [
          `${countWords(notOnMap.length, 'code')} ${inNumber(notOnMap.length, 'is', 'are')} not on the map: ${listWords(notOnMap.length > 3 ? [...notOnMap.slice(0, 2), `${notOnMap.length - 2} more`] : notOnMap)}.`,
        ]
      : []),
    ...(emptyHexes.length > 0
      ? [`${numberWords(emptyHexes.length)} ${toAreaWords(data)} of the map have no figure here.`]
      : []),
    ...(cut ? [`Only the first ${numberWords(cut.rows)} of ${countWords(cut.of, 'row')} are drawn.`] : []),
  ];
}
