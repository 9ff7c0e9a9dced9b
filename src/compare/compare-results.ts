import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { alignColumns, type ColumnPair } from './align-columns.ts';
import { areDifferent, compareHashes } from './compare-hashes.ts';
import { compareColumns, findColumnOrders, findOrdersByType } from './compare-columns.ts';
import { chooseTies, type ExpectedResult } from './expected-result.ts';
import { findChangedCells } from './find-changed-cells.ts';
import { findRepeats } from './find-repeats.ts';
import { findMisplacedRow, hasSameSequence } from './find-misplaced-row.ts';
import { hasSameRows, pairRows, type RowPairing } from './pair-rows.ts';
import { readCopiedRows, type ResultCopy } from './result-copy.ts';
import type { ComparisonFinding } from './difference.ts';

/** What is compared: `foundCount` is the number of rows of the whole result, where `found` was cut. */
interface ComparedCopies {
  readonly found: ResultCopy;
  readonly foundCount: number;
  readonly expected: ExpectedResult;
  readonly compare: Compare;
}

/** True when two results count as equal under the exercise's rules. */
export async function isSameResult(
  database: Database,
  { found, expected, compare }: Omit<ComparedCopies, 'foundCount'>,
): Promise<boolean> {
  if (found.cut || found.rowCount !== expected.copy.rowCount) return false;
  const columns = alignColumns(found.columns, expected.copy.columns, compare);
  if (!columns.ok) return false;
  const isSame = async (pairs: readonly ColumnPair[]) => {
    const chosen = await chooseTies(database, found, expected, pairs);
    if (compare.order === 'ignored') return hasSameRows(database, found, chosen.copy, pairs);
    const tables = { found: found.table, expected: chosen.copy.table };
    const hashes = await compareHashes(database, tables, pairs, 'required');
    if (areDifferent(hashes)) return false;
    if (hashes.same) return true;
    if (await hasSameSequence(database, found, chosen.copy, pairs)) return true;
    if (!(await hasSameRows(database, found, chosen.copy, pairs))) return false;
    return (await findMisplacedRow(database, found, chosen, pairs)) === undefined;
  };
  if (await isSame(columns.pairs)) return true;
  for (const pairs of await openOrders(database, found, expected, compare)) {
    if (await isSame(pairs)) return true;
  }
  return false;
}

async function openOrders(
  database: Database,
  found: ResultCopy,
  { copy, ties }: ExpectedResult,
  compare: Compare,
): Promise<readonly (readonly ColumnPair[])[]> {
  if (compare.columns === 'exact' || compare.columnNames === 'required') return [];
  // Columns are known by their values, which a choice among ties leaves open.
  if (ties) return findOrdersByType(found.columns, copy.columns, compare);
  return findColumnOrders(database, found, copy, compare);
}

/** Says what differs between a learner's result and the expected one, with the evidence. */
export async function explainDifference(
  database: Database,
  comparison: ComparedCopies,
): Promise<ComparisonFinding> {
  const { found, compare } = comparison;
  const columns = alignColumns(found.columns, comparison.expected.copy.columns, compare);
  if (!columns.ok) return columns.difference;
  const open = found.cut ? [] : await openOrders(database, found, comparison.expected, compare);
  for (const pairs of [columns.pairs, ...open]) {
    const expected = await chooseTies(database, found, comparison.expected, pairs);
    if (!found.cut && (await hasSameRows(database, found, expected.copy, pairs))) {
      return compareRowOrder(database, { ...comparison, expected }, pairs);
    }
  }
  const pairs = open[0] ?? columns.pairs;
  const expected = await chooseTies(database, found, comparison.expected, pairs);
  const pairing = await pairRows(database, found, expected.copy, pairs);
  const chosen = { ...comparison, expected };
  if (found.rowCount !== expected.copy.rowCount || found.cut)
    return wrongRows(database, chosen, pairing, pairs);
  if (!pairing.certain) {
    const { agreeing } = await compareColumns(database, found, expected.copy, pairs, compare);
    // Where a single column cannot be paired, the rows cannot either.
    if (agreeing.length === pairs.length)
      return { kind: 'undecided', reason: 'There were too many nearly equal numbers to compare.' };
  }
  return explainValues(database, chosen, pairs, pairing);
}

async function compareRowOrder(
  database: Database,
  { found, expected, compare }: ComparedCopies,
  pairs: readonly ColumnPair[],
): Promise<ComparisonFinding> {
  const row =
    compare.order === 'ignored' ? undefined : await findMisplacedRow(database, found, expected, pairs);
  if (row === undefined) return { kind: 'correct' };
  const [cells = []] = await readCopiedRows(database, found, [row]);
  return { kind: 'wrong-order', row, found: cells };
}

async function wrongRows(
  database: Database,
  { found, foundCount, expected }: ComparedCopies,
  pairing: RowPairing,
  pairs: readonly ColumnPair[],
): Promise<ComparisonFinding> {
  const repeats = found.cut ? undefined : await findRepeats(database, found, expected.copy, pairs);
  return {
    kind: 'wrong-rows',
    expectedCount: expected.copy.rowCount,
    foundCount,
    extra: {
      columns: found.columns,
      rows: await readCopiedRows(database, found, pairing.extraPositions),
      rowCount: pairing.extraCount + foundCount - found.rowCount,
    },
    missingCount: pairing.missingCount,
    ...(repeats && { repeats }),
  };
}

/** As many rows as expected, but not the same ones: columns in another order, other values, or other rows. */
async function explainValues(
  database: Database,
  comparison: ComparedCopies,
  pairs: readonly ColumnPair[],
  pairing: RowPairing,
): Promise<ComparisonFinding> {
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
      places: columns.map((pair) => pair.found + 1),
      cells: [],
      rowCount: 1,
    };
  }
  const changed = await findChangedCells(database, found, expected.copy, pairs, agreeing);
  return changed ? { kind: 'wrong-values', ...changed } : wrongRows(database, comparison, pairing, pairs);
}
