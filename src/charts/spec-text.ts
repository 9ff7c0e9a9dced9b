import { chartAggregates, chartMarks, sortOrders, type ChartFaults, type ChartSpec } from './chart-spec.ts';

/**
 * A chart as lines that a person can read, and that a report or a file can hold.
 *
 * @example
 * toSpecText({ mark: 'bar', x: 'people', y: 'area', sort: 'largest', aggregate: 'none', title: '' })
 * // => 'chart: bar\nx: people\ny: area\ndraw: none\norder: largest'
 */
export function toSpecText({
  mark,
  x,
  y,
  colour,
  facet,
  sort,
  aggregate,
  title,
  faults = {},
}: ChartSpec): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['chart', mark],
    ['x', x],
    ['y', y],
    ['colour', colour],
    ['facet', facet],
    ['draw', aggregate],
    ['order', sort],
    ['cut axis', faults.cutAxis ? 'yes' : undefined],
    ['second axis', faults.second],
    ['mixed colours', faults.mixedColours ? 'yes' : undefined],
    ['title', title.trim() === '' ? undefined : title.replaceAll(/\s+/g, ' ').trim()],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}

/** Reads those lines again; undefined where no kind of chart is named. Lines that say nothing known are passed over. */
export function parseSpecText(text: string): ChartSpec | undefined {
  const values = new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^\s*([a-z ]+?)\s*:\s*(.*?)\s*$/i.exec(line) ?? [];
      return name === undefined || value === undefined || value === ''
        ? []
        : [[name.toLowerCase(), value] as const];
    }),
  );
  const mark = chartMarks.find((each) => each === values.get('chart'));
  if (mark === undefined) return undefined;
  const faults = readFaults(values);
  const pick = (name: string) => values.get(name);
  const [x, y, colour, facet] = [pick('x'), pick('y'), pick('colour'), pick('facet')];
  return {
    mark,
    ...(x !== undefined && { x }),
    ...(y !== undefined && { y }),
    ...(colour !== undefined && { colour }),
    ...(facet !== undefined && { facet }),
    aggregate: chartAggregates.find((each) => each === pick('draw')) ?? 'none',
    sort: sortOrders.find((each) => each === pick('order')) ?? 'table',
    title: pick('title') ?? '',
    ...(faults && { faults }),
  };
}

function readFaults(values: ReadonlyMap<string, string>): ChartFaults | undefined {
  const second = values.get('second axis');
  const faults = {
    ...(values.get('cut axis') === 'yes' && { cutAxis: true }),
    ...(second !== undefined && { second }),
    ...(values.get('mixed colours') === 'yes' && { mixedColours: true }),
  };
  return Object.keys(faults).length > 0 ? faults : undefined;
}
