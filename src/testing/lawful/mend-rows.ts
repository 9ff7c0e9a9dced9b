import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import type { DraftTable } from './draft-rows.ts';
import { drawValue, madeUp, writeNumber, type ColumnHabit, type DrawInputs } from './draw-value.ts';
import type { LawBreach } from './find-breaches.ts';
import { keyOf, numberTypeKind, placeOfColumn, type Value } from './lawful-database.ts';

/** Changes rows so that what the descriptors say of rows together holds more often: keys, dependencies, foreign keys. */
export function mendTogether(
  drafts: readonly DraftTable[],
  tables: readonly TableDescriptor[],
  inputs: DrawInputs,
): void {
  for (const table of tables) {
    const own = drafts.filter((draft) => draft.table === table);
    mendLinks(own, drafts, inputs);
    mendKeys(own, table, inputs);
    // What one pass sets may be what the next determines from.
    for (let pass = 0; pass < 3; pass++) mendDependencies(own, table);
  }
}

function mendLinks(own: readonly DraftTable[], drafts: readonly DraftTable[], { chance }: DrawInputs): void {
  for (const draft of own) {
    for (const { columns, references } of draft.table.foreignKeys) {
      const parents = drafts.filter(
        (other) => other.table.name === references.table && other.database === draft.database,
      );
      // A table that the exercise does not read cannot be looked at.
      if (parents.length === 0 && references.table !== draft.table.name && !drafts.some(({ table }) => table.name === references.table)) continue; // prettier-ignore
      const places = columns.map((column) => placeOfColumn(draft.table, column));
      const theirs = (parent: DraftTable) =>
        references.columns.map((column) => placeOfColumn(parent.table, column));
      const key = keyOf(draft.values, places);
      if (key === undefined || parents.some((parent) => keyOf(parent.values, theirs(parent)) === key))
        continue;
      const parent = parents.length > 0 ? chance.pick(parents) : undefined;
      for (const [index, place] of places.entries())
        draft.values[place] = parent?.values[theirs(parent)[index] ?? -1] ?? null;
    }
  }
}

function mendKeys(own: readonly DraftTable[], table: TableDescriptor, inputs: DrawInputs): void {
  const linked = new Set(table.foreignKeys.flatMap(({ columns }) => columns));
  for (const key of [table.primaryKey, ...(table.unique ?? [])].filter(({ length }) => length > 0)) {
    const places = key.map((column) => placeOfColumn(table, column));
    const free = table.columns.filter(({ name }) => key.includes(name) && !linked.has(name));
    const seen = new Set<string>();
    for (const draft of own) {
      const keyHere = () => `${draft.database} ${keyOf(draft.values, places) ?? ''}`;
      for (let turn = 0; turn < 4 && seen.has(keyHere()) && free.length > 0; turn++) {
        const column = inputs.chance.pick(free);
        const isPlain = column.type === 'VARCHAR' && column.allowed === undefined;
        draft.values[placeOfColumn(table, column.name)] = isPlain
          ? madeUp(inputs.chance)
          : redraw(draft, column, inputs);
      }
      if (keyOf(draft.values, places) !== undefined) seen.add(keyHere());
    }
  }
}

function mendDependencies(own: readonly DraftTable[], table: TableDescriptor): void {
  for (const { columns, determines } of table.depends ?? []) {
    const from = columns.map((column) => placeOfColumn(table, column));
    const to = determines.map((column) => placeOfColumn(table, column));
    const known = new Map<string, DraftTable>();
    for (const draft of own) {
      const key = keyOf(draft.values, from);
      if (key === undefined) continue;
      const name = `${draft.database} ${key}`;
      const first = known.get(name) ?? draft;
      known.set(name, first);
      for (const place of to) draft.values[place] = first.values[place] ?? null;
    }
  }
}

function redraw(draft: DraftTable, column: ColumnDescriptor, inputs: DrawInputs): Value {
  const habit = draft.habits[placeOfColumn(draft.table, column.name)] as ColumnHabit;
  return drawValue(
    draft.table.name,
    column,
    { ...habit, way: inputs.chance.happens(0.5) ? 'mixed' : habit.way },
    inputs,
  );
}

