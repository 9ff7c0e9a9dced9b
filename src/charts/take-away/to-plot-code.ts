import type { ChartData, ChartField } from '../chart-data.ts';
import type { ChartSpec } from '../chart-spec.ts';

/** The names under which a chart's columns stand in its table: see drawn-table.ts. */
export interface DrawnNames {
  readonly x?: string;
  readonly y?: string;
  readonly colour?: string;
  readonly facet?: string;
}

/**
 * JavaScript that draws the same chart with Observable Plot, from the CSV of what is drawn.
 *
 * @param names - of the columns of that CSV
 */
export function toPlotCode(spec: ChartSpec, data: ChartData, names: DrawnNames, fileName: string): string {
  const text = (name: string | undefined) => JSON.stringify(name ?? '');
  const channels = [
    ...(spec.mark === 'hexmap'
      ? ['x: "hex_x"', 'y: "hex_y"', 'symbol: "hexagon"', 'r: 9']
      : toPlaces(spec, names)),
    ...(names.colour === undefined
      ? []
      : [`${spec.mark === 'line' ? 'stroke' : 'fill'}: ${text(names.colour)}`]),
    ...(names.facet === undefined ? [] : [`fx: ${text(names.facet)}`]),
  ];
  const axis = (name: 'x' | 'y', field: ChartField | undefined) =>
    field && spec.mark !== 'hexmap'
      ? [`  ${name}: { label: ${JSON.stringify(field.title)}${toDomain(field)}${zeroOf(spec, data, name)} },`]
      : [];
  return [
    'import * as Plot from "@observablehq/plot";',
    'import * as d3 from "d3";',
    '',
    `const data = await d3.csv(${JSON.stringify(`${fileName}.csv`)}, d3.autoType);`,
    'document.body.append(Plot.plot({',
    ...axis('x', data.x),
    ...axis('y', data.y),
    ...(data.colour ? ['  color: { legend: true },'] : []),
    `  marks: [Plot.${plotMarkOf(spec, data)}(data, { ${channels.join(', ')} })],`,
    '}));',
    '',
  ].join('\n');
}

function toPlaces({ mark }: ChartSpec, { x, y }: DrawnNames): string[] {
  if (mark === 'histogram') return ['x1: "from"', 'x2: "to"', 'y: "rows"'];
  return [`x: ${JSON.stringify(x ?? '')}`, `y: ${JSON.stringify(y ?? '')}`];
}

function plotMarkOf({ mark }: ChartSpec, { valueOn }: ChartData): string {
  if (mark === 'bar') return valueOn === 'x' ? 'barX' : 'barY';
  return { line: 'line', dot: 'dot', histogram: 'rectY', heatmap: 'cell', hexmap: 'dot' }[mark];
}

function toDomain({ kind, domain }: ChartField): string {
  return kind === 'group' ? `, domain: ${JSON.stringify(domain)}` : '';
}

function zeroOf({ mark }: ChartSpec, { valueOn }: ChartData, name: 'x' | 'y'): string {
  return (mark === 'bar' || mark === 'histogram') && valueOn === name ? ', zero: true' : '';
}
