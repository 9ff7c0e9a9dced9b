import type { Database } from '#src/results/database.ts';
import type { ColumnPair } from './align-columns.ts';
import { allOfSql, bothSides, isNear } from './compare-sql.ts';
import type { ResultCopy } from './result-copy.ts';

/**
 * Whether a longer result holds every expected row and nothing else, only some of them too often. `each` is how many
 * times as often, where that is the same for all rows.
 */
export async function findRepeats(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
): Promise<{ readonly each?: number } | undefined> {
  if (found.rowCount <= expected.rowCount || expected.rowCount === 0) return undefined;
  const keys = pairs.map((_pair, index) => `k${index}`);
  const kinds = (side: string) =>
    `${side}g AS MATERIALIZED (SELECT ${keys.join(', ')}, count(*) AS n FROM ${side} GROUP BY ALL)`;
  const near = allOfSql(pairs.map(({ common }, index) => isNear(`fg.k${index}`, `eg.k${index}`, common)));
  const { rows } = await database.query(
    `WITH ${bothSides(found, expected, pairs)}, ${kinds('f')}, ${kinds('e')}, ` +
      `both_sides AS MATERIALIZED (SELECT fg.n AS own, eg.n AS wanted FROM fg JOIN eg ON ${near}) ` +
      'SELECT (SELECT count(*) FROM fg), (SELECT count(*) FROM eg), count(*), ' +
      'count(*) FILTER (WHERE own < wanted), min(own / wanted), max(own / wanted) FROM both_sides',
  );
  const [own, wanted, met, fewer, least, most] = (rows[0] ?? []).map(Number);
  if (own !== wanted || met !== own || fewer !== 0) return undefined;
  return least === most && least !== undefined && Number.isInteger(least) ? { each: least } : {};
}
