import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { Neighbours } from '#src/mutation/operators/mutation-operator.ts';
import { makeMutants } from '#src/mutation/make-mutants.ts';
import type { TableShape } from '#src/syntax/scope/scope.ts';
import type { Database } from '#src/results/database.ts';

/**
 * The values in the data just below and just above each literal of a query, for the literals compared with a column.
 * A first pass over the query collects which values are asked for; the data answer; the result is then a plain look-up.
 */
export async function findNeighbours(
  database: Database,
  solution: string,
  tables: readonly TableShape[],
): Promise<Neighbours> {
  const asked = new Map<string, { table: string; column: string; value: string | number }>();
  const toKey = (table: string, column: string, value: string | number) =>
    JSON.stringify([table, column, value]);
  await makeMutants(database, solution, tables, (table, column, value) => {
    asked.set(toKey(table, column, value), { table, column, value });
    return [];
  });
  const found = new Map<string, (string | number)[]>();
  for (const [key, { table, column, value }] of asked) {
    const name = toQuotedName(column);
    const literal = typeof value === 'number' ? String(value) : toQuotedText(value);
    const { rows } = await database
      .query(
        `SELECT max(${name}) FILTER (WHERE ${name} < ${literal}), min(${name}) FILTER (WHERE ${name} > ${literal}) FROM ${toQuotedName(table)}`,
      )
      // A literal of another type than its column has no neighbours there.
      .catch(() => ({ rows: [] }));
    found.set(
      key,
      (rows[0] ?? []).filter((near) => typeof near === 'string' || typeof near === 'number'),
    );
  }
  return (table, column, value) => found.get(toKey(table, column, value)) ?? [];
}
