import type { Cell } from '#src/results/cell.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { countWords } from '#src/words/count-words.ts';
import { isRate, type ChartColumn } from './chart-columns.ts';
import type { ChartData, ChartField, ChartPoint, ChartValue } from './chart-data.ts';
import { checkSpec, type ChartRoles } from './chart-roles.ts';
import type { ChartSpec } from './chart-spec.ts';
import { toAxisTitle } from './figure-words.ts';
import type { HexLayout } from './hexmaps/hex-layout.ts';
import { orderGroups } from './order-groups.ts';
import { parsePeriod, toPeriodLabel } from './parse-period.ts';
import { summariseValues } from './summarise-values.ts';
import { toBins } from './to-bins.ts';

export type DrawableChart =
  { readonly ok: true; readonly data: ChartData } | { readonly ok: false; readonly why: string };

/** What stands where a group has no name. */
const noName = '(no value)';

/**
 * Works out all that a chart draws: rows without a value are left out and counted, rows that share a place are put
 * together as the chart says, groups and periods stand in their order.
 *
 * @param layout - of the hexagons, for a map; without it nothing has a place
 */
export function toChartData(
  spec: ChartSpec,
  table: ResultTable,
  columns: readonly ChartColumn[],
  layout?: HexLayout,
): DrawableChart {
  const checked = checkSpec(spec, columns);
  if (!checked.ok) return checked;
  const { roles } = checked;
  const { places, leftOut, missingIn } = readPlaces(spec, roles, table);
  if (places.length === 0)
    return {
      ok: false,
      why: 'No row has all the values that this chart needs, so there is nothing to draw.',
    };
  if (spec.mark === 'histogram')
    return { ok: true, data: toBinned(roles, places, { leftOut, missingIn }, table) };

  const merged = mergePlaces(spec, roles, places);
  if (!merged.ok) return merged;
  const secondColumn = columns.find(({ name }) => name === spec.faults?.second);
  const fields = toFields(spec, roles, merged.points, table);
  const onMap = spec.mark === 'hexmap' ? placeOnMap(merged.points, layout) : undefined;
  return {
    ok: true,
    data: {
      points: onMap?.points ?? merged.points,
      ...fields,
      ...(secondColumn && { second: toFigureField(secondColumn, spec.aggregate) }),
      valueOn: roles.valueOn,
      ...(onMap && roles.x?.layout && { layout: roles.x.layout }),
      leftOut,
      missingIn,
      notOnMap: onMap?.notOnMap ?? [],
      emptyHexes: onMap?.emptyHexes ?? [],
      ...cutOf(table),
    },
  };
}

function cutOf({ rows, rowCount }: ResultTable) {
  return rows.length < rowCount && { cut: { rows: rows.length, of: rowCount } };
}

/** A row by its places in the chart; `value` is what is measured. */
interface Place {
  readonly x?: ChartValue;
  readonly y?: ChartValue;
  readonly colour?: ChartValue;
  readonly facet?: ChartValue;
  readonly value: number;
  readonly second?: number;
}

function readPlaces({ faults }: ChartSpec, roles: ChartRoles, table: ResultTable) {
  const { x, y, colour, facet } = roles;
  const used = [x, y, colour, facet].filter((column) => column !== undefined);
  const secondIndex = table.columns.findIndex(({ name }) => name === faults?.second);
  const missingIn = new Set<string>();
  const places: Place[] = [];
  for (const row of table.rows) {
    const gaps = used.filter((column) => toPlaceValue(column, row[column.index] ?? null) === undefined);
    for (const { name } of gaps) missingIn.add(name);
    if (gaps.length > 0) continue;
    const read = (column: ChartColumn | undefined) =>
      column && toPlaceValue(column, row[column.index] ?? null);
    const second = secondIndex < 0 ? undefined : toFigure(row[secondIndex] ?? null);
    const found = { x: read(x), y: read(y), colour: read(colour), facet: read(facet) };
    places.push({
      ...(found.x !== undefined && { x: found.x }),
      ...(found.y !== undefined && { y: found.y }),
      ...(found.colour !== undefined && { colour: found.colour }),
      ...(found.facet !== undefined && { facet: found.facet }),
      ...(second !== undefined && { second }),
      value: Number(read(roles.value) ?? 1),
    });
  }
  return { places, leftOut: table.rows.length - places.length, missingIn: [...missingIn] };
}

/** Undefined where there is nothing to draw: a missing figure or period. A group without a name is a group. */
function toPlaceValue({ role }: ChartColumn, cell: Cell): ChartValue | undefined {
  if (role === 'number') return toFigure(cell);
  if (role === 'period') return cell === null ? undefined : parsePeriod(String(cell))?.start;
  return cell === null ? noName : cell === '' ? '(empty text)' : String(cell);
}

function toFigure(cell: Cell): number | undefined {
  const figure = cell === null || cell === '' ? NaN : Number(cell);
  return Number.isFinite(figure) ? figure : undefined;
}

type Merged =
  | { readonly ok: true; readonly points: readonly ChartPoint[] }
  | { readonly ok: false; readonly why: string };

