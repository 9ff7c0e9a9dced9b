import type { Row } from '../witness.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { toNumber } from '../facts/table-facts.ts';
import { placeOf, type Rows, type TableModel } from '../facts/table-model.ts';
import { firstBreach, keepLawfulInTables } from './keep-lawful-rows.ts';
import type { Random } from './random.ts';
import { setValues } from './set-values.ts';

/**
 * The rows with lawful values that today's do not have: in each column, used or not, a gap, the ends of its range, and a text or
 * yes and no of another row. At most two of these changes fall on one row, so that most of it stays as it was.
 *
 * @returns Each row in its old place. A rule in SQL may be broken.
 */
export function withAwkwardValues(rows: Rows, models: readonly TableModel[], random: Random): Rows {
  const changed = models.map((model): [string, readonly Row[]] => {
    const list = [...(rows.get(model.shape.name) ?? [])];
    const changes = new Map<number, number>();
    for (const change of random.shuffle(changesOf(model))) {
      const place = random.index(Math.max(1, list.length));
      const [row, other] = [list[place], random.pick(list)];
      if (!row || !other || (changes.get(place) ?? 0) >= 2) continue;
      const next = change(row, other);
      if (!next || firstBreach(next, model) || !isLawful(list.with(place, next), model)) continue;
      list[place] = next;
      changes.set(place, (changes.get(place) ?? 0) + 1);
    }
    return [model.shape.name, list];
  });
  return new Map([...rows, ...changed]);
}

/** Whether all rows of a table can stand together by its keys, what it holds unique and what depends on what. */
function isLawful(list: readonly Row[], model: TableModel): boolean {
  const { name } = model.shape;
  return keepLawfulInTables(new Map([[name, list]]), [model]).get(name)?.length === list.length;
}

type AwkwardChange = (row: Row, other: Row) => Row | undefined;

function changesOf(model: TableModel): AwkwardChange[] {
  const { shape, changeable } = model;
  const fixed = [...shape.primaryKey, ...shape.foreignKeys.flatMap(({ columns }) => columns)];
  return shape.columns.flatMap(({ name, type, nullable, range }, place): AwkwardChange[] => {
    if (fixed.includes(name)) return [];
    const isFigure = isNumberType(type) || type === 'DATE';
    const set = (value: number | null): AwkwardChange => {
      if (isFigure) return (row) => setValues(model, row, new Map([[place, value]]));
      return (row) => (value === null ? row.with(place, null) : undefined);
    };
    const gap = nullable ? [set(null)] : [];
    if (!isFigure) return [...gap, toExchange(model, place)];
    if (!changeable.includes(place)) return gap;
    const ends = (range ?? []).flatMap((end) => {
      const value = typeof end === 'string' ? toNumber(end, type) : end;
      return value === undefined ? [] : [set(value)];
    });
    // The same figure as another row's, and one that is a little larger.
    const beside = [0, 1, 10].map((step): AwkwardChange => (row, other) => {
      const value = toNumber(other[place] ?? null, type);
      return value === undefined ? undefined : setValues(model, row, new Map([[place, value + step]]));
    });
    return [...gap, ...ends, ...beside];
  });
}

/** The value of another row, with what that value determines, or is determined by it. */
function toExchange({ shape }: TableModel, place: number): AwkwardChange {
  const bound = new Set([place]);
  const laws = (shape.depends ?? []).map(({ columns, determines }) =>
    [...columns, ...determines].map((column) => placeOf({ shape }, column)),
  );
  // One law may bring in the columns of another.
  laws.forEach(() => {
    for (const law of laws)
      if (law.some((column) => bound.has(column))) law.forEach((column) => bound.add(column));
  });
  const isKey = [...bound].some((column) => shape.primaryKey.includes(shape.columns[column]?.name ?? ''));
  return (row, other) =>
    isKey ? undefined : row.map((value, column) => (bound.has(column) ? (other[column] ?? null) : value));
}
