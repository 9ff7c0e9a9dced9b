import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { isColumnRef, isSelect } from '#src/syntax/node-kinds.ts';
import type { Expression } from '#src/syntax/syntax-tree.ts';
import { mapTree } from '#src/syntax/walk-tree.ts';
import type { Database } from '#src/results/database.ts';
import type { ColumnComparison } from '../facts/column-comparisons.ts';
import { lastName } from '../facts/column-names.ts';
import { toNumber } from '../facts/table-facts.ts';
import type { Row } from '../witness.ts';
import { fromTable } from './read-samples.ts';

/** What each real row's column would have to be to meet the expression, as a number or as days since 1970. */
export async function readColumnComparison(
  database: Database,
  { table, other }: ColumnComparison,
  rows: ReadonlyMap<number, Row>,
  type: string,
): Promise<Map<Row, number>> {
  const values = new Map<Row, number>();
  const tree = await parseQuery(database, `SELECT rowid, 1 FROM ${fromTable(table)}`);
  if (!isSelect(tree) || rows.size === 0) return values;
  const select_list = [...tree.select_list.slice(0, 1), withoutQualifiers(other)];
  const sql = await printQuery(database, { ...tree, select_list });
  try {
    const { rows: found } = await database.query(
      `SELECT r, v::VARCHAR FROM (${sql ?? ''}) AS t(r, v) WHERE r IN (${[...rows.keys()].join(', ')})`,
    );
    for (const [rowId, text] of found) {
      const row = rows.get(Number(rowId));
      const value =
        typeof text === 'string' ? toNumber(type === 'DATE' ? text.slice(0, 10) : text, type) : undefined;
      if (row && value !== undefined && Number.isFinite(value)) values.set(row, value);
    }
  } catch {
    // An expression over an alias cannot be asked of the table alone.
  }
  return values;
}

function withoutQualifiers(expression: Expression): Expression {
  return mapTree(expression, (node) =>
    isColumnRef(node) ? { ...node, column_names: [lastName(node)] } : node,
  );
}
