import type { Database } from '#src/results/database.ts';
import { toQuotedText } from '#src/sql/quote.ts';

/** How many texts the parser is asked about at once. */
const batchSize = 2000;

/**
 * Every order of some of the lines, each used once at most, that makes a query with the result of the first lines in their
 * own order. DuckDB's parser throws out nearly all of them before one is run.
 *
 * @param database - native DuckDB: `json_serialize_sql` is not in the WebAssembly build
 * @param lines - those that belong, then those that do not; at most nine in all
 * @param count - how many of them belong
 * @returns places in `lines`, from 0; the lines' own order is not among them
 */
export async function findOrders(
  database: Database,
  lines: readonly string[],
  count: number,
  isRight: (sql: string) => Promise<boolean>,
): Promise<number[][]> {
  const own = Array.from({ length: count }, (_, index) => index);
  const orders = permutations(
    lines.map((_, index) => index),
    count,
  ).filter((order) => order.join() !== own.join());
  const toSql = (order: readonly number[]) => order.map((place) => lines[place]).join('\n');
  const found: number[][] = [];
  for (let start = 0; start < orders.length; start += batchSize) {
    const batch = orders.slice(start, start + batchSize);
    const values = batch.map((order) => `(${toQuotedText(toSql(order))})`).join(', ');
    const { rows } = await database.query(
      `SELECT json_extract_string(json_serialize_sql(col0), '$.error') = 'false' FROM (VALUES ${values})`,
    );
    for (const [index, order] of batch.entries()) {
      if (rows[index]?.[0] === true && (await isRight(toSql(order)))) found.push(order);
    }
  }
  return found;
}

function permutations(places: readonly number[], length: number): number[][] {
  if (length === 0) return [[]];
  return places.flatMap((place) =>
    permutations(
      places.filter((other) => other !== place),
      length - 1,
    ).map((rest) => [place, ...rest]),
  );
}
