import { isNumberType } from '#src/results/number-type.ts';
import { stepOf, toNumber, toText } from '../facts/table-facts.ts';
import { isCodeLike, isOtherSpelling, toOtherCode } from '../facts/text-shapes.ts';
import { createRuledModel } from '../facts/rule-facts.ts';
import type { Rows, TableModel } from '../facts/table-model.ts';
import type { Row, WitnessColumnShape, WitnessTableShape, WitnessValue } from '../witness.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';

/** What a query names, for rows to be made of: names of columns in small letters. */
export interface GivenValues {
  /** Columns that the query names. */
  readonly columns: ReadonlySet<string>;
  /** Those of them that no right answer names: of these today's rows may say too little. */
  readonly ownColumns: ReadonlySet<string>;
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  /** Texts of these lengths may count. */
  readonly lengths: readonly number[];
}

const shareCopied = 0.6;
const mostGiven = 30;
const mostCopies = 300;

/**
 * The rows with copies of some that hold the values a query names, values beside them, gaps, and values of other rows. A copy has
 * a key of its own where the key is a text or a number; else it stands before the row that it may replace.
 *
 * @param shapes - Those of the tables that hold the rows.
 * @returns Rows that may break the descriptor. Of two that cannot stand together, the first is to stay.
 */
export function withGivenValues(
  rows: Rows,
  shapes: readonly WitnessTableShape[],
  values: GivenValues,
  random: Random,
): Rows {
  const all = shapes.map((shape) => createTable(shape, rows, shapes, values));
  return new Map(all.map((table): [string, readonly Row[]] => [table.shape.name, addCopies(table, random)]));
}

interface Table {
  readonly shape: WitnessTableShape;
  readonly rows: readonly Row[];
  /** Places of the columns to change; those that matter most stand there several times. */
  readonly places: readonly number[];
  /** Values to set, by place. */
  readonly given: readonly (readonly WitnessValue[])[];
  /** Values of other rows that a column may take, by place. */
  readonly others: readonly (readonly WitnessValue[])[];
  /** The column of the key that a copy gets a new value in. */
  readonly freshKey: number | undefined;
  /** The table by its descriptor. */
  readonly model: TableModel;
}

function createTable(
  shape: WitnessTableShape,
  rows: Rows,
  shapes: readonly WitnessTableShape[],
  values: GivenValues,
): Table {
  const list = rows.get(shape.name) ?? [];
  const valuesOf = (place: number) => distinct(list.map((row) => row[place] ?? null));
  const isNamed = ({ name }: WitnessColumnShape) => values.columns.has(name.toLowerCase());
  const isOwn = ({ name }: WitnessColumnShape) => values.ownColumns.has(name.toLowerCase());
  const parentValues = shape.columns.map(({ name }) => readParentValues(name, shape, rows, shapes));
  const ownTexts = distinct(
    shape.columns.flatMap((column, place) =>
      column.type === 'VARCHAR' && isOwn(column) ? valuesOf(place).slice(0, 8) : [],
    ),
  );
  const given = shape.columns.map((column, place) => {
    if (!isNamed(column)) return [];
    const gap = column.nullable ? [null] : [];
    if (parentValues[place]) return gap;
    return [...toGiven(column, valuesOf(place), values), ...gap];
  });
  const others = shape.columns.map((column, place) => {
    const own = parentValues[place] ?? column.allowed ?? valuesOf(place);
    const isFree = column.type === 'VARCHAR' && !column.allowed && !parentValues[place];
    return [...own, ...(isFree && isNamed(column) ? ownTexts : [])];
  });
  const fixed = shape.foreignKeys.flatMap(({ columns }) => columns);
  const freshKey = shape.columns.findIndex(
    ({ name, type, allowed, range }) =>
      shape.primaryKey.includes(name) &&
      !fixed.includes(name) &&
      !allowed &&
      !range &&
      (type === 'VARCHAR' || isNumberType(type)),
  );
  return {
    shape,
    rows: list,
    places: shape.columns.flatMap((column, place) => {
      if (!isNamed(column)) return [];
      return new Array<number>(isOwn(column) ? 4 : (given[place]?.length ?? 0) > 0 ? 2 : 1).fill(place);
    }),
    given,
    others,
    freshKey: freshKey < 0 ? undefined : freshKey,
    model: createRuledModel(shape),
  };
}

/** The values of the parent's key that a column of a foreign key may take; undefined for other columns. */
function readParentValues(
  name: string,
  { foreignKeys }: WitnessTableShape,
  rows: Rows,
  shapes: readonly WitnessTableShape[],
): readonly WitnessValue[] | undefined {
  for (const { columns, references } of foreignKeys) {
    const at = columns.indexOf(name);
    const parent = shapes.find((shape) => shape.name === references.table);
    if (at < 0 || !parent) continue;
    const place = parent.columns.findIndex((column) => column.name === references.columns[at]);
    return distinct((rows.get(parent.name) ?? []).map((row) => row[place] ?? null));
  }
  return undefined;
}

