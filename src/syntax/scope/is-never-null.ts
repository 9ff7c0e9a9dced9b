import { nullSupplyingAliases, toColumnKey } from './from-clause.ts';
import { nullRejectedInRows } from './null-rejected-columns.ts';
import { columnOf, hasGroupingSets, type Scope } from './scope.ts';
import { nodeIn, nodesIn, type SyntaxNode } from '../syntax-tree.ts';

/** Whether an expression has a value in every row that the scope's SELECT reads, as far as that is easy to tell. */
export function isNeverNull(node: SyntaxNode, scope: Scope): boolean {
  switch (node['class']) {
    case 'CONSTANT':
      return nodeIn(node, 'value')?.['is_null'] !== true;
    case 'CAST':
      return node['try_cast'] !== true && nodesOf(node, 'child').some((child) => isNeverNull(child, scope));
    case 'COLUMN_REF':
      return isNeverMissing(node, scope);
    case 'FUNCTION':
      return ['count', 'count_star'].includes(String(node['function_name']));
    default:
      return (
        node['type'] === 'OPERATOR_COALESCE' &&
        nodesIn(node, 'children').some((child) => isNeverNull(child, scope))
      );
  }
}

const nodesOf = (node: SyntaxNode, key: string) => [nodeIn(node, key)].filter((child) => child !== undefined);

function isNeverMissing(node: SyntaxNode, scope: Scope): boolean {
  const key = toColumnKey(node, scope);
  // In the rows of subtotals, a key is a gap.
  if (key === undefined || hasGroupingSets(scope.select)) return false;
  if (nullRejectedInRows(scope).has(key)) return true;
  const nullSupplying = nullSupplyingAliases(nodeIn(scope.select, 'from_table'), scope);
  return (
    columnOf(node, scope)?.column.nullable === false &&
    !key.startsWith('using.') &&
    !nullSupplying.includes(key.split('.')[0] ?? '')
  );
}
