import { firstBreach, type BrokenFact } from './keep-lawful-rows.ts';
import { toNumber, toText } from '../facts/table-facts.ts';
import type { TableModel } from '../facts/table-model.ts';
import type { Row } from '../witness.ts';

/**
 * A copy of a row with other numbers or dates in some columns, and with the columns that must follow changed too: parts
 * follow their total, a smaller figure stays below a larger one.
 *
 * @param values - By column position; dates as days since 1970.
 * @returns `undefined` when no lawful row has these values.
 */
export function setValues(
  model: TableModel,
  row: Row,
  values: ReadonlyMap<number, number | null>,
): Row | undefined {
  // Figures that hang together follow more easily once all of them are of the new size, or nothing.
  const determined =
    repairUntilLawful(model, row, values) ??
    repairUntilLawful(model, scaled(model, row, values), values) ??
    repairUntilLawful(model, scaled(model, row, new Map()), values);
  return determined && spellOut(model, row, determined);
}

/** The row with the texts that say a changed figure again said anew. */
function spellOut(model: TableModel, before: Row, row: Row): Row | undefined {
  let spelt = row;
  for (const { column, text, isDayFirst } of model.spelt ?? []) {
    const value = row[column] ?? null;
    if (value === (before[column] ?? null)) continue;
    if (value === null && !model.shape.columns[text]?.nullable) return undefined;
    spelt = spelt.with(text, value !== null && isDayFirst ? value.split('-').reverse().join('/') : value);
  }
  return spelt === row || !firstBreach(spelt, model) ? spelt : undefined;
}

/** The row with its figures made smaller or larger as the new ones are; all zero where none tells how. */
function scaled(model: TableModel, row: Row, values: ReadonlyMap<number, number | null>): Row {
  const number = (column: number) => toNumber(row[column] ?? null, model.shape.columns[column]?.type ?? '');
  const factors = [...values].flatMap(([column, value]) => {
    const old = number(column);
    return old && value !== null ? [value / old] : [];
  });
  const factor = Math.max(0, ...factors);
  const linked = new Set([
    ...model.facts.sums.flat(),
    ...model.facts.roundedSums.flat(),
    ...model.facts.orders.flat(),
  ]);
  return row.map((value, column) => {
    const shape = model.shape.columns[column];
    if (value === null || !shape || shape.type === 'DATE') return value;
    if (!linked.has(column) || !model.changeable.includes(column)) return value;
    return toText(Math.floor((number(column) ?? 0) * factor), shape);
  });
}

/** The row with the values put in and what they break repaired, place by place, until it is lawful. */
function repairUntilLawful(
  model: TableModel,
  row: Row,
  values: ReadonlyMap<number, number | null>,
): Row | undefined {
  const changed = [...row];
  const put = (place: number, number: number | null) => {
    const shape = model.shape.columns[place];
    changed[place] = number === null || !shape ? null : toText(number, shape);
  };
  for (const [column, value] of values) put(column, value);
  const determined = new Set(values.keys());
  for (let step = 0; step < 24; step++) {
    const breach = firstBreach(changed, model);
    if (!breach) return changed;
    const repairs = repair(breach, model, changed, determined);
    if (repairs.length === 0) return undefined;
    for (const [place, number] of repairs) {
      put(place, number);
      determined.add(place);
    }
  }
  return undefined;
}

function repair(
  breach: BrokenFact,
  model: TableModel,
  row: Row,
  determined: ReadonlySet<number>,
): [column: number, value: number | null][] {
  const number = (column: number) => toNumber(row[column] ?? null, model.shape.columns[column]?.type ?? '');
  const isFree = (column: number) => !determined.has(column) && model.changeable.includes(column);
  switch (breach.kind) {
    case 'value':
      return [];
    case 'missing':
      if (isFree(breach.second)) return [[breach.second, null]];
      return isFree(breach.first) ? [[breach.first, number(breach.second) ?? 0]] : [];
    case 'order':
      if (isFree(breach.large)) return [[breach.large, number(breach.small) ?? 0]];
      return isFree(breach.small) ? [[breach.small, number(breach.large) ?? 0]] : [];
    case 'sum':
      return repairSum(breach, number, isFree);
  }
}

/** The total follows if it may; else the free parts share what is left, in the proportions they had. */
function repairSum(
  { columns, slack }: Extract<BrokenFact, { kind: 'sum' }>,
  number: (column: number) => number | undefined,
  isFree: (column: number) => boolean,
): [number, number][] {
  const total = columns.at(-1) ?? 0;
  const parts = columns.slice(0, -1);
  const sumOf = (some: readonly number[]) => some.reduce((all, column) => all + (number(column) ?? 0), 0);
  if (isFree(total)) return [[total, sumOf(parts)]];
  const free = parts.filter(isFree);
  const left = (number(total) ?? 0) - sumOf(parts.filter((part) => !isFree(part)));
  if (free.length === 0 || left < 0) return [];
  const before = sumOf(free);
  const shares = free.map((column) => Math.floor(before === 0 ? 0 : (left * (number(column) ?? 0)) / before));
  const rest = left - shares.reduce((all, share) => all + share, 0);
  // What rounding leaves may stay, so that equal parts stay equal.
  const added = rest <= slack ? 0 : rest;
  return free.map((column, index) => [column, (shares[index] ?? 0) + (index === 0 ? added : 0)]);
}
