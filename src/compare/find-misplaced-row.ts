import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { allOfSql, bothSides, isNear } from './compare-sql.ts';
import type { ExpectedResult } from './expected-result.ts';
import { hasSameRows, pairRows } from './pair-rows.ts';
import type { ResultCopy } from './result-copy.ts';

/** True when two results with as many rows hold the same rows in the same sequence. */
export async function hasSameSequence(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
): Promise<boolean> {
  return (await findOtherRow(database, found, expected, pairs)) === undefined;
}

/**
 * The first row, from 1, of the learner's result that is out of order, or undefined. Both results must hold the same
 * rows. Rows of the same rank may stand in any order; without ranks the whole sequence counts.
 */
export async function findMisplacedRow(
  database: Database,
  found: ResultCopy,
  { copy, ranked }: ExpectedResult,
  pairs: readonly ColumnPair[],
): Promise<number | undefined> {
  const other = await findOtherRow(database, found, copy, pairs);
  if (other === undefined || !ranked) return other;
  // With the rank of its place beside each row, the rows must be the same still.
  const foundRank = `c${found.columns.length + 1}`;
  const expectedRank = `c${copy.columns.length + 1}`;
  const rank = { name: '_rank', type: 'BIGINT' };
  const placed: [ResultCopy, ResultCopy, ColumnPair[]] = [
    {
      ...found,
      columns: [...found.columns, rank],
      table: `(SELECT f.*, e._rank AS ${foundRank} FROM ${found.table} AS f JOIN ${copy.table} AS e ON f.position = e.position)`,
    },
    {
      ...copy,
      columns: [...copy.columns, rank],
      table: `(SELECT *, _rank AS ${expectedRank} FROM ${copy.table})`,
    },
    [...pairs, { found: found.columns.length, expected: copy.columns.length, common: { type: 'BIGINT' } }],
  ];
  if (await hasSameRows(database, ...placed)) return undefined;
  return (await pairRows(database, ...placed)).extraPositions[0] ?? other;
}

/** The first place, from 1, at which two sequences differ. */
async function findOtherRow(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
): Promise<number | undefined> {
  const same = allOfSql(pairs.map(({ common }, index) => isNear(`f.k${index}`, `e.k${index}`, common)));
  const { rows } = await database.query(
    `WITH ${bothSides(found, expected, pairs)} ` +
      `SELECT min(f.position) FROM f JOIN e ON f.position = e.position WHERE NOT (${same})`,
  );
  const position = rows[0]?.[0];
  return position === undefined || position === null ? undefined : Number(position);
}
