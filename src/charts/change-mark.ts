import type { ResultTable } from '#src/results/result-table.ts';
import { findColumn, type ChartColumn } from './chart-columns.ts';
import { checkSpec, mostFacets } from './chart-roles.ts';
import { chooseChart } from './choose-chart.ts';
import type { ChartSpec, ChartMark } from './chart-spec.ts';

/**
 * The same chart with another mark: it keeps the columns that still fit, and takes the nearest others where they do not.
 */
export function changeMark(
  spec: ChartSpec,
  mark: ChartMark,
  table: ResultTable,
  columns: readonly ChartColumn[],
): ChartSpec {
  const kept = { ...spec, mark };
  if (checkSpec(kept, columns).ok) return kept;
  const first = chooseChart(table, columns);
  if (first.ok && first.spec.mark === mark) return { ...first.spec, title: spec.title };
  return toFittingSpec(kept, columns);
}

function toFittingSpec(spec: ChartSpec, columns: readonly ChartColumn[]): ChartSpec {
  const { mark, title, faults, facet, sort, aggregate } = spec;
  const used = [spec.x, spec.y, spec.colour].map((name) => findColumn(columns, name));
  // What the chart shows already comes before what it does not.
  const ordered = [...used.filter((column) => column !== undefined), ...columns];
  const find = (...roles: ChartColumn['role'][]) => ordered.find(({ role }) => roles.includes(role))?.name;
  const other = (name: string | undefined, ...roles: ChartColumn['role'][]) =>
    ordered.find((column) => column.name !== name && roles.includes(column.role))?.name;
  const facetColumn = findColumn(columns, facet);
  const base = {
    mark,
    title,
    sort,
    ...(facetColumn && facetColumn.distinct <= mostFacets && { facet: facetColumn.name }),
    ...(faults && { faults }),
  };
  const number = find('number');
  const withNumber = number === undefined || aggregate === 'count' ? 'count' : aggregate;
  const toChannels = (channels: Partial<Record<'x' | 'y' | 'colour', string | undefined>>) =>
    Object.fromEntries(Object.entries(channels).filter(([, name]) => name !== undefined));
  switch (mark) {
    case 'bar':
      return {
        ...base,
        aggregate: withNumber,
        ...toChannels({
          x: withNumber === 'count' ? undefined : number,
          y: find('category') ?? find('period'),
        }),
      };
    case 'line': {
      const x = find('period') ?? find('number');
      return { ...base, aggregate: withNumber, ...toChannels({ x, y: other(x, 'number') }) };
    }
    case 'dot': {
      const x = find('number');
      const second = other(x, 'number');
      return second
        ? { ...base, aggregate: 'none', ...toChannels({ x, y: second }) }
        : {
            ...base,
            aggregate: aggregate === 'count' ? 'none' : aggregate,
            ...toChannels({ x, y: find('category', 'period') }),
          };
    }
    case 'histogram':
      return { ...base, aggregate: 'none', ...toChannels({ x: number }) };
    case 'heatmap': {
      const y = find('category', 'period');
      return {
        ...base,
        aggregate: withNumber,
        ...toChannels({ y, x: other(y, 'period') ?? other(y, 'category'), colour: number }),
      };
    }
    case 'hexmap': {
      const x = columns.find(({ layout }) => layout !== undefined)?.name;
      return { ...base, aggregate: withNumber, ...toChannels({ x, colour: number }) };
    }
  }
}
