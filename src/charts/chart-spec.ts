/** What stands for the values: bars, a line and so on. Small multiples are any of them with a `facet`. */
export const chartMarks = ['bar', 'line', 'dot', 'histogram', 'heatmap', 'hexmap'] as const;
export type ChartMark = (typeof chartMarks)[number];

export const chartAggregates = ['none', 'sum', 'mean', 'median', 'min', 'max', 'count'] as const;
/** What is drawn of several rows that share a place: `none` draws each row. `count` counts rows and needs no column. */
export type Aggregate = (typeof chartAggregates)[number];

export const sortOrders = ['table', 'largest', 'smallest', 'name'] as const;
/** The order of groups: as in the table, by their value, or by their name. Periods stay in the order of time. */
export type GroupOrder = (typeof sortOrders)[number];

/** A chart of a table, by the names of its columns. */
export interface ChartSpec {
  readonly mark: ChartMark;
  readonly x?: string;
  readonly y?: string;
  readonly colour?: string;
  readonly facet?: string;
  readonly sort: GroupOrder;
  readonly aggregate: Aggregate;
  /** Written by a person; empty means that the chart names itself. */
  readonly title: string;
  readonly faults?: ChartFaults;
}

/**
 * What makes a chart mislead. Nobody can ask for these in a chart of their own: exercises draw them on purpose, for people
 * to find and to mend.
 */
export interface ChartFaults {
  /** The axis of values begins near the smallest one, bars too. */
  readonly cutAxis?: boolean;
  /** A second column on an axis of its own. */
  readonly second?: string;
  /** Colours of figures stand in no order. */
  readonly mixedColours?: boolean;
}

/** The columns that a chart may name. */
export const channels = ['x', 'y', 'colour', 'facet'] as const;
export type Channel = (typeof channels)[number];

export const markWords: Readonly<Record<ChartMark, string>> = {
  bar: 'Bars',
  line: 'Line',
  dot: 'Dots',
  histogram: 'Histogram',
  heatmap: 'Heat map',
  hexmap: 'Hexagon map',
};

export const aggregateWords: Readonly<Record<Aggregate, string>> = {
  none: 'Each row',
  sum: 'Total',
  mean: 'Mean',
  median: 'Median',
  min: 'Smallest',
  max: 'Largest',
  count: 'Number of rows',
};

export const orderWords: Readonly<Record<GroupOrder, string>> = {
  table: 'Table order',
  largest: 'Largest first',
  smallest: 'Smallest first',
  name: 'By name',
};
