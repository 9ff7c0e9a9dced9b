import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { isAmount, queryNumbers, toNameList } from './sql.ts';

/** What became of a table. Rows are matched by their key. */
export interface TableChange {
  readonly name: string;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows by column whose value changed, columns without a change left out. */
  readonly changedColumns: readonly { readonly column: string; readonly rows: number }[];
  /** Sums of the columns that count or measure something, where they changed. */
  readonly totals: readonly { readonly column: string; readonly before: number; readonly after: number }[];
  /** Keys of some of the rows. */
  readonly examples: { readonly [kind in 'added' | 'removed' | 'changed']: readonly string[] };
}

/**
 * Compares two editions of a table.
 *
 * @param before - The relation that holds the old rows, in SQL.
 * @param after - The same for the new ones.
 */
export async function compareTables(
  database: Database,
  table: TableDescriptor,
  before: string,
  after: string,
): Promise<TableChange> {
  const [old, current] = [await columnsOf(database, before), await columnsOf(database, after)];
  // Without a key a row is told from others by all that it holds.
  const key = table.primaryKey.length > 0 ? table.primaryKey : table.columns.map(({ name }) => name);
  const shared = table.columns.filter(({ name }) => old.includes(name) && current.includes(name));
  const values = shared.filter(({ name }) => !key.includes(name));
  const on = key
    .map((name) => `b.${toQuotedName(name)} IS NOT DISTINCT FROM a.${toQuotedName(name)}`)
    .join(' AND ');
  const joined = `${before} AS b JOIN ${after} AS a ON ${on}`;
  const differs = values.map(
    ({ name }) => `b.${toQuotedName(name)} IS DISTINCT FROM a.${toQuotedName(name)}`,
  );
  const anyDiffers = differs.length === 0 ? 'false' : differs.join(' OR ');
  const only = (from: string, other: string) =>
    `FROM ${from} AS b WHERE NOT EXISTS (FROM ${other} AS a WHERE ${on})`;

  const [rowsBefore = 0, rowsAfter = 0, added = 0, removed = 0] = await queryNumbers(
    database,
    `SELECT (SELECT count(*) FROM ${before}), (SELECT count(*) FROM ${after}),
       (SELECT count(*) ${only(after, before)}), (SELECT count(*) ${only(before, after)})`,
  );
  const [changed = 0, ...byColumn] = await queryNumbers(
    database,
    `SELECT ${[anyDiffers, ...differs].map((condition) => `count(*) FILTER (${condition})`).join(', ')} FROM ${joined}`,
  );
  const keysOf = async (from: string) => {
    const { rows } = await database.query(
      `SELECT concat_ws(', ', ${toNameList(key)}) FROM (${from}) ORDER BY ALL LIMIT 5`,
    );
    return rows.map(([value]) => String(value));
  };
  const amounts = shared.filter(isAmount);
  return {
    name: table.name,
    rowsBefore,
    rowsAfter,
    columnsAdded: current.filter((name) => !old.includes(name)),
    columnsRemoved: old.filter((name) => !current.includes(name)),
    added,
    removed,
    changed,
    changedColumns: values
      .map(({ name }, index) => ({ column: name, rows: byColumn[index] ?? 0 }))
      .filter(({ rows }) => rows > 0),
    totals: await compareTotals(
      database,
      amounts.map(({ name }) => name),
      before,
      after,
    ),
    examples: {
      added: await keysOf(`SELECT b.* ${only(after, before)}`),
      removed: await keysOf(`SELECT b.* ${only(before, after)}`),
      changed: await keysOf(`SELECT b.* FROM ${joined} WHERE ${anyDiffers}`),
    },
  };
}

async function compareTotals(
  database: Database,
  columns: readonly string[],
  before: string,
  after: string,
): Promise<TableChange['totals']> {
  if (columns.length === 0) return [];
  // Sums of DOUBLE depend on the order of the rows in the last digits.
  const sums = columns.map((name) => `coalesce(round(sum(${toQuotedName(name)})::DOUBLE, 6), 0)`).join(', ');
  const old = await queryNumbers(database, `SELECT ${sums} FROM ${before}`);
  const current = await queryNumbers(database, `SELECT ${sums} FROM ${after}`);
  return columns
    .map((column, index) => ({ column, before: old[index] ?? 0, after: current[index] ?? 0 }))
    .filter((total) => total.before !== total.after);
}

async function columnsOf(database: Database, relation: string): Promise<string[]> {
  const { rows } = await database.query(`DESCRIBE FROM ${relation}`);
  return rows.map(([name]) => String(name));
}
