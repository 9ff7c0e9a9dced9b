import { holdsAggregate } from '#src/syntax/scope/scope.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { nodeIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';
import type { Database } from '#src/results/database.ts';
import { columnsUnder, lastName, literalOf, type ColumnName, type Names } from './column-names.ts';
import { fromTable } from '../samples/read-samples.ts';
import { toNumber, type Row } from './table-facts.ts';

/** A column that is compared with an expression of other columns of its row: `ended < started + INTERVAL 45 YEAR`. */
export interface ColumnComparison extends ColumnName {
  readonly other: SyntaxNode;
}

/** The comparisons between columns of one table, with the column that may be moved. */
export function columnComparisonsAt({ node }: Visit, names: Names): ColumnComparison[] {
  const [left, right] = [nodeIn(node, 'left'), nodeIn(node, 'right')];
  if (node['class'] !== 'COMPARISON' || !left || !right || literalOf(left) || literalOf(right)) return [];
  const columns = [...columnsUnder(left, names), ...columnsUnder(right, names)];
  if (new Set(columns.map(({ table }) => table)).size !== 1) return [];
  if (![left, right].every(isPlain)) return [];
  return [[left, right] as const, [right, left] as const].flatMap(([side, other]) => {
    const column = side['class'] === 'COLUMN_REF' ? columnsUnder(side, names)[0] : undefined;
    const isOther = columnsUnder(other, names).some((found) => found.column !== column?.column);
    return column && isOther ? [{ ...column, other }] : [];
  });
}

function isPlain(side: SyntaxNode): boolean {
  const isNested = [...walk(side)].some(({ node }) => ['WINDOW', 'SUBQUERY'].includes(String(node['class'])));
  return !isNested && !holdsAggregate(side);
}

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
