import { toQuotedName } from '#src/datasets/table-sql.ts';
import type { Database } from '#src/results/database.ts';
import { readTextShapes, type TextShape } from './text-shapes.ts';
import type { WitnessColumnShape, WitnessTableShape, WitnessValue } from './witness.ts';

export type Row = readonly WitnessValue[];

/**
 * What is true of every row of a real table beyond its descriptor, by column position. A learner may rely on it without
 * knowing, so a witness keeps it too.
 */
export interface TableFacts {
  /** Whoever knows the first column knows the second: a department and its abbreviation. */
  readonly dependencies: readonly (readonly [from: number, to: number])[];
  /** No two rows share a value. */
  readonly unique: readonly number[];
  /** The first is never more than the second. */
  readonly orders: readonly (readonly [small: number, large: number])[];
  /** The last is the sum of the others. */
  readonly sums: readonly (readonly number[])[];
  /** Where the first is missing, so is the second. */
  readonly missingTogether: readonly (readonly [number, number])[];
  /** Columns with a missing value. */
  readonly withGaps: readonly number[];
  /** The smallest and the largest value; NaN where the column is no number. */
  readonly extent: readonly (readonly [low: number, high: number])[];
  /** A number that may change without touching a key or a text: see `isMeasure`. Dates that have many values too. */
  readonly measures: readonly number[];
  /** What the texts of each column look like; nothing where a column holds no text. */
  readonly texts: readonly (TextShape | undefined)[];
}

/** Rows looked at before the whole table is asked: they refuse most guesses at once. */
const sampleRows = 300;
/** A guess that holds is a fact only if this many rows could have refused it. */
const evidence = { dependency: 5, order: 12, sum: 8, missing: 3 } as const;

/** Finds the facts by guessing from a sample and asking the whole table, in four or five queries. */
export async function learnTableFacts(database: Database, shape: WitnessTableShape): Promise<TableFacts> {
  const table = `main.${toQuotedName(shape.name)}`;
  const names = shape.columns.map(({ name }) => toQuotedName(name));
  const texts = names.map((name) => `${name}::VARCHAR`).join(', ');
  const { rows } = await database.query(
    `SELECT ${texts} FROM ${table} ORDER BY hash(rowid) LIMIT ${sampleRows}`,
  );
  const sample = rows as readonly Row[];
  const counts = await readCounts(database, table, shape);
  const keyColumns = [...shape.primaryKey, ...shape.foreignKeys.flatMap(({ columns }) => columns)];
  const isKey = shape.columns.map(({ name }) => keyColumns.includes(name));
  const measures = shape.columns.flatMap(({ type }, column) => {
    if (isKey[column]) return [];
    if (isNumberType(type)) return [column];
    return type === 'DATE' && (counts[column]?.distinct ?? 0) > 40 ? [column] : [];
  });

  const numbers = sample.map((row) =>
    row.map((value, column) => toNumber(value, shape.columns[column]?.type ?? '')),
  );
  const guesses = {
    dependencies: guessDependencies(sample, shape, measures),
    orders: guessOrders(numbers, shape, measures),
    sums: guessSums(numbers, shape, measures),
    missingTogether: guessMissing(sample, shape),
  };
  const name = (column: number) => names[column] ?? '';
  const [dependencies, orders, sums, missingTogether] = await Promise.all([
    keepTrue(database, guesses.dependencies, ([from, to]) => {
      return `NOT EXISTS (SELECT 1 FROM ${table} GROUP BY ${name(from)} HAVING count(DISTINCT ${name(to)}) + max((${name(to)} IS NULL)::INT) > 1)`;
    }),
    keepTrue(database, guesses.orders, ([small, large]) => {
      return `(SELECT bool_and(coalesce(${name(small)} <= ${name(large)}, true)) FROM ${table})`;
    }),
    keepTrue(database, guesses.sums, (columns) => {
      const parts = columns.slice(0, -1).map(name).join(' + ');
      return `(SELECT bool_and(coalesce(${parts} = ${name(columns.at(-1) ?? 0)}, true)) FROM ${table})`;
    }),
    keepTrue(database, guesses.missingTogether, ([first, second]) => {
      return `(SELECT bool_and(${name(first)} IS NOT NULL OR ${name(second)} IS NULL) FROM ${table})`;
    }),
  ]);
  const unique = counts.flatMap(({ distinct, filled }, column) =>
    distinct === filled && filled > 1 && !measures.includes(column) ? [column] : [],
  );
  return {
    // A unique column settles all others, but for its gaps, which `missingTogether` covers.
    dependencies: dependencies.filter(([from]) => !unique.includes(from)),
    orders,
    sums,
    missingTogether,
    unique,
    withGaps: counts.flatMap(({ filled, all }, column) => (filled < all ? [column] : [])),
    extent: counts.map(({ low, high }) => [low, high]),
    measures,
    texts: await readTextShapes(database, shape),
  };
}

export function isNumberType(type: string): boolean {
  return /^(DECIMAL|BIGINT|INTEGER|SMALLINT|TINYINT|HUGEINT|DOUBLE|FLOAT|REAL)/i.test(type);
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
  readonly distinct: number;
  readonly low: number;
  readonly high: number;
}

