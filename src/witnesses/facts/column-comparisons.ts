import { holdsAggregate } from '#src/syntax/scope/scope.ts';
import { nodeIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';
import { columnsUnder, literalOf, type ColumnName, type Names } from './column-names.ts';

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
