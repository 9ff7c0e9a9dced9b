import { toQuotedName } from '#src/sql/quote.ts';
import { toTableName, type WitnessTableShape } from './witness.ts';

/**
 * A query for the place of each row that breaks a rule written in SQL, of its own table or over a foreign key: rows count from 0 in
 * the order in which they came. Undefined where no rule can be broken.
 *
 * @param names - The tables that stand in the schema. Of a key into another one nothing is asked.
 */
export function toBreachQuery(
  { rules, foreignKeys, ...shape }: WitnessTableShape,
  names: readonly string[],
  schema: string,
): string | undefined {
  const own = toTableName({ ...shape, foreignKeys }, schema);
  const breach = (list: readonly { readonly rule: string }[]) =>
    list.map(({ rule }) => `(${rule}) IS FALSE`).join(' OR ');
  // In a transaction of its own DuckDB counts rows from a very large number.
  const place = `rowid - (SELECT min(rowid) FROM ${own})`;
  const queries = rules?.length ? [`SELECT ${place} FROM ${own} WHERE ${breach(rules)}`] : [];
  for (const { columns, references, rules: across } of foreignKeys) {
    if (!across?.length || !names.includes(references.table)) continue;
    const on = columns.map(
      (column, index) =>
        `child.${toQuotedName(column)} = parent.${toQuotedName(references.columns[index] ?? '')}`,
    );
    const parent = `${toQuotedName(schema)}.${toQuotedName(references.table)}`;
    queries.push(
      `SELECT child.${place} FROM ${own} AS child JOIN ${parent} AS parent ON ${on.join(' AND ')} WHERE ${breach(across)}`,
    );
  }
  return queries.length === 0 ? undefined : queries.join(' UNION ALL ');
}
