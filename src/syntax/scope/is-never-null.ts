import { nullSupplyingAliases, sourcesOf, toColumnKey, type ColumnKey } from './from-clause.ts';
import { nullRejectedInRows } from './null-rejected-columns.ts';
import { queryColumnOf, shownItem, toQuerySource } from './query-source.ts';
import { columnOf, hasGroupingSets, type Scope } from './scope.ts';
import { childrenOf } from '../node-kinds.ts';
import type { ColumnRef, Expression, FunctionCall } from '../syntax-tree.ts';

/**
 * Whether an expression has a value in every row that the scope's SELECT reads, as far as that is easy to tell.
 *
 * @param filled columns without gaps in the rows that are looked at: those that WHERE and the inner joins keep, unless given
 */
export function isNeverNull(
  node: Expression,
  scope: Scope,
  filled: ReadonlySet<ColumnKey> = nullRejectedInRows(scope),
): boolean {
  switch (node.class) {
    case 'CONSTANT':
      return !node.value.is_null;
    case 'CAST':
      return !node.try_cast && isNeverNull(node.child, scope, filled);
    case 'COLUMN_REF':
      return isNeverMissing(node, scope, filled);
    case 'FUNCTION':
      return isFilledAggregate(node, scope, filled);
    case 'OPERATOR':
      return (
        node.type === 'OPERATOR_COALESCE' && node.children.some((child) => isNeverNull(child, scope, filled))
      );
    default:
      return false;
  }
}

/** Whether a condition is a test for NULL whose outcome is the one given in every row, by what the tables declare alone. */
export function isSettledNullTest(node: Expression, outcome: boolean, scope: Scope): boolean {
  const [tested] = childrenOf(node);
  if (!tested) return false;
  if (node.type === 'OPERATOR_NOT') return isSettledNullTest(tested, !outcome, scope);
  // The condition itself may stand in WHERE, which must not speak for it.
  return (
    node.type === (outcome ? 'OPERATOR_IS_NOT_NULL' : 'OPERATOR_IS_NULL') &&
    isNeverNull(tested, scope, new Set())
  );
}

/** A count, or an aggregate over groups: each has a row, so one of values that are all there has a value. */
function isFilledAggregate(
  { function_name, children, filter }: FunctionCall,
  scope: Scope,
  filled: ReadonlySet<ColumnKey>,
): boolean {
  if (['count', 'count_star'].includes(function_name)) return true;
  const { select } = scope;
  const [argument] = children;
  return (
    ['sum', 'avg', 'min', 'max'].includes(function_name) &&
    argument !== undefined &&
    children.length === 1 &&
    !filter &&
    // The total of no rows at all is NULL, and subtotals may hold that.
    (select?.group_expressions ?? []).length > 0 &&
    !hasGroupingSets(select) &&
    isNeverNull(argument, scope, filled)
  );
}

function isNeverMissing(node: ColumnRef, scope: Scope, filled: ReadonlySet<ColumnKey>): boolean {
  // In the rows of subtotals, a key is a gap.
  if (hasGroupingSets(scope.select)) return false;
  const from = scope.select?.from_table;
  const nullSupplying = nullSupplyingAliases(from, scope);
  const inQuery = queryColumnOf(node, scope);
  if (inQuery && !nullSupplying.includes(inQuery.source.alias)) {
    const query = toQuerySource(inQuery.source.node, scope);
    const item = query && shownItem(query, inQuery.name);
    if (query && item && isNeverNull(item, query.scope)) return true;
  }
  const key = toColumnKey(node, scope);
  if (key === undefined) return false;
  if (filled.has(key)) return true;
  const [alias = '', name = ''] = key.split('.');
  const source = sourcesOf(from, scope).find((each) => each.alias === alias);
  return (
    source?.columns?.includes(name) === true &&
    columnOf(node, scope)?.column.nullable === false &&
    !nullSupplying.includes(alias)
  );
}
