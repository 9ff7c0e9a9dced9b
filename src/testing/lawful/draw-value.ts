import type { ColumnDescriptor } from '#src/datasets/descriptor.ts';
import type { Chance } from './chance.ts';
import { isMomentType, numberTypeKind, type Value } from './lawful-database.ts';
import { poolName, type Literals, type ValuePools } from './value-pools.ts';

/** How the values of a column are drawn in one database. */
export interface ColumnHabit {
  /** The share of rows where the value is missing, 0 to 1. Only where the descriptor lets it be missing. */
  readonly missing: number;
  readonly way: 'real' | 'few' | 'literal' | 'edges' | 'anywhere' | 'mixed';
  /** The values to choose from where they are few. */
  readonly few: readonly string[];
}

export interface DrawInputs {
  readonly pools: ValuePools;
  readonly literals: Literals;
  readonly chance: Chance;
}

const dayMs = 86_400_000;
const words = ['Alder', 'brook', 'Cairn', 'Dell', 'Elm', 'fell', 'Glen', 'Holt', 'Isle', 'Knoll', 'Lea', 'Zeal', '7th', 'É']; // prettier-ignore

/** Chooses how a column is drawn. */
export function drawHabit(table: string, column: ColumnDescriptor, inputs: DrawInputs): ColumnHabit {
  const { chance } = inputs;
  const missing = column.nullable ? chance.pick([0, 0, 0.15, 0.15, 0.5, 0.95]) : 0;
  const few = Array.from({ length: 1 + chance.below(4) }, () =>
    drawPresent(table, column, { missing: 0, way: 'mixed', few: [] }, inputs),
  );
  const way = chance.pick([
    'real',
    'real',
    'few',
    'few',
    'literal',
    'edges',
    'anywhere',
    'mixed',
    'mixed',
  ] as const);
  return { missing, way, few };
}

/** A value that the column's own fields allow; what rows must keep together is mended later. */
export function drawValue(
  table: string,
  column: ColumnDescriptor,
  habit: ColumnHabit,
  inputs: DrawInputs,
): Value {
  return inputs.chance.happens(habit.missing) ? null : drawPresent(table, column, habit, inputs);
}

function drawPresent(
  table: string,
  column: ColumnDescriptor,
  habit: ColumnHabit,
  inputs: DrawInputs,
): string {
  const { chance } = inputs;
  const way =
    habit.way === 'mixed' || (habit.way === 'few' && habit.few.length === 0)
      ? chance.pick(['real', 'literal', 'edges', 'anywhere'] as const)
      : habit.way;
  if (way === 'few') return chance.pick(habit.few);
  const real = inputs.pools.real.get(poolName(table, column.name)) ?? [];
  if (column.type === 'BOOLEAN') return chance.pick(['true', 'false']);
  if (way === 'real' && real.length > 0) return chance.pick(real);
  if (numberTypeKind(column.type)) return drawNumber(table, column, way, inputs);
  return isMomentType(column.type)
    ? drawMoment(column, way, real, inputs)
    : drawText(column, way, real, inputs);
}

function drawNumber(table: string, column: ColumnDescriptor, way: string, inputs: DrawInputs): string {
  const { chance, literals } = inputs;
  const [low, high] = (column.range as [number, number] | undefined) ?? roomy(inputs.pools.extents.get(poolName(table, column.name))); // prettier-ignore
  const inside = literals.numbers.filter((number) => low <= number && number <= high);
  const between = low + ((high - low) * chance.below(1_000_000)) / 1_000_000;
  let number: number;
  if (way === 'literal' && inside.length > 0) {
    const near = chance.pick(inside);
    const step = chance.pick([0, 0, 1, 1, 2, 10, near * 0.0004, near * 0.004, near * 0.04, near * 0.4, near]);
    number = near + (chance.happens(0.5) ? step : -step);
  } else if (way === 'edges') {
    number = chance.pick([low, low, low + 1, high, high - 1, 0, 1, 2, 10, 100, 1000, 1500, 2000, 20_000]);
  } else {
    // Figures differ by size more than by steps: half of them are drawn by their length.
    const size = 1 + Math.max(0, high);
    number = chance.happens(0.5) ? between : Math.exp((Math.log(size) * chance.below(10_000)) / 10_000) - 1;
  }
  return writeNumber(Math.min(high, Math.max(low, number)), column.type);
}