/** The values of a query that a column can hold, and their neighbours. */
function toGiven(
  column: WitnessColumnShape,
  held: readonly WitnessValue[],
  { texts, numbers, lengths }: GivenValues,
): string[] {
  const { type, allowed } = column;
  if (type === 'BOOLEAN') return ['true', 'false'];
  if (type === 'VARCHAR') {
    if (allowed) return allowed.filter((value) => texts.some((text) => isPartOf(text, value)));
    const names = lengths.map((length) => 'Ab'.padEnd(length, 'cdef').slice(0, length));
    return [...texts, ...names].filter((text) => isLike(text, held));
  }
  if (type === 'DATE') {
    const dates = texts.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)));
    const filled = held.filter((value) => value !== null);
    return dates.flatMap((date) => toNearDates(date, filled));
  }
  if (!isNumberType(type)) return [];
  const step = /^(DOUBLE|FLOAT|REAL)/i.test(type) ? 0.01 : stepOf(type);
  return distinct(numbers.flatMap((number) => [number - step, number, number + step])).map((number) =>
    toText(number, column),
  );
}

/** Whether a text is a value, or the part of it that a pattern names. */
function isPartOf(text: string, value: string): boolean {
  return text === value || (text.length > 2 && value.toLowerCase().includes(text.toLowerCase()));
}

/** A day before and after; of dates that all are the first or the last of a month, those of the months beside. */
function toNearDates(date: string, held: readonly string[]): string[] {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const toDate = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (held.length > 0 && held.every((value) => value.endsWith('-01')))
    return [-1, 0, 1].map((step) => toDate(Date.UTC(year, month - 1 + step, 1)));
  const dayMs = 86_400_000;
  if (held.length > 0 && held.every((value) => toDate(Date.parse(value) + dayMs).endsWith('-01')))
    return [-1, 0, 1].map((step) => toDate(Date.UTC(year, month + step, 0)));
  return [-1, 0, 1].map((step) => toDate(Date.parse(date) + step * dayMs));
}

/**
 * Whether a text may stand among others: what differs from one of them in its capitals or spaces alone is a spelling that the
 * column does not have, and among codes there is nothing but codes.
 */
function isLike(text: string, held: readonly WitnessValue[]): boolean {
  const filled = held.filter((value) => value !== null);
  if (text.trim() === '' || isOtherSpelling(text, filled)) return false;
  const pattern = (value: string) => value.replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '0');
  const isCode = filled.length > 0 && filled.every(isCodeLike);
  return !isCode || filled.some((value) => pattern(value) === pattern(text));
}

function addCopies(table: Table, random: Random): readonly Row[] {
  const { rows, places, freshKey, given } = table;
  if (places.length === 0 || rows.length === 0) return rows;
  const weights = given.map((_values, place) => places.filter((each) => each === place).length);
  const pairs = given.flatMap((values, place) =>
    values.map((value): [number, WitnessValue] => [place, value]),
  );
  const wanted = random
    .shuffle(pairs)
    .sort(([first], [second]) => (weights[second] ?? 0) - (weights[first] ?? 0))
    .slice(0, mostGiven)
    .flatMap(([place, value]) =>
      // A column of the answer's own is what the build knew least of.
      Array.from(
        { length: (weights[place] ?? 0) > 2 || pairs.length < mostGiven / 2 ? 3 : 1 },
        (_, time) => new Map([...(time === 0 ? [] : changeValues(table, 1, random)), [place, value]]),
      ),
    );
  const free = rows
    .filter(() => random.chance(shareCopied))
    .map(() => changeValues(table, 1 + random.index(2), random));
  const copies: Row[] = [];
  const known = [...rows];
  for (const [number, changes] of [...wanted, ...free].entries()) {
    if (copies.length > mostCopies) break;
    const row = toBase(table, changes, random, number);
    const copy = keepDependencies({ ...table, rows: known }, row, changes, number);
    known.push(copy);
    copies.push(copy);
  }
  return freshKey === undefined ? [...copies, ...rows] : [...rows, ...copies];
}

/** A row to change: one under a new key, or the same thing under another part of a key of several columns. */
function toBase(
  table: Table,
  changes: ReadonlyMap<number, WitnessValue>,
  random: Random,
  number: number,
): Row {
  const { shape, rows, freshKey, others, model } = table;
  // Whether there is a value at all often hangs on the rest of the row.
  const fitting = rows.filter((each) =>
    [...changes].every(([place, value]) => value === null || each[place] !== null),
  );
  const row = random.pick(fitting.length > 0 && random.chance(0.8) ? fitting : rows) ?? [];
  const other = random.pick(rows) ?? row;
  // Figures that add up come together.
  const figures =
    model.facts.sums.length > 0 && random.chance(0.5)
      ? row.map((value, place) => (isFigure(shape, place) ? (other[place] ?? null) : value))
      : row;
  const parts = shape.columns.flatMap(({ name }, place) => (shape.primaryKey.includes(name) ? [place] : []));
  const movable = parts.filter((place) => place !== freshKey);
  const moved = random.pick(movable);
  if (parts.length > 1 && moved !== undefined && random.chance(0.5))
    return figures.with(moved, random.pick(others[moved] ?? []) ?? row[moved] ?? null);
  return freshKey === undefined ? figures : withFreshKey(table, figures, freshKey, number);
}

