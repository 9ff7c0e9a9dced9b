import { holdsAggregate } from '#src/syntax/scope/scope.ts';
import { isColumnRef, isComparison } from '#src/syntax/node-kinds.ts';
import type { Expression } from '#src/syntax/syntax-tree.ts';
import { walk, type Visit } from '#src/syntax/walk-tree.ts';
import { columnsUnder, literalOf, type ColumnName, type Names } from './column-names.ts';

/** A column that is compared with an expression of other columns of its row: `ended < started + INTERVAL 45 YEAR`. */
export interface ColumnComparison extends ColumnName {
  readonly other: Expression;
}

/** The comparisons between columns of one table, with the column that may be moved. */
export function columnComparisonsAt({ node }: Visit, names: Names): ColumnComparison[] {
  if (!isComparison(node)) return [];
  const { left, right } = node;
  if (literalOf(left) || literalOf(right)) return [];
  const columns = [...columnsUnder(left, names), ...columnsUnder(right, names)];
  if (new Set(columns.map(({ table }) => table)).size !== 1) return [];
  if (![left, right].every(isPlain)) return [];
  return [[left, right] as const, [right, left] as const].flatMap(([side, other]) => {
    const column = isColumnRef(side) ? columnsUnder(side, names)[0] : undefined;
    const isOther = columnsUnder(other, names).some((found) => found.column !== column?.column);
    return column && isOther ? [{ ...column, other }] : [];
  });
}

function isPlain(side: Expression): boolean {
  const isNested = [...walk(side)].some(({ node }) => node.class === 'WINDOW' || node.class === 'SUBQUERY');
  return !isNested && !holdsAggregate(side);
}
