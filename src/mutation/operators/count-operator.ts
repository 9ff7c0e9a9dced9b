import { mutationOperator, type MutationContext } from './mutation-operator.ts';
import { nullSupplyingAliases, toColumnKey, type ColumnKey } from '#src/syntax/scope/from-clause.ts';
import { isNeverNull } from '#src/syntax/scope/is-never-null.ts';
import {
  nullRejectedColumns,
  nullRejectedInRows,
  withImplied,
} from '#src/syntax/scope/null-rejected-columns.ts';
import { columnOf, hasGroupingSets, type Scope } from '#src/syntax/scope/scope.ts';
import { determinesRows } from '#src/syntax/scope/determined-columns.ts';
import { columnRef } from '#src/syntax/build-tree.ts';
import { filterOf, isCall, isColumnRef } from '#src/syntax/node-kinds.ts';
import type { ColumnRef, Expression, FunctionCall, WindowCall } from '#src/syntax/syntax-tree.ts';
import { walk } from '#src/syntax/walk-tree.ts';

export const countOperator = mutationOperator(
  'count',
  'Look at what you count. Rows, filled-in values and different values are three numbers.',
  isCall,
  (node, context) => {
    if (node.function_name === 'count') return otherCounts(node, context);
    // Where a window counts rows, no column stands out to be counted.
    return node.function_name === 'count_star' && node.class === 'FUNCTION'
      ? columnsInstead(node, context)
      : [];
  },
);

type Call = FunctionCall | WindowCall;

/** Filled-in values of a column instead of rows; for the likeliest column, its different values too. */
function columnsInstead(node: FunctionCall, { scope }: MutationContext): FunctionCall[] {
  return columnsWithGaps(node, scope).flatMap((column, index) => {
    const counted = { ...node, function_name: 'count', children: [column] };
    return index === 0 ? [counted, { ...counted, distinct: true }] : [counted];
  });
}

/** Up to two columns that may hold gaps in the rows that are counted: those that the query uses, or else each table's first. */
function columnsWithGaps(node: FunctionCall, scope: Scope): ColumnRef[] {
  const filled = withImplied(
    new Set([...nullRejectedInRows(scope), ...nullRejectedColumns(node.filter, scope)]),
    scope,
  );
  const nullSupplying = nullSupplyingAliases(scope.select?.from_table, scope);
  const mayHaveGaps = (reference: ColumnRef) => {
    const found = toColumnKey(reference, scope) === undefined ? undefined : columnOf(reference, scope);
    return (
      found !== undefined && (found.column.nullable || nullSupplying.includes(found.alias.toLowerCase()))
    );
  };
  const used = [...walk(scope.select ?? node)]
    .map((visit) => visit.node)
    .filter(isColumnRef)
    .filter(mayHaveGaps);
  const joined = scope.tables.length > 1;
  const first = scope.tables.flatMap(({ alias, table }) =>
    table.columns
      .filter(({ nullable }) => nullable)
      .map(({ name }) => (joined ? columnRef(alias, name) : columnRef(name)))
      .slice(0, 1),
  );
  const byKey = new Map<ColumnKey, ColumnRef>();
  for (const reference of used.length > 0 ? used : first) {
    const key = toColumnKey(reference, scope) ?? '';
    if (!filled.has(key) && !byKey.has(key)) byKey.set(key, { ...reference, alias: '' });
  }
  return [...byKey.values()].slice(0, 2);
}

/** The other ways to count a column. One that is never missing counts like the rows, so it makes no mutant. */
function otherCounts(node: Call, { scope }: MutationContext): Call[] {
  const [argument] = node.children;
  if (!argument) return [];
  const edits: Call[] = [];
  const differ = valuesDiffer(node, scope);
  if (!differ) edits.push({ ...node, distinct: !node.distinct });
  if (!isAlwaysFilled(argument, node, scope) || (node.distinct && !differ))
    edits.push({ ...node, function_name: 'count_star', children: [], distinct: false });
  return edits;
}

function isAlwaysFilled(argument: Expression, node: Call, scope: Scope): boolean {
  if (isNeverNull(argument, scope)) return true;
  const key = toColumnKey(argument, scope);
  return key !== undefined && withImplied(nullRejectedColumns(filterOf(node), scope), scope).has(key);
}

/** Whether no two rows of one group share a value of the aggregate's column, so that DISTINCT changes nothing. */
export function valuesDiffer(aggregate: Call, scope: Scope): boolean {
  const key = (node: Expression | undefined) => (node ? (toColumnKey(node, scope) ?? []) : []);
  const argument = key(aggregate.children[0]);
  const groups =
    aggregate.class === 'WINDOW' || hasGroupingSets(scope.select)
      ? []
      : (scope.select?.group_expressions ?? []).flatMap(key);
  return typeof argument === 'string' && determinesRows([argument, ...groups], scope);
}
