import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { drawHabit, drawValue, type ColumnHabit, type DrawInputs } from './draw-value.ts';
import { placeOfColumn, numberTypeKind, type LawfulRow, type Value } from './lawful-database.ts';
import { poolName } from './value-pools.ts';

/** A row in the making, of one of several databases that are made at once. */
export interface DraftTable {
  readonly table: TableDescriptor;
  /** Which database it belongs to. */
  readonly database: number;
  readonly habits: readonly ColumnHabit[];
  values: Value[];
}

export interface DraftOptions {
  readonly database: number;
  /** About how many rows a table gets. */
  readonly size: number;
}

/** Rows for each table of one database, parents before children. Nothing is lawful yet but each value by itself. */
export function draftRows(
  tables: readonly TableDescriptor[],
  inputs: DrawInputs,
  { database, size }: DraftOptions,
): DraftTable[] {
  const { chance, pools } = inputs;
  const drafts: DraftTable[] = [];
  // Rows of today with a few changes, rows that nobody has seen, or some of either.
  const fresh = chance.pick([0, 0.2, 0.5, 1]);
  const changed = chance.pick([0.05, 0.15, 0.4]);
  // Conditions on several columns turn only where each value stands beside a number or text of the query.
  const isPointed = chance.happens(0.35);
  for (const table of parentsFirst(tables)) {
    const habits = table.columns.map((column): ColumnHabit => {
      const habit = drawHabit(table.name, column, inputs);
      return isPointed && chance.happens(0.8) ? { ...habit, way: 'literal' } : habit;
    });
    const real = pools.rows.get(table.name) ?? [];
    const isChild = table.foreignKeys.some(({ references }) => references.table !== table.name);
    const count = Math.round(size * (isChild ? chance.pick([0, 0.5, 1, 2]) : 1));
    const favourites = drawFavourites(table, inputs);
    const own: DraftTable[] = [];
    for (let made = 0; made < count; made++) {
      const twin = own.length > 0 && chance.happens(0.2) ? chance.pick(own) : undefined;
      const base: LawfulRow | undefined =
        twin?.values ?? (real.length > 0 && !chance.happens(fresh) ? chance.pick(real) : undefined);
      const values = table.columns.map((column, place) =>
        base === undefined || chance.happens(isPointed ? 0.5 : changed)
          ? drawValue(table.name, column, habits[place] as ColumnHabit, inputs)
          : (base[place] ?? null),
      );
      for (const [place, value] of favourites) if (chance.happens(0.7)) values[place] = value;
      own.push({ table, database, habits, values });
    }
    if (chance.happens(0.3)) aimSum(own, inputs);
    drafts.push(...own);
  }
  return drafts;
}

/**
 * For columns that the queries name, a value that they name too: most rows of some databases meet such a condition. By chance alone
 * hardly a handful would.
 */
function drawFavourites(
  table: TableDescriptor,
  { chance, literals, pools }: DrawInputs,
): Map<number, string> {
  const favourites = new Map<number, string>();
  for (const [place, { name }] of table.columns.entries()) {
    if (!literals.words.has(name)) continue;
    const known = new Set(pools.real.get(poolName(table.name, name)));
    const named = literals.texts.filter((text) => known.has(text));
    if (named.length > 0 && chance.happens(0.5)) favourites.set(place, chance.pick(named));
  }
  return favourites;
}

/** Children after the tables they refer to, as far as that goes. */
export function parentsFirst(tables: readonly TableDescriptor[]): TableDescriptor[] {
  const sorted: TableDescriptor[] = [];
  let rest = [...tables];
  while (rest.length > 0) {
    const free = rest.filter(({ name, foreignKeys }) =>
      foreignKeys.every(
        ({ references }) =>
          references.table === name || !rest.some((other) => other.name === references.table),
      ),
    );
    const next = free.length > 0 ? free : rest.slice(0, 1);
    sorted.push(...next);
    rest = rest.filter((table) => !next.includes(table));
  }
  return sorted;
}

/** Makes some rows of one group add up to a number of the queries, or just beside it: where a condition on a total turns. */
function aimSum(drafts: readonly DraftTable[], { chance, literals }: DrawInputs): void {
  const table = drafts[0]?.table;
  if (!table || literals.numbers.length === 0) return;
  const target = chance.pick(literals.numbers) + chance.pick([0, 1, -1, 100, -100]);
  const figures = table.columns.filter(({ type, range }) => numberTypeKind(type) === 'whole' && Number(range?.[1] ?? target) >= target / 4); // prettier-ignore
  const groups = table.columns.filter(
    ({ name, type }) => (type === 'VARCHAR' || type === 'DATE') && !isOwnKey(table, name),
  );
  if (target < 10 || figures.length === 0 || groups.length === 0) return;
  const named = <T extends { name: string }>(columns: readonly T[]) => {
    const asked = columns.filter(({ name }) => literals.words.has(name));
    return asked.length > 0 && chance.happens(0.8) ? asked : columns;
  };
  const figure = placeOfColumn(table, chance.pick(named(figures)).name);
  const group = placeOfColumn(table, chance.pick(named(groups)).name);
  const [first, ...others] = chance.shuffle(drafts).slice(0, 1 + chance.below(6));
  if (!first) return;
  // Alike or not: a total may come of one large part, or of many small ones.
  const unlike = chance.pick([1, 5]);
  const shares = [first, ...others].map(() => 1 + chance.below(unlike));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  let left = target;
  for (const [index, draft] of [first, ...others].entries()) {
    const part = index === others.length ? left : Math.floor((target * (shares[index] ?? 1)) / whole);
    left -= part;
    draft.values[group] = first.values[group] ?? null;
    draft.values[figure] = String(part);
  }
}

const isOwnKey = ({ primaryKey }: TableDescriptor, name: string) =>
  primaryKey.length === 1 && primaryKey[0] === name;