async function readCounts(database: Database, table: string, shape: WitnessTableShape): Promise<Counts[]> {
  const items = shape.columns.flatMap(({ name, type }) => {
    const column = toQuotedName(name);
    const ends = isNumberType(type)
      ? [`min(${column})::DOUBLE`, `max(${column})::DOUBLE`]
      : type === 'DATE'
        ? [
            `date_diff('day', DATE '1970-01-01', min(${column}))::DOUBLE`,
            `date_diff('day', DATE '1970-01-01', max(${column}))::DOUBLE`,
          ]
        : ['NULL', 'NULL'];
    return ['count(*)', `count(${column})`, `count(DISTINCT ${column})`, ...ends];
  });
  const { rows } = await database.query(`SELECT ${items.join(', ')} FROM ${table}`);
  const found = rows[0] ?? [];
  return shape.columns.map((_, column) => {
    const [all, filled, distinct, low, high] = found.slice(column * 5, column * 5 + 5);
    const toEnd = (value: typeof low) => (value === null || value === undefined ? NaN : Number(value));
    return {
      all: Number(all),
      filled: Number(filled),
      distinct: Number(distinct),
      low: toEnd(low),
      high: toEnd(high),
    };
  });
}

async function keepTrue<G>(
  database: Database,
  guesses: readonly G[],
  toSql: (guess: G) => string,
): Promise<G[]> {
  if (guesses.length === 0) return [];
  const { rows } = await database.query(`SELECT ${guesses.map(toSql).join(', ')}`);
  return guesses.filter((_, index) => rows[0]?.[index] === true);
}

function pairs(columns: readonly number[]): [number, number][] {
  return columns.flatMap((a) => columns.filter((b) => b !== a).map((b): [number, number] => [a, b]));
}

function guessDependencies(sample: readonly Row[], shape: WitnessTableShape, measures: readonly number[]) {
  const all = shape.columns.map((_, column) => column);
  return pairs(all).filter(([from, to]) => {
    if (measures.includes(from)) return false;
    const seen = new Map<WitnessValue, WitnessValue>();
    let repeats = 0;
    for (const row of sample) {
      const key = row[from] ?? null;
      const value = row[to] ?? null;
      if (!seen.has(key)) seen.set(key, value);
      else if (seen.get(key) !== value) return false;
      else repeats++;
    }
    return repeats >= evidence.dependency;
  });
}

type Numbers = readonly (readonly (number | undefined)[])[];

function guessOrders(numbers: Numbers, shape: WitnessTableShape, measures: readonly number[]) {
  const isDate = (column: number) => shape.columns[column]?.type === 'DATE';
  // A cost that never passes a count of something else does so by chance.
  const areAlike = (a: number, b: number) => {
    const [first, second] = [shape.columns[a], shape.columns[b]];
    const isSaid = shape.rules?.some(
      ({ rule }) => first && second && names(rule, first) && names(rule, second),
    );
    return first?.unit === second?.unit || !first?.unit || !second?.unit || isSaid === true;
  };
  const names = (rule: string, { name }: WitnessColumnShape) => rule.split(/\W+/).includes(name);
  return pairs(measures).filter(([small, large]) => {
    if (isDate(small) !== isDate(large) || !areAlike(small, large)) return false;
    const both = numbers.flatMap((row) => {
      const low = row[small];
      const high = row[large];
      return low === undefined || high === undefined ? [] : [high - low];
    });
    return both.length >= evidence.order && both.every((gap) => gap >= 0);
  });
}

function guessSums(numbers: Numbers, shape: WitnessTableShape, measures: readonly number[]): number[][] {
  const columns = measures.filter((column) => shape.columns[column]?.type !== 'DATE');
  const holds = (sum: readonly number[]) => {
    let full = 0;
    for (const row of numbers) {
      const values = sum.map((column) => row[column]);
      if (values.includes(undefined)) continue;
      const total = values.at(-1) ?? 0;
      const parts = values.slice(0, -1).reduce<number>((all, part) => all + (part ?? 0), 0);
      if (Math.abs(parts - total) > 1e-9) return false;
      if (values.slice(0, -1).every((part) => part !== 0)) full++;
    }
    return full >= evidence.sum;
  };
  return columns.flatMap((total) => {
    const others = columns.filter((column) => column !== total);
    const sums: number[][] = [];
    others.forEach((a, i) => {
      others.slice(i + 1).forEach((b, j) => {
        sums.push([a, b, total]);
        for (const c of others.slice(i + j + 2)) sums.push([a, b, c, total]);
      });
    });
    return sums.filter(holds);
  });
}

function guessMissing(sample: readonly Row[], shape: WitnessTableShape) {
  const nullable = shape.columns.flatMap(({ nullable }, column) => (nullable ? [column] : []));
  return pairs(nullable).filter(([first, second]) => {
    const gaps = sample.filter((row) => row[first] === null);
    return gaps.length >= evidence.missing && gaps.every((row) => row[second] === null);
  });
}
