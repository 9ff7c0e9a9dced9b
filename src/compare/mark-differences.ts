import type { Compare } from './compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { alignColumns, type ColumnPair } from './align-columns.ts';
import { chooseTies, type ExpectedResult } from './expected-result.ts';
import { findMisplacedRow } from './find-misplaced-row.ts';
import { pairRows } from './pair-rows.ts';
import { readCopiedRows, type ResultCopy } from './result-copy.ts';
import type { MarkedTable } from './difference.ts';

const maxMarkedRows = 10;

/** Two results side by side: their first rows, those that differ before others, with the cells that differ marked. */
export async function markDifferences(
  database: Database,
  { found, expected, compare }: { found: ResultCopy; expected: ExpectedResult; compare: Compare },
): Promise<{ readonly found: MarkedTable; readonly expected: MarkedTable }> {
  const columns = alignColumns(found.columns, expected.copy.columns, compare);
  if (!columns.ok) {
    return {
      found: markWhole(await readMarked(database, found, [])),
      expected: markWhole(await readMarked(database, expected.copy, [])),
    };
  }
  const { pairs } = columns;
  const chosen = await chooseTies(database, found, expected, pairs);
  const swapped = pairs.map((pair) => ({ ...pair, found: pair.expected, expected: pair.found }));
  const [extra, missing] = [
    await pairRows(database, found, chosen.copy, pairs, maxMarkedRows),
    await pairRows(database, chosen.copy, found, swapped, maxMarkedRows),
  ];
  if (extra.extraCount + missing.extraCount === 0) {
    const row =
      compare.order === 'required' ? await findMisplacedRow(database, found, chosen, pairs) : undefined;
    const places = row === undefined ? [] : [row];
    return {
      found: markWhole(await readMarked(database, found, places)),
      expected: markWhole(await readMarked(database, chosen.copy, places)),
    };
  }
  return markCells(
    await readMarked(database, found, extra.extraPositions),
    await readMarked(database, chosen.copy, missing.extraPositions),
    pairs,
  );
}

/** Rows to show; `odd` says which of them, counted from 0, have no partner in the other result. */
interface Shown extends Omit<MarkedTable, 'marks'> {
  readonly odd: readonly number[];
}

async function readMarked(
  database: Database,
  copy: ResultCopy,
  positions: readonly number[],
): Promise<Shown> {
  const first = Array.from({ length: Math.min(copy.rowCount, maxMarkedRows) }, (_row, index) => index + 1);
  const wanted = [...new Set([...positions, ...first])].slice(0, maxMarkedRows).sort((a, b) => a - b);
  return {
    columns: copy.columns,
    rows: await readCopiedRows(database, copy, wanted),
    rowCount: copy.rowCount,
    odd: wanted.flatMap((position, index) => (positions.includes(position) ? [index] : [])),
  };
}

function markWhole({ odd, ...shown }: Shown): MarkedTable {
  return {
    ...shown,
    marks: odd.flatMap((row) => shown.columns.map((_column, column) => [row, column] as const)),
  };
}

/** Rows without a partner are set beside the rows most like them: then only the cells that differ are marked. */
function markCells(
  found: Shown,
  expected: Shown,
  pairs: readonly ColumnPair[],
): { found: MarkedTable; expected: MarkedTable } {
  const equal = (f: number, e: number) =>
    pairs.filter((pair) => {
      const [mine, theirs] = [found.rows[f]?.[pair.found], expected.rows[e]?.[pair.expected]];
      return mine === null || theirs === null ? mine === theirs : String(mine) === String(theirs);
    });
  const likeness = found.odd
    .flatMap((f) => expected.odd.map((e) => ({ f, e, same: equal(f, e) })))
    .filter(({ same }) => same.length > 0)
    .sort((a, b) => b.same.length - a.same.length);
  const partners = new Map<number, (typeof likeness)[number]>();
  const taken = new Set<number>();
  for (const each of likeness) {
    if (partners.has(each.f) || taken.has(each.e)) continue;
    partners.set(each.f, each);
    taken.add(each.e);
  }
  const byExpected = new Map([...partners.values()].map((each) => [each.e, each]));
  const mark = (
    shown: Shown,
    side: 'found' | 'expected',
    sameOf: (row: number) => readonly ColumnPair[],
  ): MarkedTable => {
    const { odd, ...table } = shown;
    return {
      ...table,
      marks: odd.flatMap((row) => {
        const same = sameOf(row).map((pair) => pair[side]);
        return table.columns.flatMap((_column, column) =>
          same.includes(column) ? [] : [[row, column] as const],
        );
      }),
    };
  };
  return {
    found: mark(found, 'found', (row) => partners.get(row)?.same ?? []),
    expected: mark(expected, 'expected', (row) => byExpected.get(row)?.same ?? []),
  };
}
