import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { guessDependencies, guessMissing, guessOrders, guessSums } from './guess-facts.ts';
import { readTextShapes, type TextShape } from './text-shapes.ts';
import type { Row, WitnessColumnShape, WitnessTableShape, WitnessValue } from '../witness.ts';

/**
 * What is true of every row of a real table beyond its descriptor, by column position. A learner may rely on it without
 * knowing, so a witness keeps it too.
 */
export interface TableFacts {
  /**
   * Functional dependencies: the first column determines the second, so whoever knows a department knows its abbreviation.
   */
  readonly dependencies: readonly (readonly [from: number, to: number])[];
  /** No two rows share a value. */
  readonly unique: readonly number[];
  /** The first is never more than the second. */
  readonly orders: readonly (readonly [small: number, large: number])[];
  /** The last is the sum of the others. */
  readonly sums: readonly (readonly number[])[];
  /** The last is the sum of the others apart from rounding: up to one more or less. */
  readonly roundedSums: readonly (readonly number[])[];
  /** Where the first is missing, so is the second. */
  readonly missingTogether: readonly (readonly [number, number])[];
  /** Columns with a missing value. */
  readonly withGaps: readonly number[];
  /** The smallest and the largest value; NaN where the column is no number. */
  readonly extent: readonly (readonly [low: number, high: number])[];
  /** A number that may change without touching a key or a text: see `isMeasure`. Dates that have many values too. */
  readonly measures: readonly number[];
  /** The days that all dates of a column are; nothing where they are any. */
  readonly calendar: readonly (Calendar | undefined)[];
  /** What the texts of each column look like; nothing where a column holds no text. */
  readonly texts: readonly (TextShape | undefined)[];
}

export type Calendar = 'first of month' | 'last of month' | 'same weekday';

/** Rows looked at before the whole table is asked: they refuse most guesses at once. */
const sampleRows = 300;
/** Finds the facts by guessing from a sample and asking the whole table, in four or five queries. */
export async function learnTableFacts(database: Database, shape: WitnessTableShape): Promise<TableFacts> {
  const table = `main.${toQuotedName(shape.name)}`;
  const names = shape.columns.map(({ name }) => toQuotedName(name));
  const texts = names.map((name) => `${name}::VARCHAR`).join(', ');
  const { rows } = await database.query(
    `SELECT ${texts} FROM ${table} ORDER BY hash(rowid) LIMIT ${sampleRows}`,
  );
  const sample = rows as readonly Row[];
  const keyColumns = [...shape.primaryKey, ...shape.foreignKeys.flatMap(({ columns }) => columns)];
  const isKey = shape.columns.map(({ name }) => keyColumns.includes(name));
  const isFigure = shape.columns.map(({ type }, column) => isNumberType(type) && !isKey[column]);
  const counts = await readCounts(database, table, shape, (column) => isFigure[column] !== true);
  const isDate = (column: number) => shape.columns[column]?.type === 'DATE' && !isKey[column];
  const isVaried = (column: number) => (counts[column]?.distinct ?? 0) > 40;
  const surelyMeasures = shape.columns.flatMap((_, column) =>
    isFigure[column] || (isDate(column) && isVaried(column)) ? [column] : [],
  );
  const clear = guessDependencies(
    sample,
    shape,
    surelyMeasures.filter((column) => !isDate(column)),
  );
  // A date with few values is a figure too, unless it is a name for something else: a period, the quarter of another date.
  const isFree = (column: number) =>
    !clear.some(([from, to]) => from === column || (to === column && isDate(from)));
  const measures = shape.columns
    .map((_, column) => column)
    .filter((column) => surelyMeasures.includes(column) || (isDate(column) && isFree(column)));

  const numbers = sample.map((row) =>
    row.map((value, column) => toNumber(value, shape.columns[column]?.type ?? '')),
  );
  const guesses = {
    dependencies: guessDependencies(sample, shape, measures),
    orders: guessOrders(numbers, shape, measures),
    sums: guessSums(numbers, shape, measures, 0),
    roundedSums: guessSums(numbers, shape, measures, 1),
    missingTogether: guessMissing(sample, shape),
  };
  const name = (column: number) => names[column] ?? '';
  const toOrderTest = ([small, large]: readonly [number, number]) =>
    `bool_and(coalesce(${name(small)} <= ${name(large)}, true))`;
  const toSumTest = (slack: number) => (columns: readonly number[]) => {
    const parts = columns.slice(0, -1).map(name).join(' + ');
    return `bool_and(coalesce(abs(${parts} - ${name(columns.at(-1) ?? 0)}) <= ${slack}, true))`;
  };
  const toMissingTest = ([first, second]: readonly [number, number]) =>
    `bool_and(${name(first)} IS NOT NULL OR ${name(second)} IS NULL)`;
  const toDependencyTest = ([from, to]: readonly [number, number]) =>
    `NOT EXISTS (SELECT 1 FROM ${table} GROUP BY ${name(from)} HAVING count(DISTINCT ${name(to)}) + max((${name(to)} IS NULL)::INT) > 1)`;
  // What each row shows is asked in one pass over the table.
  const ofEachRow = await readTruths(
    database,
    [
      ...guesses.orders.map(toOrderTest),
      ...guesses.sums.map(toSumTest(0)),
      ...guesses.roundedSums.map(toSumTest(1)),
      ...guesses.missingTogether.map(toMissingTest),
    ],
    `FROM ${table}`,
  );
  const ofGroups = await readTruths(database, guesses.dependencies.map(toDependencyTest));
  const sums = guesses.sums.filter((sum) => ofEachRow.has(toSumTest(0)(sum)));
  const unique = counts.flatMap(({ distinct, filled }, column) =>
    distinct === filled && filled > 1 && !measures.includes(column) ? [column] : [],
  );
  return {
    // A unique column determines all others, but for its gaps, which `missingTogether` covers.
    dependencies: guesses.dependencies.filter(
      (guess) => ofGroups.has(toDependencyTest(guess)) && !unique.includes(guess[0]),
    ),
    orders: guesses.orders.filter((guess) => ofEachRow.has(toOrderTest(guess))),
    sums,
    roundedSums: guesses.roundedSums.filter(
      (sum) => ofEachRow.has(toSumTest(1)(sum)) && !sums.some((exact) => exact.join() === sum.join()),
    ),
    missingTogether: guesses.missingTogether.filter((guess) => ofEachRow.has(toMissingTest(guess))),
    unique,
    withGaps: counts.flatMap(({ filled, all }, column) => (filled < all ? [column] : [])),
    extent: counts.map(({ low, high }) => [low, high]),
    measures,
    calendar: await readCalendar(database, table, shape),
    texts: await readTextShapes(database, shape),
  };
}

