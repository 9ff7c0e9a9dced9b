import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { makeBins } from './make-bins.ts';
import type { MeasuredNumbers } from './quality.ts';
import { isAmount, queryNumbers } from './sql.ts';

/**
 * How the values of each numeric column are spread. Columns without a value are left out, and so are years,
 * numbers that only name things, and columns whose scale differs from row to row.
 *
 * @param relation - The table with typed columns.
 */
export async function measureNumbers(
  database: Database,
  table: TableDescriptor,
  relation: string,
): Promise<MeasuredNumbers[]> {
  const measured: MeasuredNumbers[] = [];
  for (const column of table.columns.filter((each) => isAmount(each) && each.scaleBy === undefined)) {
    const value = `CAST(${toQuotedName(column.name)} AS DOUBLE)`;
    const values = `(SELECT ${value} AS v FROM ${relation} WHERE ${value} IS NOT NULL)`;
    const quartiles = [0.25, 0.5, 0.75].map((share) => `quantile_cont(v, ${share})`).join(', ');
    const [count = 0, min = 0, lowerQuartile = 0, median = 0, upperQuartile = 0, max = 0, ...counts] =
      await queryNumbers(
        database,
        `SELECT count(*), min(v), ${quartiles}, max(v), count(*) FILTER (v = 0), count(*) FILTER (v < 0),
           count(*) FILTER (v <> floor(v)) FROM ${values}`,
      );
    const [zeros = 0, negatives = 0, fractions = 0] = counts;
    if (count === 0) continue;
    const { tenfold, bins } = makeBins({ min, median, max, whole: fractions === 0 });
    const filters = bins.map(
      ({ from, to }) => `count(*) FILTER (${from === -Infinity ? '' : `v >= ${from} AND `}v < ${to})`,
    );
    const rows = await queryNumbers(database, `SELECT ${filters.join(', ')} FROM ${values}`);
    const counted = bins.map(({ from, label }, index) => ({ from, label, rows: rows[index] ?? 0 }));
    // Amounts of pounds rarely go down to pence: the steps below the first that is used say nothing.
    const firstUsed = counted.findIndex(({ from, rows: used }) => from >= 0 && used > 0);
    const shown = tenfold ? counted.filter(({ from }, index) => from < 0 || index >= firstUsed) : counted;
    measured.push({
      column: column.name,
      ...{ count, min, lowerQuartile, median, upperQuartile, max, zeros, negatives, tenfold },
      bins: shown.map(({ label, rows: used }) => ({ label, rows: used })),
    });
  }
  return measured;
}