function isFigure({ columns, primaryKey }: WitnessTableShape, place: number): boolean {
  const { name = '', type = '' } = columns[place] ?? {};
  return isNumberType(type) && !primaryKey.includes(name);
}

function withFreshKey({ shape, rows }: Table, row: Row, place: number, number: number): Row {
  const value = row[place] ?? '';
  if (shape.columns[place]?.type !== 'VARCHAR')
    return row.with(place, String(Math.max(0, ...rows.map((other) => Number(other[place]))) + number + 1));
  return row.with(
    place,
    isCodeLike(value) ? toOtherCode(value, 31 + 2 * number) : `${value} ${toLetters(number)}`,
  );
}

const toLetters = (number: number) =>
  String.fromCharCode(65 + (Math.floor(number / 26) % 26), 97 + (number % 26));

/** So many changes, by place, or fewer. */
function changeValues(table: Table, count: number, random: Random): ReadonlyMap<number, WitnessValue> {
  const changes = new Map<number, WitnessValue>();
  for (let times = 0; times < count; times++) {
    const place = random.pick(table.places);
    if (place === undefined) continue;
    const given = table.given[place] ?? [];
    const isGiven = given.length > 0 && random.chance(0.6);
    const value = isGiven ? random.pick(given) : toNearValue(table, place, random);
    if (value !== undefined) changes.set(place, value);
  }
  return changes;
}

/** The value of another row, or one close to it. */
function toNearValue({ shape, others }: Table, place: number, random: Random): WitnessValue | undefined {
  const column = shape.columns[place];
  const value = random.pick(others[place] ?? []);
  if (!column || value === undefined || value === null || !isNumberType(column.type)) return value;
  const number = toNumber(value, column.type) ?? 0;
  const step = stepOf(column.type);
  return random.chance(0.5) ? value : toText(number + (random.index(7) - 3) * step * 0.6, column);
}

/** The changes with what they determine, or with another value of what determines them. */
function keepDependencies(
  table: Table,
  row: Row,
  changes: ReadonlyMap<number, WitnessValue>,
  number: number,
): Row {
  const { shape, rows } = table;
  let copy = withChanges(table, row, changes);
  for (const { columns, determines } of shape.depends ?? []) {
    const placesOf = (names: readonly string[]) =>
      names.map((name) => shape.columns.findIndex((column) => column.name === name));
    const [from, to] = [placesOf(columns), placesOf(determines)];
    const first = rows.find((other) => from.every((place) => other[place] === copy[place]));
    if (!first || from.some((place) => copy[place] === null)) continue;
    if (to.every((place) => first[place] === copy[place])) continue;
    const free = to.some((place) => changes.has(place))
      ? from.find((place) => !changes.has(place))
      : undefined;
    const fresh =
      free === undefined
        ? undefined
        : toUnusedValue(shape, rows, free, { number, like: [...changes.values()] });
    copy =
      free !== undefined && fresh !== undefined
        ? copy.with(free, fresh)
        : to.reduce<Row>((changed, place) => changed.with(place, first[place] ?? null), copy);
  }
  return copy;
}

/** A value that no row has in a column; undefined where there is none. */
function toUnusedValue(
  { columns, foreignKeys }: WitnessTableShape,
  rows: readonly Row[],
  place: number,
  { number, like }: { readonly number: number; readonly like: readonly WitnessValue[] },
): WitnessValue | undefined {
  const { name = '', type, allowed, nullable } = columns[place] ?? {};
  const held = new Set(rows.map((row) => row[place]));
  if (foreignKeys.some((key) => key.columns.includes(name))) return undefined;
  if (allowed) {
    const unused = allowed.filter((value) => !held.has(value));
    // A name may be its own short form.
    return unused.find((value) => like.includes(value)) ?? unused[0] ?? (nullable ? null : undefined);
  }
  return type === 'VARCHAR'
    ? `${rows[number % rows.length]?.[place] ?? name} ${toLetters(number)}`
    : undefined;
}

/** The row with new values; figures bring along those that they add up with, where a lawful row can have them. */
function withChanges({ shape, model }: Table, row: Row, changes: ReadonlyMap<number, WitnessValue>): Row {
  const figures = [...changes].filter(([place]) => model.changeable.includes(place));
  const others = [...changes].filter(([place]) => !model.changeable.includes(place));
  const numbers = figures.map(([place, value]): [number, number | null] => [
    place,
    toNumber(value, shape.columns[place]?.type ?? '') ?? null,
  ]);
  const mended = numbers.length > 0 ? setValues(model, row, new Map(numbers)) : row;
  const plain = mended ?? figures.reduce<Row>((changed, [place, value]) => changed.with(place, value), row);
  return others.reduce<Row>((changed, [place, value]) => changed.with(place, value), plain);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