const dayMs = 86_400_000;

/** A number as itself, a date as days since 1970, so that both can be moved and compared. */
export function toNumber(value: WitnessValue, type: string): number | undefined {
  if (value === null) return undefined;
  if (type === 'DATE') return Date.parse(`${value}T00:00:00Z`) / dayMs;
  return isNumberType(type) ? Number(value) : undefined;
}

/** The text DuckDB casts to the type; rounds to the type's own last place. */
export function toText(value: number, { type }: WitnessColumnShape): string {
  if (type === 'DATE') return new Date(Math.round(value) * dayMs).toISOString().slice(0, 10);
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)/i.exec(type)?.[1];
  if (scale !== undefined) return value.toFixed(Number(scale));
  return /^(DOUBLE|FLOAT|REAL)/i.test(type) ? String(value) : String(Math.round(value));
}

/** The smallest step that the type can make; for floating point, a half. */
export function stepOf(type: string): number {
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)/i.exec(type)?.[1];
  if (scale !== undefined) return 10 ** -Number(scale);
  return /^(DOUBLE|FLOAT|REAL)/i.test(type) ? 0.5 : 1;
}

interface Counts {
  readonly all: number;
  readonly filled: number;
  /** How many values; nothing where they were not counted. */
  readonly distinct: number | undefined;
  readonly low: number;
  readonly high: number;
}

/** @param countsValues - The columns whose values are counted: it takes as long as all else. */
async function readCounts(
  database: Database,
  table: string,
  shape: WitnessTableShape,
  countsValues: (column: number) => boolean,
): Promise<Counts[]> {
  const items = shape.columns.flatMap(({ name, type }, place) => {
    const column = toQuotedName(name);
    const ends = isNumberType(type)
      ? [`min(${column})::DOUBLE`, `max(${column})::DOUBLE`]
      : type === 'DATE'
        ? [
            `date_diff('day', DATE '1970-01-01', min(${column}))::DOUBLE`,
            `date_diff('day', DATE '1970-01-01', max(${column}))::DOUBLE`,
          ]
        : ['NULL', 'NULL'];
    const distinct = countsValues(place) ? `count(DISTINCT ${column})` : 'NULL';
    return ['count(*)', `count(${column})`, distinct, ...ends];
  });
  const { rows } = await database.query(`SELECT ${items.join(', ')} FROM ${table}`);
  const found = rows[0] ?? [];
  return shape.columns.map((_, column) => {
    const [all, filled, distinct, low, high] = found.slice(column * 5, column * 5 + 5);
    const toEnd = (value: typeof low) => (value === null || value === undefined ? NaN : Number(value));
    return {
      all: Number(all),
      filled: Number(filled),
      distinct: distinct === null ? undefined : Number(distinct),
      low: toEnd(low),
      high: toEnd(high),
    };
  });
}

async function readCalendar(
  database: Database,
  table: string,
  shape: WitnessTableShape,
): Promise<(Calendar | undefined)[]> {
  const items = shape.columns.map(({ name, type }) => {
    const column = toQuotedName(name);
    return type === 'DATE'
      ? `CASE WHEN bool_and(day(${column}) = 1) THEN 'first of month' WHEN bool_and(${column} = last_day(${column})) THEN 'last of month'
          WHEN count(DISTINCT dayofweek(${column})) = 1 AND count(DISTINCT ${column}) > 3 THEN 'same weekday' END`
      : 'NULL';
  });
  const { rows } = await database.query(`SELECT ${items.join(', ')} FROM ${table}`);
  return shape.columns.map((_, column) => (rows[0]?.[column] ?? undefined) as Calendar | undefined);
}

/** Those of the tests that hold. */
async function readTruths(
  database: Database,
  tests: readonly string[],
  from = '',
): Promise<ReadonlySet<string>> {
  if (tests.length === 0) return new Set();
  const { rows } = await database.query(`SELECT ${tests.join(', ')} ${from}`);
  return new Set(tests.filter((_, index) => rows[0]?.[index] === true));
}
