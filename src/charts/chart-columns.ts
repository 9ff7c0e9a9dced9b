import type { Cell } from '#src/results/cell.ts';
import { isNumberType } from '#src/results/number-type.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { findHexLayout, type HexLayoutName } from './hexmaps/hex-layout.ts';
import { parsePeriod, type PeriodStep } from './parse-period.ts';

/** What is known of a result's column beside its name and type, from the descriptor of the table it came from. */
export interface ColumnNote {
  readonly unit?: string;
  readonly meaning?: string;
}

/** A column as charts see it. */
export interface ChartColumn {
  readonly name: string;
  readonly index: number;
  readonly unit?: string;
  readonly meaning?: string;
  /** `number` measures, `period` says when, `category` says which. */
  readonly role: 'number' | 'period' | 'category';
  /** How long its periods are. */
  readonly step?: PeriodStep;
  /** The map on which its codes have a place. */
  readonly layout?: HexLayoutName;
  /** How many different values it holds, without missing ones. */
  readonly distinct: number;
  readonly missing: number;
  /** Some value is below zero. */
  readonly hasNegative: boolean;
}

/**
 * What each column of a result is for. A name that stands twice counts where it stands first: a chart could not tell the
 * second by its name.
 *
 * @param notes - by column name in small letters
 */
export function toChartColumns(
  { columns, rows }: ResultTable,
  notes: ReadonlyMap<string, ColumnNote> = new Map(),
): readonly ChartColumn[] {
  return columns.flatMap(({ name, type }, index) => {
    if (columns.findIndex((other) => other.name === name) < index) return [];
    const values = rows.map((row) => row[index] ?? null);
    const filled = new Set(values.filter((value) => value !== null));
    const note = notes.get(name.toLowerCase()) ?? toNamedNote(name);
    return [
      {
        name,
        index,
        ...(note.unit !== undefined && note.unit !== 'year' && { unit: note.unit }),
        ...(note.meaning !== undefined && { meaning: note.meaning }),
        ...toRole(name, type, [...filled], note.unit),
        distinct: filled.size,
        missing: values.filter((value) => value === null).length,
        hasNegative: isNumberType(type) && [...filled].some((value) => Number(value) < 0),
      },
    ];
  });
}

/** A name that says its unit, where nothing else does. */
function toNamedNote(name: string): ColumnNote {
  return /(^|_)(percent|percentage|pct)(_|$)/i.test(name) ? { unit: '%' } : {};
}

type Role = Pick<ChartColumn, 'role' | 'step' | 'layout'>;

function toRole(name: string, type: string, filled: readonly Exclude<Cell, null>[], unit?: string): Role {
  if (isNumberType(type)) {
    if (isYears(name, filled, unit)) return { role: 'period', step: 'year' };
    // Adding up codes says nothing.
    return { role: /(^|_)(id|code|ref)$/i.test(name) ? 'category' : 'number' };
  }
  const texts = filled.map(String);
  const periods = texts.map(parsePeriod);
  const steps = new Set(periods.map((period) => period?.step));
  const [step] = steps;
  if (step !== undefined && steps.size === 1) {
    const isMonths = step === 'day' && texts.every((text) => text.slice(8, 10) === '01');
    return { role: 'period', step: isMonths ? 'month' : step };
  }
  const layout = type === 'VARCHAR' ? findHexLayout(texts) : undefined;
  return { role: 'category', ...(layout && { layout }) };
}

/** Years are whole numbers of our time; three of them speak for themselves where a name says nothing. */
function isYears(name: string, filled: readonly Exclude<Cell, null>[], unit?: string): boolean {
  if (filled.length === 0 || !filled.every((value) => /^(1[6-9]|20)\d\d$/.test(String(value)))) return false;
  if (unit === 'year' || /(^|_)years?(_|$)/i.test(name)) return true;
  return (
    unit === undefined && filled.length > 2 && filled.every((value) => /^(19|20[0-4])/.test(String(value)))
  );
}

/** The column with a name, where there is one. */
export function findColumn(
  columns: readonly ChartColumn[],
  name: string | undefined,
): ChartColumn | undefined {
  return name === undefined ? undefined : columns.find((column) => column.name === name);
}

/** Whether adding up a column's values would say nothing: shares, rates, prices and places. */
export function isRate({ name, unit = '' }: Pick<ChartColumn, 'name' | 'unit'>): boolean {
  return (
    /%|per ?cent|index|score|rank|share|rate|degrees|°|decile|place|years|days|hours/i.test(unit) ||
    /per_|_per|percent|pct|share|rate|ratio|index|average|avg|mean|median|price|score|rank|turnout/i.test(
      name,
    )
  );
}
