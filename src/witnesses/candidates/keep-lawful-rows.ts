import { toNumber, toText } from '../facts/table-facts.ts';
import { placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import type { Row, WitnessColumnShape, WitnessTableShape, WitnessValue } from '../witness.ts';

type Shaped = Pick<TableModel, 'shape'>;

/**
 * Leaves out the rows that break what the descriptor says. Of two rows that cannot stand together the first stays. Rules
 * written in SQL are not looked at here.
 */
export function keepLawfulRows(rows: Rows, models: readonly Shaped[]): Rows {
  let kept = keepLawfulInTables(rows, models);
  for (;;) {
    const next = new Map(models.map((model) => [model.shape.name, keepReferences(kept, model, models)]));
    const isStable = models.every(
      ({ shape }) => next.get(shape.name)?.length === kept.get(shape.name)?.length,
    );
    if (isStable) return kept;
    kept = next;
  }
}

/** The same, but for references: the rows of other tables need not be there yet. */
export function keepLawfulInTables(rows: Rows, models: readonly Shaped[]): Map<string, readonly Row[]> {
  return new Map(models.map((model) => [model.shape.name, keepInTable(rows, model)]));
}

/** The key of a row among some columns; `undefined` where one of them is missing. */
export function toKey(row: Row, columns: readonly number[]): string | undefined {
  const values = columns.map((column) => row[column] ?? null);
  return values.includes(null) ? undefined : JSON.stringify(values);
}

function keepInTable(rows: Rows, { shape }: Shaped): readonly Row[] {
  const placesOf = (columns: readonly string[]) => columns.map((column) => placeOf({ shape }, column));
  const keys = [shape.primaryKey, ...(shape.unique ?? [])].filter(({ length }) => length > 0).map(placesOf);
  const seenKeys = keys.map(() => new Set<string>());
  const depends = (shape.depends ?? []).map(({ columns, determines }) => ({
    from: placesOf(columns),
    to: placesOf(determines),
    seen: new Map<string, string>(),
  }));
  const periods = (shape.periods ?? []).map(({ of, from, to }) => ({
    owner: placesOf(of),
    from: placeOf({ shape }, from),
    to: placeOf({ shape }, to),
    seen: new Map<string, Row[]>(),
  }));
  return (rows.get(shape.name) ?? []).filter((row) => {
    if (!hasAllowedValues(row, shape)) return false;
    const rowKeys = keys.map((key) => toKey(row, key));
    if (rowKeys.some((key, index) => key !== undefined && seenKeys[index]?.has(key))) return false;
    const known = depends.map(({ from, to, seen }) => {
      const [key, value] = [toKey(row, from), JSON.stringify(to.map((column) => row[column] ?? null))];
      return { key, value, seen };
    });
    if (known.some(({ key, value, seen }) => key !== undefined && (seen.get(key) ?? value) !== value))
      return false;
    const times = periods.map((period) => ({ ...period, key: toKey(row, period.owner) }));
    const overlaps = times.some(
      ({ key, seen, from, to }) =>
        key !== undefined && seen.get(key)?.some((other) => isOverlap([other, row], from, to)),
    );
    if (overlaps) return false;
    rowKeys.forEach((key, index) => key !== undefined && seenKeys[index]?.add(key));
    for (const { key, value, seen } of known) if (key !== undefined) seen.set(key, value);
    for (const { key, seen } of times) if (key !== undefined) seen.set(key, [...(seen.get(key) ?? []), row]);
    return true;
  });
}

/** Whether two times share a day or moment. DuckDB writes dates and times of one type so that their texts sort as they do. */
function isOverlap([first, second]: readonly [Row, Row], from: number, to: number): boolean {
  const [endsLater, startsFirst] = ['\uffff', ''];
  return (
    (first[from] ?? startsFirst) <= (second[to] ?? endsLater) &&
    (second[from] ?? startsFirst) <= (first[to] ?? endsLater)
  );
}

function keepReferences(rows: Rows, model: Shaped, models: readonly Shaped[]): readonly Row[] {
  let kept = rows.get(model.shape.name) ?? [];
  for (const { columns, references } of model.shape.foreignKeys) {
    const parent = models.find(({ shape }) => shape.name === references.table);
    if (!parent) continue;
    const own = columns.map((column) => placeOf(model, column));
    const theirs = references.columns.map((column) => placeOf(parent, column));
    const known = new Set((rows.get(references.table) ?? []).map((row) => toKey(row, theirs)));
    kept = kept.filter((row) => {
      const key = toKey(row, own);
      return key === undefined || known.has(key);
    });
  }
  return kept;
}

export type BrokenFact =
  | { readonly kind: 'value'; readonly column: number }
  | { readonly kind: 'order'; readonly small: number; readonly large: number }
  | { readonly kind: 'sum'; readonly columns: readonly number[]; readonly slack: number }
  | { readonly kind: 'missing'; readonly first: number; readonly second: number };

/** The first of a table's facts that a row breaks by itself. */
export function firstBreach(row: Row, { shape, facts }: TableModel): BrokenFact | undefined {
  const number = (column: number) => toNumber(row[column] ?? null, shape.columns[column]?.type ?? '');
  const wrong = shape.columns.findIndex(
    (column, index) =>
      !isAllowed(row[index] ?? null, column) || !isOnCalendar(number(index), index, { facts, shape }),
  );
  if (wrong >= 0) return { kind: 'value', column: wrong };
  for (const [first, second] of facts.missingTogether) {
    if (row[first] === null && row[second] !== null) return { kind: 'missing', first, second };
  }
  const sums = [
    ...facts.sums.map((columns) => ({ columns, slack: 0 })),
    ...facts.roundedSums.map((columns) => ({ columns, slack: 1 })),
  ];
  for (const { columns, slack } of sums) {
    const values = columns.map(number);
    const total = values.at(-1);
    if (total === undefined || values.includes(undefined)) continue;
    const parts = values.slice(0, -1).reduce<number>((all, part) => all + (part ?? 0), 0);
    if (Math.abs(parts - total) > slack + 1e-9) return { kind: 'sum', columns, slack };
  }
  for (const [small, large] of facts.orders) {
    if ((number(small) ?? -Infinity) > (number(large) ?? Infinity)) return { kind: 'order', small, large };
  }
  return undefined;
}

/** Whether a date, in days since 1970, is one of the days that the column's dates are. */
function isOnCalendar(
  days: number | undefined,
  column: number,
  { facts, shape }: Pick<TableModel, 'facts' | 'shape'>,
): boolean {
  const calendar = facts.calendar[column];
  if (days === undefined || !calendar) return true;
  const isFirst = (day: number) => toText(day, shape.columns[column] as WitnessColumnShape).endsWith('-01');
  switch (calendar) {
    case 'first of month':
      return isFirst(days);
    case 'last of month':
      return isFirst(days + 1);
    case 'same weekday':
      return (days - (facts.extent[column]?.[0] ?? days)) % 7 === 0;
  }
}

/** Whether each value of a row is one that its column may hold. */
export function hasAllowedValues(row: Row, { columns }: WitnessTableShape): boolean {
  return columns.every((column, index) => isAllowed(row[index] ?? null, column));
}

function isAllowed(value: WitnessValue, { type, nullable, allowed, range }: WitnessColumnShape): boolean {
  if (value === null) return nullable;
  if (allowed && !allowed.includes(value)) return false;
  if (!range) return true;
  const [low, high] = range.map((end) => (typeof end === 'string' ? toNumber(end, type) : end));
  const number = toNumber(value, type);
  return number === undefined || ((low ?? -Infinity) <= number && number <= (high ?? Infinity));
}
