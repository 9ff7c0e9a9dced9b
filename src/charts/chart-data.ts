import type { HexLayoutName } from './hexmaps/hex-layout.ts';
import type { PeriodStep } from './parse-period.ts';

/** A place on an axis or a colour: a figure, a moment as milliseconds since 1970, or the name of a group. */
export type ChartValue = number | string;

/** One axis of a chart, its colour, or what tells small multiples apart. */
export interface ChartField {
  /** What the axis says, with the unit. */
  readonly title: string;
  readonly kind: 'number' | 'period' | 'group';
  readonly unit?: string;
  readonly step?: PeriodStep;
  /** Groups and periods in the order in which they stand. Empty for figures. */
  readonly domain: readonly ChartValue[];
  /** Periods as the table writes them. */
  readonly labels?: ReadonlyMap<number, string>;
}

/** What is drawn as one thing: a bar, a dot, a point of a line, a cell. */
export interface ChartPoint {
  readonly x?: ChartValue;
  readonly y?: ChartValue;
  readonly colour?: ChartValue;
  readonly facet?: ChartValue;
  /** Where a stretch of a histogram ends. */
  readonly xEnd?: number;
  /** The value on a second axis. */
  readonly second?: number;
  /** How many rows it stands for. */
  readonly rows: number;
  /** What the area of a map is called. */
  readonly name?: string;
  /** Where its hexagon stands. */
  readonly hex?: { readonly x: number; readonly y: number };
}

/** All that is drawn, worked out: whoever draws it adds nothing up. */
export interface ChartData {
  readonly points: readonly ChartPoint[];
  readonly x?: ChartField;
  readonly y?: ChartField;
  readonly colour?: ChartField;
  readonly facet?: ChartField;
  readonly second?: ChartField;
  /** Which of them holds the measure. */
  readonly valueOn: 'x' | 'y' | 'colour';
  /** Rows without one of the values, which are not drawn. */
  readonly leftOut: number;
  /** Names of the columns in which a value was missing. */
  readonly missingIn: readonly string[];
  /** Which areas a map shows. */
  readonly layout?: HexLayoutName;
  /** Codes that have no hexagon. */
  readonly notOnMap: readonly string[];
  /** Hexagons without a figure: they are drawn as outlines. */
  readonly emptyHexes: readonly { readonly x: number; readonly y: number; readonly name: string }[];
  /** More rows than were read stood in the result. */
  readonly cut?: { readonly rows: number; readonly of: number };
}

/** A value as people read it. */
export function toValueLabel(field: ChartField | undefined, value: ChartValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return field?.labels?.get(value) ?? String(value);
}