/** The extent of today's numbers with room on either side. */
function roomy([low, high]: readonly [number, number] = [0, 100]): [number, number] {
  const room = Math.max(1, high - low);
  return [low >= 0 ? 0 : low - room, high + room];
}

/** A number as DuckDB writes it in a column of this type. */
export function writeNumber(number: number, type: string): string {
  const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
  if (numberTypeKind(type) === 'whole') return String(Math.round(number));
  return scale === undefined ? String(Number(number.toFixed(2))) : number.toFixed(Number(scale));
}

function drawMoment(
  column: ColumnDescriptor,
  way: string,
  real: readonly string[],
  inputs: DrawInputs,
): string {
  const { chance, literals } = inputs;
  const known = real.toSorted();
  const [low, high] = (column.range ?? [known[0] ?? '2000-01-01', known.at(-1) ?? '2030-12-31']).map((end) => Date.parse(`${String(end).slice(0, 10)}T00:00:00Z`)) as [number, number]; // prettier-ignore
  const named = literals.texts
    .map((text) => Date.parse(`${/^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''}T00:00:00Z`))
    .filter((day) => !Number.isNaN(day));
  let day = low + dayMs * chance.below(Math.round((high - low) / dayMs) + 1);
  if (way === 'literal' && named.length > 0) {
    if (chance.happens(0.5)) return toMoment(chance.pick(named), [low, high], column, inputs);
    const steps = [0, 1, 7, 28, 31, 365].map((days) => days * dayMs * (chance.happens(0.5) ? 1 : -1));
    day = chance.pick(named) + chance.pick(steps);
    // Many columns hold first days of months only: what lies beside one is another first.
    if (chance.happens(0.5)) day = Date.parse(`${new Date(day).toISOString().slice(0, 7)}-01T00:00:00Z`);
  } else if (way === 'edges') day = chance.pick([low, high, low + dayMs, high - dayMs]);
  else if (chance.happens(0.3) && real.length > 0) return chance.pick(real);
  return toMoment(day, [low, high], column, inputs);
}

/** @param day in milliseconds since 1970 */
function toMoment(
  day: number,
  [low, high]: readonly [number, number],
  column: ColumnDescriptor,
  { chance }: DrawInputs,
): string {
  const text = new Date(Math.min(high, Math.max(low, day))).toISOString().slice(0, 10);
  if (column.type === 'DATE') return text;
  return `${text} ${chance.pick(['00:00:00', '00:00:00', '12:30:00', '23:59:59'])}`;
}

function drawText(
  column: ColumnDescriptor,
  way: string,
  real: readonly string[],
  inputs: DrawInputs,
): string {
  const { chance, literals } = inputs;
  if (column.allowed) {
    const named = literals.texts.filter((text) => column.allowed?.includes(text));
    return chance.pick(way === 'literal' && named.length > 0 ? named : column.allowed);
  }
  const own = literals.texts.filter((text) => real.includes(text));
  if (way === 'literal' && literals.texts.length > 0) {
    const text = chance.pick(own.length > 0 && chance.happens(0.6) ? own : literals.texts);
    return chance.happens(0.5) ? text : alter(text, chance.below(9), inputs);
  }
  if (way === 'edges' && real.length > 0) return alter(chance.pick(real), 1 + chance.below(8), inputs);
  return madeUp(chance);
}

export function madeUp(chance: Chance): string {
  return `${chance.pick(words)} ${chance.pick(words)} ${chance.below(10_000)}`.slice(chance.happens(0.2) ? 4 : 0).trim() || 'Q'; // prettier-ignore
}

/** The same text, or one that a careless condition takes for it. */
function alter(text: string, way: number, { chance }: DrawInputs): string {
  switch (way) {
    case 1:
      return text.toUpperCase();
    case 2:
      return text.toLowerCase();
    case 3:
      return `${text} ${chance.pick(words)}`;
    case 4:
      return `${chance.pick(words)} ${text}`;
    case 5:
      return text.slice(0, -1) || text;
    case 6:
      return text.slice(1).trim() || text;
    case 7:
      return `${text.split(' ')[0] ?? text} ${chance.pick(words)}`;
    default:
      return text;
  }
}
