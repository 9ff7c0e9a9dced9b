import { nullSupplyingAliases, toColumnKey } from './from-clause.ts';
import { nullRejectedInRows } from './null-rejected-columns.ts';
import { columnOf, hasGroupingSets, type Scope } from './scope.ts';
import type { ColumnRef, Expression } from '../syntax-tree.ts';

/** Whether an expression has a value in every row that the scope's SELECT reads, as far as that is easy to tell. */
export function isNeverNull(node: Expression, scope: Scope): boolean {
  switch (node.class) {
    case 'CONSTANT':
      return !node.value.is_null;
    case 'CAST':
      return !node.try_cast && isNeverNull(node.child, scope);
    case 'COLUMN_REF':
      return isNeverMissing(node, scope);
    case 'FUNCTION':
      return ['count', 'count_star'].includes(node.function_name);
    case 'OPERATOR':
      return node.type === 'OPERATOR_COALESCE' && node.children.some((child) => isNeverNull(child, scope));
    default:
      return false;
  }
}

function isNeverMissing(node: ColumnRef, scope: Scope): boolean {
  const key = toColumnKey(node, scope);
  // In the rows of subtotals, a key is a gap.
  if (key === undefined || hasGroupingSets(scope.select)) return false;
  if (nullRejectedInRows(scope).has(key)) return true;
  const nullSupplying = nullSupplyingAliases(scope.select?.from_table, scope);
  return (
    columnOf(node, scope)?.column.nullable === false &&
    !key.startsWith('using.') &&
    !nullSupplying.includes(key.split('.')[0] ?? '')
  );
}
