import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { walk, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
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
  if (!tree || rows.size === 0) return values;
  const [id] = tree['select_list'] as SyntaxNode[];
  const sql = await printQuery(database, { ...tree, select_list: [id ?? null, withoutQualifiers(other)] });
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

function withoutQualifiers(node: SyntaxNode): SyntaxNode {
  const copy = structuredClone(node);
  for (const { node: inner } of walk(copy)) {
    if (inner['class'] === 'COLUMN_REF') inner['column_names'] = [lastName(inner)];
  }
  return copy;
}