/** Changes one row so that it may keep a rule that it broke. Whether it does is looked at again. */
export function mendBreach({ draft, rule, columns, parent }: LawBreach, inputs: DrawInputs): void {
  const { chance } = inputs;
  const { table, values } = draft;
  if (mendSum(draft, rule, inputs)) return;
  const ofRule = table.columns.filter(({ name }) => columns.includes(name));
  if (ofRule.length === 0) return;
  if (parent !== undefined && chance.happens(0.7)) {
    for (const column of ofRule) {
      const theirs = parent.table.columns.findIndex(({ name }) => name === column.name);
      if (theirs >= 0) values[placeOfColumn(table, column.name)] = parent.values[theirs] ?? null;
    }
    return;
  }
  if (mendOrder(draft, ofRule, rule, inputs)) return;
  const column = chance.pick(ofRule);
  const place = placeOfColumn(table, column.name);
  const others = ofRule.filter(({ name, type }) => name !== column.name && type === column.type);
  const wayOut = chance.below(4);
  if (wayOut === 0 && others.length > 0)
    values[place] = values[placeOfColumn(table, chance.pick(others).name)] ?? null;
  else if (wayOut === 1 && column.nullable) values[place] = null;
  else values[place] = redraw(draft, column, inputs);
}

/** `a + b = c`: sets the total, or one part of it. */
function mendSum({ table, values }: DraftTable, rule: string, { chance }: DrawInputs): boolean {
  const [, left, right] = /^\(?\s*([\w\s+]+?)\s*=\s*(\w+)\s*\)?$/.exec(rule) ?? [];
  const parts = left?.split('+').map((part) => part.trim()) ?? [];
  const columns = [...parts, right ?? ''].map((name) => table.columns.find((column) => column.name === name));
  if (parts.length < 2 || columns.some((column) => column === undefined || !numberTypeKind(column.type)))
    return false;
  const places = [...parts, right ?? ''].map((name) => placeOfColumn(table, name));
  const numbers = places.map((place) => Number(values[place] ?? 0));
  const total = numbers.at(-1) ?? 0;
  // The whole total in one part: the only way to keep a total of 1.
  if (chance.happens(0.3)) {
    const holder = chance.below(parts.length);
    for (const [index, place] of places.slice(0, -1).entries())
      values[place] = writeNumber(index === holder ? total : 0, columns[index]?.type ?? '');
    return true;
  }
  const sum = numbers.slice(0, -1).reduce((all, number) => all + number, 0);
  const part = chance.below(parts.length);
  const rest = total - (sum - (numbers[part] ?? 0));
  // A part below 0 is no part: then the total follows, or another split is tried.
  const at = rest >= 0 && chance.happens(0.6) ? part : parts.length;
  values[places[at] ?? -1] = writeNumber(at === part ? rest : sum, columns[at]?.type ?? '');
  return true;
}

/** `a <= b` or `a < b`: draws the smaller one below the larger, or takes the larger one's value. */
function mendOrder(
  { table, values }: DraftTable,
  columns: readonly ColumnDescriptor[],
  rule: string,
  { chance }: DrawInputs,
): boolean {
  const [, small, sign, large] = /^\(?\s*(\w+)\s*(<=?)\s*(\w+)\s*\)?$/.exec(rule) ?? [];
  const [low, high] = [small, large].map((name) => columns.find((column) => column.name === name));
  if (!low || !high || !numberTypeKind(low.type) || chance.happens(0.2)) return false;
  const [from, to] = [placeOfColumn(table, low.name), placeOfColumn(table, high.name)];
  const top = Number(values[to] ?? 0);
  if (chance.happens(0.3))
    values[to] = writeNumber(Number(values[from] ?? 0) + (sign === '<' ? 1 : 0), high.type);
  else values[from] = writeNumber(chance.pick([0, top, (top * chance.below(1000)) / 1000]), low.type);
  return true;
}
