import type { Compare } from './compare-rules.ts';
import type { Column } from '#src/results/result-table.ts';
import { toCommonType, type CommonType } from './common-type.ts';
import type { WrongColumns } from './difference.ts';

/** A column of the expected result and the learner's column that stands for it; both count from 0. */
export interface ColumnPair {
  readonly found: number;
  readonly expected: number;
  readonly common: CommonType;
}

/**
 * Finds the learner's column for each expected one: by place, or by name where the exercise asks for names (capital
 * letters make no difference, and then the places do not count).
 */
export function alignColumns(
  found: readonly Column[],
  expected: readonly Column[],
  compare: Compare,
): { ok: true; pairs: readonly ColumnPair[] } | { ok: false; difference: WrongColumns } {
  const counts = { expectedCount: expected.length, foundCount: found.length };
  const refuse = (missing: readonly string[], extra: readonly string[]) =>
    ({ ok: false, difference: { kind: 'wrong-columns', ...counts, missing, extra } }) as const;

  if (compare.columnNames === 'ignored') {
    if (found.length !== expected.length) return refuse([], []);
    return {
      ok: true,
      pairs: pairColumns(
        found,
        expected,
        expected.map((_column, index) => index),
        compare,
      ),
    };
  }
  const left = found.map((column, index) => ({ name: column.name.toLowerCase(), index }));
  const missing: string[] = [];
  const order = expected.map(({ name }) => {
    const at = left.findIndex((each) => each.name === name.toLowerCase());
    if (at < 0) missing.push(name);
    return left.splice(at < 0 ? left.length : at, 1)[0]?.index ?? -1;
  });
  if (missing.length > 0 || left.length > 0) {
    return refuse(
      missing,
      left.map(({ index }) => found[index]?.name ?? ''),
    );
  }
  return { ok: true, pairs: pairColumns(found, expected, order, compare) };
}

/** The pairs by name, where every name stands once on each side; empty otherwise. */
export function alignByName(
  found: readonly Column[],
  expected: readonly Column[],
  compare: Compare,
): readonly (readonly ColumnPair[])[] {
  const named = alignColumns(found, expected, { ...compare, columnNames: 'required' });
  return named.ok ? [named.pairs] : [];
}

/** Pairs with the learner's columns in a given order: `order[i]` stands for the expected column `i`. */
export function pairColumns(
  found: readonly Column[],
  expected: readonly Column[],
  order: readonly number[],
  { tolerance }: Compare,
): readonly ColumnPair[] {
  return expected.map((column, index) => {
    const place = order[index] ?? index;
    return {
      found: place,
      expected: index,
      common: toCommonType(found[place]?.type ?? 'VARCHAR', column.type, tolerance),
    };
  });
}
