import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { allOf, bothSides, isNear } from './compare-sql.ts';
import type { ResultCopy } from './result-copy.ts';

/**
 * The first row, from 1, of the learner's result that is out of order, or undefined. Both results must hold the same
 * rows: then it is enough that the columns to sort by have the expected values row by row, and rows that tie on them
 * may stand in any order.
 *
 * @param orderColumns - Positions from 0 in the expected result; undefined when the whole sequence counts.
 */
export async function findMisplacedRow(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
  orderColumns: readonly number[] | undefined,
): Promise<number | undefined> {
  const inOrder = allOf(
    pairs.flatMap(({ expected: column, common }, index) =>
      orderColumns === undefined || orderColumns.includes(column)
        ? [isNear(`f.k${index}`, `e.k${index}`, common)]
        : [],
    ),
  );
  const { rows } = await database.query(
    `WITH ${bothSides(found, expected, pairs)} ` +
      `SELECT f.position FROM f JOIN e ON f.position = e.position WHERE NOT (${inOrder}) ORDER BY 1 LIMIT 1`,
  );
  const position = rows[0]?.[0];
  return position === undefined ? undefined : Number(position);
}
