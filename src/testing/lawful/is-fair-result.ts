import type { Compare } from '#src/compare/compare-rules.ts';
import type { ResultCell, Result } from './read-result.ts';

type Row = readonly ResultCell[];

/** What a reading of the task gives on one database. */
export interface Expected {
  readonly result: Result;
  /**
   * Where the reading sorts: the places of its sort keys among the columns, and every row that a limit chooses from. Rows that tie on
   * the keys may stand in any order, and any of them may be cut off.
   */
  readonly sorted?: { readonly keys: readonly number[]; readonly all: Result };
}

// The last digits of a floating-point sum are luck.
const noise = 1e-9;

/**
 * Whether a result is as the task asks, by the exercise's rules for comparing. Written apart from `src/compare`, which it judges.
 */
export function isFairResult(found: Result, expected: Expected, compare: Compare): boolean {
  if (found.rows.length !== expected.result.rows.length) return false;
  return columnOrders(found, expected.result, compare).some((order) => {
    const rows = found.rows.map((row) => order.map((place) => row[place] ?? null));
    return hasFairRows(rows, expected, compare);
  });
}

/** The ways to take the found columns for the expected ones: places in the found result, one for each expected column. */
function columnOrders(found: Result, expected: Result, compare: Compare): number[][] {
  const count = expected.columns.length;
  if (found.columns.length !== count) return [];
  const places = Array.from({ length: count }, (_each, place) => place);
  if (compare.columnNames === 'required') {
    const names = found.columns.map((name) => name.toLowerCase());
    const order = expected.columns.map((name) => names.indexOf(name.toLowerCase()));
    return order.includes(-1) ? [] : [order];
  }
  return compare.columns === 'any-order' ? permute(places) : [places];
}

function permute(places: readonly number[]): number[][] {
  if (places.length <= 1) return [[...places]];
  return places.flatMap((place) =>
    permute(places.filter((other) => other !== place)).map((rest) => [place, ...rest]),
  );
}

function hasFairRows(rows: readonly Row[], { result, sorted }: Expected, compare: Compare): boolean {
  if (compare.order === 'ignored') return isPartOf(rows, result.rows, compare.tolerance);
  if (!sorted) return rows.every((row, index) => isSameRow(row, result.rows[index] ?? [], compare.tolerance));
  const keysFit = rows.every((row, index) =>
    sorted.keys.every((key) =>
      isSame(row[key] ?? null, result.rows[index]?.[key] ?? null, compare.tolerance),
    ),
  );
  return keysFit && isPartOf(rows, sorted.all.rows, compare.tolerance);
}

/** Whether each row finds a partner of its own among others. */
function isPartOf(rows: readonly Row[], others: readonly Row[], tolerance: number): boolean {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  const left = rows.filter((row) => {
    const count = counts.get(JSON.stringify(row)) ?? 0;
    if (count > 0) counts.set(JSON.stringify(row), count - 1);
    return count === 0;
  });
  const free = [...counts].flatMap(([text, count]) =>
    Array.from({ length: count }, () => JSON.parse(text) as Row),
  );
  return left.every((row) => {
    const partner = free.findIndex((other) => isSameRow(row, other, tolerance));
    if (partner >= 0) free.splice(partner, 1);
    return partner >= 0;
  });
}

const isSameRow = (row: Row, other: Row, tolerance: number) =>
  row.length === other.length && row.every((cell, index) => isSame(cell, other[index] ?? null, tolerance));

function isSame(cell: ResultCell, other: ResultCell, tolerance: number): boolean {
  if (typeof cell === 'number' && typeof other === 'number')
    return (
      Object.is(cell, other) ||
      cell === other ||
      Math.abs(cell - other) <= tolerance + noise * Math.max(1, Math.abs(other))
    );
  if (cell === null || other === null) return cell === other;
  return String(cell) === String(other);
}
