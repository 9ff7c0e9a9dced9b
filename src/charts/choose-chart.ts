import type { ResultTable } from '#src/results/result-table.ts';
import { isRate, type ChartColumn } from './chart-columns.ts';
import { mostBars, mostColours, mostFacets } from './chart-roles.ts';
import type { ChartSpec } from './chart-spec.ts';

/** A first chart, or a sentence on why there is none. */
export type ChosenChart =
  { readonly ok: true; readonly spec: ChartSpec } | { readonly ok: false; readonly why: string };

const plain = { sort: 'table', aggregate: 'none', title: '' } as const;
const choose = (spec: Partial<ChartSpec> & Pick<ChartSpec, 'mark'>): ChosenChart => ({
  ok: true,
  spec: { ...plain, ...spec },
});

/**
 * A sensible first chart of a result, by what its columns hold: a map of codes, a line over time, bars of groups, dots of
 * two figures, a histogram of one.
 */
export function chooseChart(table: ResultTable, columns: readonly ChartColumn[]): ChosenChart {
  const { rows } = table;
  if (rows.length === 0 || columns.length === 0)
    return { ok: false, why: 'There are no rows, so there is nothing to draw.' };
  const numbers = columns.filter(({ role, distinct }) => role === 'number' && distinct > 0);
  const periods = columns.filter(({ role, distinct }) => role === 'period' && distinct > 0);
  const groups = columns
    .filter(({ role, distinct }) => role === 'category' && distinct > 0)
    .filter((column) => !isNameless(column, rows.length, columns));
  if (rows.length === 1) return chooseForOneRow(numbers, periods, groups);
  // The last column is most often what was worked out.
  const value = numbers.find(isWorkedOut) ?? numbers[0];
  const time = periods.find(({ distinct }) => distinct > 2);
  const area = columns.find(({ layout, distinct }) => layout !== undefined && distinct >= 20);
  const given: Given = { table, numbers, groups: groups.filter((column) => column !== area), value };
  if (area && value && isUnique(table, [area]))
    return choose({ mark: 'hexmap', x: area.name, colour: value.name });
  if (time) return chooseOverTime(given, time);
  const [twoPeriods] = periods.filter(({ distinct }) => distinct === 2);
  return chooseOfGroups({
    ...given,
    groups: [...given.groups, ...(twoPeriods ? [twoPeriods] : []), ...(area ? [area] : [])],
  });
}

interface Given {
  readonly table: ResultTable;
  readonly numbers: readonly ChartColumn[];
  readonly groups: readonly ChartColumn[];
  /** The column of figures to draw first. */
  readonly value: ChartColumn | undefined;
}

/** Codes and addresses beside a column of names say the same again. */
function isNameless(
  { name, distinct }: ChartColumn,
  rowCount: number,
  columns: readonly ChartColumn[],
): boolean {
  return (
    distinct === rowCount &&
    /(^|_)(id|code|ref|slug|page|url)$/i.test(name) &&
    columns.some((other) => other.role === 'category' && other.name !== name && other.distinct === distinct)
  );
}

/** A share or a rate answers more often than the counts beside it. */
function isWorkedOut(column: ChartColumn): boolean {
  return isRate(column) && !/place|rank|decile/i.test(column.unit ?? column.name);
}

function chooseForOneRow(
  numbers: readonly ChartColumn[],
  periods: readonly ChartColumn[],
  groups: readonly ChartColumn[],
): ChosenChart {
  const [group] = [...groups, ...periods];
  const [value] = numbers;
  if (!group || !value) return { ok: false, why: 'A single figure needs no chart: the table says it all.' };
  return choose({ mark: 'bar', x: value.name, y: group.name });
}

function chooseOverTime({ table, groups, value }: Given, time: ChartColumn): ChosenChart {
  const base = { mark: 'line', x: time.name } as const;
  if (!value) return choose({ ...base, mark: 'bar', aggregate: 'count' });
  const over = { ...base, y: value.name };
  if (isUnique(table, [time])) return choose(over);
  const split = groups.find((group) => group.distinct > 1 && isUnique(table, [time, group]));
  if (split && split.distinct <= mostColours) return choose({ ...over, colour: split.name });
  if (split && split.distinct <= mostFacets) return choose({ ...over, facet: split.name });
  const aggregate = isRate(value) ? 'mean' : 'sum';
  const small = groups.find((group) => group.distinct > 1 && group.distinct <= mostColours);
  return choose({ ...over, aggregate, ...(small && { colour: small.name }) });
}

function chooseOfGroups({ table, numbers, groups, value }: Given): ChosenChart {
  const [first, second] = [...groups].sort((a, b) => b.distinct - a.distinct);
  const [x, y] = numbers;
  if (!first) {
    if (x && y && table.rows.length > 4) return choose({ mark: 'dot', x: x.name, y: y.name });
    return x
      ? choose({ mark: 'histogram', x: (value ?? x).name })
      : { ok: false, why: 'No column holds figures, groups or periods that a chart could show.' };
  }
  if (!value) {
    if (first.distinct <= mostBars)
      return choose({ mark: 'bar', y: first.name, aggregate: 'count', sort: 'largest' });
    return second && second.distinct <= mostBars
      ? choose({ mark: 'bar', y: second.name, aggregate: 'count', sort: 'largest' })
      : {
          ok: false,
          why: 'Each row stands for itself, and no column holds figures. The table says it best.',
        };
  }
  const bars = { mark: 'bar', x: value.name, y: first.name } as const;
  if (isUnique(table, [first])) {
    if (first.distinct <= mostBars) return choose({ ...bars, sort: 'largest' });
    return x && y && x !== y
      ? choose({ mark: 'dot', x: x.name, y: y.name })
      : choose({ mark: 'histogram', x: value.name });
  }
  if (second && second.distinct > 1 && isUnique(table, [first, second])) {
    if (second.distinct <= mostFacets && first.distinct <= 15) return choose({ ...bars, facet: second.name });
    if (first.distinct <= mostBars && second.distinct <= mostBars)
      return choose({ mark: 'heatmap', x: second.name, y: first.name, colour: value.name });
  }
  const aggregate = isRate(value) ? 'mean' : 'sum';
  const fits = [...groups]
    .sort((a, b) => b.distinct - a.distinct)
    .find(({ distinct }) => distinct <= mostBars);
  if (fits) return choose({ ...bars, y: fits.name, aggregate, sort: 'largest' });
  return x && y && x !== y
    ? choose({ mark: 'dot', x: x.name, y: y.name })
    : choose({ mark: 'histogram', x: value.name });
}

/** Whether no two rows share the values of these columns. */
function isUnique({ rows }: ResultTable, columns: readonly ChartColumn[]): boolean {
  const keys = new Set(rows.map((row) => JSON.stringify(columns.map(({ index }) => row[index] ?? null))));
  return keys.size === rows.length;
}
