import { countWords } from '#src/words/count-words.ts';
import type { ChartSpec, ChartMark } from './chart-spec.ts';
import { findColumn, type ChartColumn } from './chart-columns.ts';
import { areaWords } from './hexmaps/hex-layout.ts';

/** Colours that people still tell apart, with another shape or pattern each. */
export const mostColours = 6;
/** Small charts that fit on a page. */
export const mostFacets = 12;
/** Bars that fit under each other. */
export const mostBars = 60;
/** Cells on one side of a heat map. */
const mostCells = 60;

/** What each column of a chart does. */
export interface ChartRoles {
  readonly x?: ChartColumn;
  readonly y?: ChartColumn;
  readonly colour?: ChartColumn;
  readonly facet?: ChartColumn;
  /** The column that is measured: along an axis, or by colour. Undefined where rows are counted. */
  readonly value?: ChartColumn;
  /** Where the measure is drawn. */
  readonly valueOn: 'x' | 'y' | 'colour';
}

export type CheckedSpec =
  | { readonly ok: true; readonly roles: ChartRoles }
  /** A sentence on what the chart lacks. */
  | { readonly ok: false; readonly why: string };

const refuse = (why: string): CheckedSpec => ({ ok: false, why });

/** Whether a chart can be drawn as it is asked for, and which column does what in it. */
export function checkSpec(spec: ChartSpec, columns: readonly ChartColumn[]): CheckedSpec {
  for (const name of [spec.x, spec.y, spec.colour, spec.facet])
    if (name !== undefined && !findColumn(columns, name))
      return refuse(`The table has no column “${name}”. Choose another one.`);
  const found = {
    x: findColumn(columns, spec.x),
    y: findColumn(columns, spec.y),
    colour: findColumn(columns, spec.colour),
    facet: findColumn(columns, spec.facet),
  };
  if (found.facet?.role === 'number')
    return refuse(`Small multiples need a column of groups or periods. ${found.facet.name} holds figures.`);
  if (found.facet && found.facet.distinct > mostFacets)
    return refuse(
      `Up to ${mostFacets} small multiples fit on a page. ${found.facet.name} has ${countWords(found.facet.distinct, 'group')}.`,
    );
  return checkers[spec.mark](spec, found);
}

type Found = Readonly<Record<'x' | 'y' | 'colour' | 'facet', ChartColumn | undefined>>;

function accept(
  { x, y, colour, facet }: Found,
  valueOn: ChartRoles['valueOn'],
  value?: ChartColumn,
): CheckedSpec {
  return {
    ok: true,
    roles: {
      ...(x && { x }),
      ...(y && { y }),
      ...(colour && { colour }),
      ...(facet && { facet }),
      ...(value && { value }),
      valueOn,
    },
  };
}

/** Colours that stand for groups. */
function refuseColours(colour: ChartColumn | undefined): CheckedSpec | undefined {
  if (!colour) return undefined;
  if (colour.role === 'number')
    return refuse(
      `Colour tells groups apart here. ${colour.name} holds figures: put it on an axis, or choose a heat map.`,
    );
  if (colour.distinct > mostColours)
    return refuse(
      `Up to ${mostColours} colours can be told apart. ${colour.name} has ${countWords(colour.distinct, 'group')}: use small multiples, or keep fewer groups.`,
    );
  return undefined;
}

const checkers: Readonly<Record<ChartMark, (spec: ChartSpec, found: Found) => CheckedSpec>> = {
  bar(spec, found) {
    const { x, y, colour } = found;
    const counts = spec.aggregate === 'count';
    const wrong = refuseColours(colour);
    if (wrong) return wrong;
    const group = [x, y].filter((column) => column !== undefined && column.role !== 'number');
    const figure = [x, y].filter((column) => column?.role === 'number');
    if (group.length !== 1)
      return refuse(
        group.length === 0
          ? 'Bars need a column of groups or periods on one axis.'
          : 'Bars need figures on one axis. Both columns hold groups or periods.',
      );
    if (!counts && figure.length !== 1)
      return refuse('Bars need a column of figures on the other axis, or “Number of rows”.');
    if ((group[0]?.distinct ?? 0) > mostBars)
      return refuse(
        `Up to ${mostBars} bars can be read. ${group[0]?.name ?? ''} has ${countWords(group[0]?.distinct ?? 0, 'group')}: keep the largest with LIMIT, or choose another chart.`,
      );
    const valueOn = group[0] === x ? 'y' : 'x';
    return accept(found, valueOn, counts ? undefined : figure[0]);
  },
  line(spec, found) {
    const { x, y, colour } = found;
    const wrong = refuseColours(colour);
    if (wrong) return wrong;
    if (!x || x.role === 'category')
      return refuse('A line joins points in order. Put a column of periods or figures across.');
    if (spec.aggregate === 'count') return accept(found, 'y');
    if (y?.role !== 'number') return refuse('A line needs a column of figures on the axis that goes up.');
    return accept(found, 'y', y);
  },
  dot(spec, found) {
    const { x, y, colour } = found;
    const wrong = refuseColours(colour);
    if (wrong) return wrong;
    if (!x || !y) return refuse('Dots need a column across and a column up.');
    if (x.role !== 'number' && y.role !== 'number')
      return refuse('Dots need a column of figures on one axis at least.');
    const group = [x, y].find((column) => column.role === 'category');
    if (group && group.distinct > mostBars)
      return refuse(
        `Up to ${mostBars} groups fit on an axis. ${group.name} has ${countWords(group.distinct, 'group')}.`,
      );
    const valueOn = y.role === 'number' ? 'y' : 'x';
    if (spec.aggregate !== 'none' && x.role === 'number' && y.role === 'number')
      return refuse('With figures on both axes, dots show each row as it is.');
    if (spec.aggregate === 'count') return refuse('Dots show figures. To count rows, choose bars.');
    return accept(found, valueOn, valueOn === 'y' ? y : x);
  },
  histogram(_spec, found) {
    const { x, y, colour } = found;
    if (x?.role !== 'number')
      return refuse(
        'A histogram counts how many rows lie in each stretch of a column of figures. Put one across.',
      );
    if (y) return refuse('A histogram counts rows on the axis that goes up. Leave that column out.');
    if (colour) return refuse('A histogram has one colour. Use small multiples to set groups side by side.');
    return accept(found, 'y');
  },
  heatmap(spec, found) {
    const { x, y, colour } = found;
    if (!x || !y || x.role === 'number' || y.role === 'number')
      return refuse('A heat map needs a column of groups or periods on each axis.');
    if (x.distinct > mostCells || y.distinct > mostCells)
      return refuse(`Up to ${mostCells} groups fit on each side of a heat map.`);
    if (spec.aggregate === 'count') return accept(found, 'colour');
    if (colour?.role !== 'number')
      return refuse('A heat map needs a column of figures for its colour, or “Number of rows”.');
    return accept(found, 'colour', colour);
  },
  hexmap(spec, found) {
    const { x, colour, facet } = found;
    if (x?.layout === undefined)
      return refuse(
        'A hexagon map needs a column with the nine-character codes of councils or constituencies, such as E06000001.',
      );
    if (facet && facet.distinct > 4) return refuse('Up to 4 maps fit side by side.');
    if (spec.aggregate === 'count') return accept(found, 'colour');
    if (colour?.role !== 'number')
      return refuse(
        `The map shows one figure for each of the ${areaWords[x.layout].many}. Choose it as the colour.`,
      );
    return accept(found, 'colour', colour);
  },
};