/** One point for all rows that share a place, or each row as it is where nothing overlaps. */
function mergePlaces(spec: ChartSpec, roles: ChartRoles, places: readonly Place[]): Merged {
  const { aggregate, mark } = spec;
  const isScatter = mark === 'dot' && aggregate === 'none';
  const toPoint = (place: Place, value: number, rows: number, second?: number): ChartPoint => {
    const { value: _value, second: _second, ...rest } = place;
    return { ...rest, [roles.valueOn]: value, rows, ...(second !== undefined && { second }) };
  };
  if (isScatter)
    return { ok: true, points: places.map((place) => toPoint(place, place.value, 1, place.second)) };

  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = (['x', 'y', 'colour', 'facet'] as const)
      .filter((channel) => channel !== roles.valueOn)
      .map((channel) => String(place[channel]))
      .join('\u0000');
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  if (aggregate === 'none' && groups.size < places.length)
    return {
      ok: false,
      why: `Several rows share a place: ${countWords(places.length, 'row')} for ${countWords(groups.size, 'place')}. Choose what to draw of them, such as their total or their mean, or tell them apart by colour or small multiples.`,
    };
  const isStack = mark === 'bar' && roles.colour && roles.colour !== roles.x && roles.colour !== roles.y;
  const adds =
    aggregate === 'sum' ||
    aggregate === 'count' ||
    (aggregate === 'none' && !(roles.value && isRate(roles.value)));
  if (isStack && !adds)
    return {
      ok: false,
      why: 'Coloured parts of a bar are read as one total, and these figures do not add up to one. Use small multiples instead of colour.',
    };
  return {
    ok: true,
    points: [...groups.values()].map((group) => {
      const [first = { value: 0 }] = group;
      const seconds = group.flatMap(({ second }) => (second === undefined ? [] : [second]));
      return toPoint(
        first,
        summariseValues(
          aggregate,
          group.map(({ value }) => value),
        ),
        group.length,
        seconds.length > 0 ? summariseValues(aggregate, seconds) : undefined,
      );
    }),
  };
}

type Fields = Pick<ChartData, 'x' | 'y' | 'colour' | 'facet'>;

function toFields(
  spec: ChartSpec,
  roles: ChartRoles,
  points: readonly ChartPoint[],
  table: ResultTable,
): Fields {
  const toField = (channel: 'x' | 'y' | 'colour' | 'facet'): ChartField | undefined => {
    const column = roles[channel];
    if (channel === roles.valueOn) return toFigureField(roles.value, spec.aggregate);
    if (column === undefined) return undefined;
    if (column.role === 'number') return toFigureField(column, 'none');
    const title = toAxisTitle({ name: column.name }, 'none');
    if (column.role === 'period') return toPeriodField(column, title, table);
    const sort = channel === 'colour' || channel === 'facet' ? 'table' : spec.sort;
    return { title, kind: 'group', domain: orderGroups(points, channel, roles.valueOn, sort) };
  };
  const [x, y, colour, facet] = [toField('x'), toField('y'), toField('colour'), toField('facet')];
  return { ...(x && { x }), ...(y && { y }), ...(colour && { colour }), ...(facet && { facet }) };
}

function toFigureField(column: ChartColumn | undefined, aggregate: ChartSpec['aggregate']): ChartField {
  const unit = aggregate === 'count' ? undefined : column?.unit;
  return {
    title: toAxisTitle(column, aggregate),
    kind: 'number',
    ...(unit !== undefined && { unit }),
    domain: [],
  };
}

function toPeriodField(
  { index, step = 'day' }: ChartColumn,
  title: string,
  { rows }: ResultTable,
): ChartField {
  const labels = new Map<number, string>();
  for (const row of rows) {
    const text = row[index] ?? null;
    const start = text === null ? undefined : parsePeriod(String(text))?.start;
    if (start !== undefined && !labels.has(start)) labels.set(start, toPeriodLabel(String(text), step));
  }
  const sorted = [...labels].sort(([a], [b]) => a - b);
  return { title, kind: 'period', step, domain: sorted.map(([start]) => start), labels: new Map(sorted) };
}

function toBinned(
  roles: ChartRoles,
  places: readonly Place[],
  { leftOut, missingIn }: Pick<ChartData, 'leftOut' | 'missingIn'>,
  table: ResultTable,
): ChartData {
  const figures = places.map(({ x }) => Number(x));
  const facets = [...new Set(places.map(({ facet }) => facet))];
  // All small multiples share their stretches, or nobody could set them side by side.
  const bins = toBins(figures);
  const points = facets.flatMap((facet) => {
    const own = places.filter((place) => place.facet === facet).map(({ x }) => Number(x));
    return bins.map(({ from, to, isLast }) => {
      const rows = own.filter((figure) => figure >= from && (figure < to || (isLast && figure <= to))).length;
      return { x: from, xEnd: to, y: rows, rows, ...(facet !== undefined && { facet }) };
    });
  });
  const facet = roles.facet && {
    title: toAxisTitle({ name: roles.facet.name }, 'none'),
    kind: 'group' as const,
    domain: facets.filter((each) => each !== undefined),
  };
  return {
    points,
    x: toFigureField(roles.x, 'none'),
    y: { title: 'Number of rows', kind: 'number', domain: [] },
    ...(facet && {
      facet: roles.facet?.role === 'period' ? toPeriodField(roles.facet, facet.title, table) : facet,
    }),
    valueOn: 'y',
    leftOut,
    missingIn,
    notOnMap: [],
    emptyHexes: [],
    ...cutOf(table),
  };
}

function placeOnMap(points: readonly ChartPoint[], layout: HexLayout = new Map()) {
  const placed = points.flatMap((point) => {
    const place = layout.get(String(point.x));
    return place ? [{ ...point, name: place.name, hex: { x: place.x, y: place.y } }] : [];
  });
  const known = new Set(placed.map(({ x }) => x));
  return {
    points: placed,
    notOnMap: [...new Set(points.map(({ x }) => String(x)))].filter((code) => !known.has(code)),
    emptyHexes: [...layout].flatMap(([code, { x, y, name }]) => (known.has(code) ? [] : [{ x, y, name }])),
  };
}
