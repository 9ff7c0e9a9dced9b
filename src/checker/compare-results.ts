import type { Compare } from '#src/lessons/exercise.ts';
import type { Database } from '#src/results/database.ts';
import { alignColumns, type ColumnPair } from './align-columns.ts';
import { compareColumns } from './compare-columns.ts';
import { findChangedCells } from './find-changed-cells.ts';
import { findMisplacedRow } from './find-misplaced-row.ts';
import { findOrderColumns } from './order-columns.ts';
import { hasSameRows, pairRows, type RowPairing } from './pair-rows.ts';
import { readRows, type ResultCopy } from './result-copy.ts';
import type { Verdict } from './verdict.ts';

/** The result that an answer is compared with, and the query that gave it. */
export interface ExpectedResult {
  readonly copy: ResultCopy;
  readonly sql: string;
}

/** What is compared: `foundCount` is the number of rows of the whole result, where `found` was cut. */
interface Comparison {
  readonly found: ResultCopy;
  readonly foundCount: number;
  readonly expected: ExpectedResult;
  readonly compare: Compare;
}

/** True when two results count as equal under the exercise's rules. */
export async function isSameResult(
  database: Database,
  comparison: Omit<Comparison, 'foundCount'>,
): Promise<boolean> {
  const { found, expected, compare } = comparison;
  if (found.cut) return false;
  const columns = alignColumns(found.columns, expected.copy.columns, compare);
  if (!columns.ok) return false;
  if (!(await hasSameRows(database, found, expected.copy, columns.pairs))) return false;
  return (await findMisplaced(database, comparison, columns.pairs)) === undefined;
}

/** Says what differs between a learner's result and the expected one, with the evidence. */
export async function explainDifference(database: Database, comparison: Comparison): Promise<Verdict> {
  const { found, expected, compare } = comparison;
  const columns = alignColumns(found.columns, expected.copy.columns, compare);
  if (!columns.ok) return columns.verdict;
  if (!found.cut && (await hasSameRows(database, found, expected.copy, columns.pairs))) {
    return judgeOrder(database, comparison, columns.pairs);
  }
  const pairing = await pairRows(database, found, expected.copy, columns.pairs);
  if (found.rowCount !== expected.copy.rowCount || found.cut) return wrongRows(database, comparison, pairing);
  if (!pairing.certain) {
    return { kind: 'undecided', reason: 'There were too many nearly equal numbers to compare.' };
  }
  return explainValues(database, comparison, columns.pairs, pairing);
}

async function judgeOrder(
  database: Database,
  comparison: Comparison,
  pairs: readonly ColumnPair[],
): Promise<Verdict> {
  const row = await findMisplaced(database, comparison, pairs);
  if (row === undefined) return { kind: 'correct' };
  const [cells = []] = await readRows(database, comparison.found, [row]);
  return { kind: 'wrong-order', row, found: cells };
}

async function findMisplaced(
  database: Database,
  { found, expected, compare }: Omit<Comparison, 'foundCount'>,
  pairs: readonly ColumnPair[],
): Promise<number | undefined> {
  if (compare.order === 'ignored') return undefined;
  const names = expected.copy.columns.map(({ name }) => name);
  return findMisplacedRow(database, found, expected.copy, pairs, findOrderColumns(expected.sql, names));
}

async function wrongRows(
  database: Database,
  { found, foundCount, expected }: Comparison,
  pairing: RowPairing,
): Promise<Verdict> {
  return {
    kind: 'wrong-rows',
    expectedCount: expected.copy.rowCount,
    foundCount,
    extra: {
      columns: found.columns,
      rows: await readRows(database, found, pairing.extraPositions),
      rowCount: pairing.extraCount + foundCount - found.rowCount,
    },
    missingCount: pairing.missingCount,
  };
}

/** As many rows as expected, but not the same ones: columns in another order, other values, or other rows. */
async function explainValues(
  database: Database,
  comparison: Comparison,
  pairs: readonly ColumnPair[],
  pairing: RowPairing,
): Promise<Verdict> {
  const { found, expected, compare } = comparison;
  const nameOf = (column: number) => found.columns[column]?.name ?? '';
  const { agreeing, wantedOrder } = await compareColumns(database, found, expected.copy, pairs, compare);
  const count = expected.copy.columns.length;
  if (wantedOrder) {
    return {
      kind: 'wrong-columns',
      expectedCount: count,
      foundCount: count,
      missing: [],
      extra: [],
      wantedOrder: wantedOrder.map(nameOf),
    };
  }
  if (expected.copy.rowCount === 1) {
    const columns = pairs.filter(({ expected: column }) => !agreeing.includes(column));
    return {
      kind: 'wrong-values',
      columns: columns.map((pair) => nameOf(pair.found)),
      cells: [],
      rowCount: 1,
    };
  }
  const changed = await findChangedCells(database, found, expected.copy, pairs, agreeing);
  return changed ? { kind: 'wrong-values', ...changed } : wrongRows(database, comparison, pairing);
}
