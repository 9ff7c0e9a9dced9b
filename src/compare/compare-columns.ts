import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { Column } from '#src/results/result-table.ts';
import { alignByName, pairColumns, type ColumnPair } from './align-columns.ts';
import { toKind } from './common-type.ts';
import { areDifferent, compareHashes } from './compare-hashes.ts';
import { castColumn, isNear } from './compare-sql.ts';
import { matchCounts } from './match-counts.ts';
import { hasSameRows } from './pair-rows.ts';
import type { ResultCopy } from './result-copy.ts';

// Every column is compared with every other: past this, a message about their order would not be worth the wait.
const maxPairedColumns = 12;
// Columns with the same values can be paired in many ways; a lesson has two or three such columns at most.
const maxOrders = 24;

/** What single columns say of two results with as many rows and columns as each other. */
export interface ColumnAgreement {
  /** Expected columns, from 0, whose values stand in the learner's column paired with them, in whatever rows. */
  readonly agreeing: readonly number[];
  /** The learner's columns, from 0, in the expected order, when that alone makes the results equal. */
  readonly wantedOrder?: readonly number[];
}

/** Compares two results column by column, and finds out whether the learner's columns only stand in another order. */
export async function compareColumns(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
  compare: Compare,
): Promise<ColumnAgreement> {
  const count = expected.columns.length;
  if (count > maxPairedColumns) return { agreeing: [] };
  const cells = expected.columns.flatMap((_e, e) => found.columns.map((_f, f) => ({ e, f })));
  const { rows } = await database.query(
    `SELECT ${cells.map(({ e, f }) => sameValues(found, f, expected, e, compare)).join(', ')}`,
  );
  const agrees = cells.filter((_cell, index) => rows[0]?.[index] === true);
  const agreeing = agrees.filter(({ e, f }) => pairs[e]?.found === f).map(({ e }) => e);
  if (compare.columnNames === 'required' || compare.columns === 'any-order') return { agreeing };
  const free = agrees.filter(
    ({ e, f }) =>
      !agreeing.includes(e) && !pairs.some((pair) => pair.found === f && agreeing.includes(pair.expected)),
  );
  const moved = matchCounts(free.map(({ e, f }) => ({ left: e, leftCount: 1, right: f, rightCount: 1 })));
  if (moved.total === 0 || moved.total + agreeing.length < count) return { agreeing };
  const order = expected.columns.map((_column, e) => {
    const [place] = [...(moved.pairs.get(e) ?? [])].find(([, amount]) => amount > 0) ?? [e];
    return place;
  });
  const reordered = pairColumns(found.columns, expected.columns, order, compare);
  const same = await hasSameRows(database, found, expected, reordered);
  return same ? { agreeing, wantedOrder: order } : { agreeing };
}

/**
 * Ways of pairing the columns, for an exercise that leaves their order open: each pairs columns that hold the
 * same values. Empty where no order could make the results equal.
 */
export async function findColumnOrders(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  compare: Compare,
): Promise<readonly (readonly ColumnPair[])[]> {
  const count = expected.columns.length;
  if (found.columns.length !== count || found.rowCount !== expected.rowCount) return [];
  if (count > maxPairedColumns) return alignByName(found.columns, expected.columns, compare);
  const cells = expected.columns.flatMap((_e, e) => found.columns.map((_f, f) => ({ e, f })));
  const { rows } = await database.query(
    `SELECT ${cells.map(({ e, f }) => sameValues(found, f, expected, e, compare)).join(', ')}`,
  );
  const candidates = expected.columns.map((_column, e) =>
    cells.flatMap((cell, index) => (cell.e === e && rows[0]?.[index] === true ? [cell.f] : [])),
  );
  const tables = { found: found.table, expected: expected.table };
  const orders = await listOrders(candidates, async (order) => {
    const pairs = pairColumns(found.columns, expected.columns.slice(0, order.length), order, compare);
    return order.length === 1 || !areDifferent(await compareHashes(database, tables, pairs, 'ignored'));
  });
  return orders.map((order) => pairColumns(found.columns, expected.columns, order, compare));
}

/** Ways of pairing columns of like types, for results whose values a choice among ties leaves open. */
export async function findOrdersByType(
  found: readonly Column[],
  expected: readonly Column[],
  compare: Compare,
): Promise<readonly (readonly ColumnPair[])[]> {
  if (found.length !== expected.length) return [];
  const candidates = expected.map(({ type }) =>
    found.flatMap((column, place) => (toKind(column.type) === toKind(type) ? [place] : [])),
  );
  const orders = await listOrders(candidates, () => Promise.resolve(true));
  return orders.map((order) => pairColumns(found, expected, order, compare));
}

/** Every choice of one candidate each, none twice, whose beginnings are possible, up to a limit. */
async function listOrders(
  candidates: readonly (readonly number[])[],
  isPossible: (order: readonly number[]) => Promise<boolean>,
): Promise<number[][]> {
  let orders: number[][] = [[]];
  for (const places of candidates) {
    const longer = orders.flatMap((order) =>
      places.filter((place) => !order.includes(place)).map((place) => [...order, place]),
    );
    orders = [];
    for (const order of longer) {
      if (orders.length === maxOrders) break;
      if (await isPossible(order)) orders.push(order);
    }
    // Where none is possible, one still shows what differs.
    if (orders.length === 0) orders = longer.slice(0, 1);
  }
  return orders;
}

/** SQL that is true when two columns hold the same values, each as often. */
function sameValues(found: ResultCopy, f: number, expected: ResultCopy, e: number, compare: Compare): string {
  const order = expected.columns.map((_column, index) => (index === e ? f : index));
  const common = pairColumns(found.columns, expected.columns, order, compare)[e]?.common ?? {
    type: 'VARCHAR',
  };
  const sorted = (table: string, column: number) => {
    const key = castColumn(column, common);
    return `(SELECT ${key} AS k, row_number() OVER (ORDER BY ${key}) AS place FROM ${table})`;
  };
  return (
    `(SELECT count(*) FROM ${sorted(found.table, f)} AS f JOIN ${sorted(expected.table, e)} AS e ` +
    `ON f.place = e.place AND ${isNear('f.k', 'e.k', common)}) = ${expected.rowCount}`
  );
}
