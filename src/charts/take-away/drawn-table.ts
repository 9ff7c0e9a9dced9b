import type { Cell } from '#src/results/cell.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { toValueLabel, type ChartData, type ChartField, type ChartValue } from '../chart-data.ts';
import type { DrawnNames } from './to-plot-code.ts';

/** What is drawn, as a table of its own: a row for each bar, dot or cell, in the units of its axes. */
export function toDrawnTable(data: ChartData): { readonly table: ResultTable; readonly names: DrawnNames } {
  const { points, x, y, colour, facet, valueOn } = data;
  const isBinned = points.some(({ xEnd }) => xEnd !== undefined);
  const isMap = points.some(({ hex }) => hex !== undefined);
  const columns: { name: string; type: string; read: (index: number) => Cell }[] = [];
  const add = (name: string, type: string, read: (index: number) => Cell) => {
    const taken = columns.some((column) => column.name === name);
    columns.push({ name: taken ? `${name} (2)` : name, type, read });
    return columns.at(-1)?.name ?? name;
  };
  const addField = (field: ChartField | undefined, channel: 'x' | 'y' | 'colour' | 'facet') =>
    field &&
    add(field.title, field.kind === 'number' ? 'DOUBLE' : 'VARCHAR', (index) =>
      toCellOf(field, points[index]?.[channel]),
    );
  if (isBinned) {
    add('from', 'DOUBLE', (index) => Number(points[index]?.x));
    add('to', 'DOUBLE', (index) => points[index]?.xEnd ?? null);
    add('rows', 'BIGINT', (index) => points[index]?.rows ?? null);
    const name = addField(facet, 'facet');
    return { table: toTable(columns, points.length), names: name === undefined ? {} : { facet: name } };
  }
  // Groups first, the measure last, as a person would write it.
  const order = (['x', 'y', 'colour', 'facet'] as const).toSorted(
    (a, b) => Number(a === valueOn) - Number(b === valueOn),
  );
  const fields = { x, y, colour, facet };
  const names = Object.fromEntries(
    order.flatMap((channel) => {
      const name = addField(fields[channel], channel);
      return name === undefined ? [] : [[channel, name]];
    }),
  ) as DrawnNames;
  if (isMap) {
    add('area', 'VARCHAR', (index) => points[index]?.name ?? null);
    add('hex_x', 'DOUBLE', (index) => points[index]?.hex?.x ?? null);
    add('hex_y', 'DOUBLE', (index) => points[index]?.hex?.y ?? null);
  }
  return { table: toTable(columns, points.length), names };
}

function toTable(
  columns: readonly { name: string; type: string; read: (index: number) => Cell }[],
  rowCount: number,
): ResultTable {
  return {
    columns: columns.map(({ name, type }) => ({ name, type })),
    rows: Array.from({ length: rowCount }, (_, index) => columns.map(({ read }) => read(index))),
    rowCount,
  };
}

function toCellOf(field: ChartField, value: ChartValue | undefined): Cell {
  if (value === undefined) return null;
  return field.kind === 'number' ? Number(value) : toValueLabel(field, value);
}
