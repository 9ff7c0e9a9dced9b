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
import { nodeIn, nodesIn, walk, type SyntaxNode } from '#src/syntax/syntax-tree.ts';

export const countOperator = mutationOperator(
  'count',
  'Look at what you count. Rows, filled-in values and different values are three numbers.',
  (node) =>
    (node['class'] === 'FUNCTION' || node['class'] === 'WINDOW') &&
    ['count', 'count_star'].includes(String(node['function_name'])),
  (node, context) =>
    node['function_name'] === 'count_star' ? columnsInstead(node, context) : otherCounts(node, context),
);

/** Filled-in values of a column instead of rows; for the likeliest column, its different values too. */
function columnsInstead(node: SyntaxNode, { scope }: MutationContext): SyntaxNode[] {
  if (node['class'] === 'WINDOW') return [];
  return columnsWithGaps(node, scope).flatMap((column, index) => {
    const counted = { ...node, function_name: 'count', children: [column] };
    return index === 0 ? [counted, { ...counted, distinct: true }] : [counted];
  });
}

/** Up to two columns that may hold gaps in the rows that are counted: those that the query uses, or else each table's first. */
function columnsWithGaps(node: SyntaxNode, scope: Scope): SyntaxNode[] {
  const filled = withImplied(
    new Set([...nullRejectedInRows(scope), ...nullRejectedColumns(nodeIn(node, 'filter'), scope)]),
    scope,
  );
  const nullSupplying = nullSupplyingAliases(nodeIn(scope.select, 'from_table'), scope);
  const mayHaveGaps = (reference: SyntaxNode) => {
    const found = toColumnKey(reference, scope) === undefined ? undefined : columnOf(reference, scope);
    return (
      found !== undefined && (found.column.nullable || nullSupplying.includes(found.alias.toLowerCase()))
    );
  };
  const used = [...walk(scope.select ?? node)].map((visit) => visit.node).filter(mayHaveGaps);
  const joined = scope.tables.length > 1;
  const first = scope.tables.flatMap(({ alias, table }) =>
    table.columns
      .filter(({ nullable }) => nullable)
      .map(({ name }) => toColumnRef(joined ? [alias, name] : [name]))
      .slice(0, 1),
  );
  const byKey = new Map<ColumnKey, SyntaxNode>();
  for (const reference of used.length > 0 ? used : first) {
    const key = toColumnKey(reference, scope) ?? '';
    if (!filled.has(key) && !byKey.has(key)) byKey.set(key, { ...reference, alias: '' });
  }
  return [...byKey.values()].slice(0, 2);
}

/** The other ways to count a column. One that is never missing counts like the rows, so it makes no mutant. */
function otherCounts(node: SyntaxNode, { scope }: MutationContext): SyntaxNode[] {
  const argument = nodesIn(node, 'children')[0];
  if (!argument) return [];
  const isDistinct = node['distinct'] === true;
  const edits: SyntaxNode[] = [];
  const differ = valuesDiffer(node, scope);
  if (!differ) edits.push({ ...node, distinct: !isDistinct });
  if (!isFilled(argument, node, scope) || (isDistinct && !differ))
    edits.push({ ...node, function_name: 'count_star', children: [], distinct: false });
  return edits;
}

function isFilled(argument: SyntaxNode, node: SyntaxNode, scope: Scope): boolean {
  if (isNeverNull(argument, scope)) return true;
  const key = toColumnKey(argument, scope);
  const filter = nodeIn(node, 'filter') ?? nodeIn(node, 'filter_expr');
  return key !== undefined && withImplied(nullRejectedColumns(filter, scope), scope).has(key);
}

/** Whether no two rows of one group share a value of the aggregate's column, so that DISTINCT changes nothing. */
export function valuesDiffer(aggregate: SyntaxNode, scope: Scope): boolean {
  const key = (node: SyntaxNode | undefined) => (node ? (toColumnKey(node, scope) ?? []) : []);
  const argument = key(nodesIn(aggregate, 'children')[0]);
  const groups =
    aggregate['class'] === 'WINDOW' || hasGroupingSets(scope.select)
      ? []
      : nodesIn(scope.select, 'group_expressions').flatMap(key);
  return typeof argument === 'string' && determinesRows([argument, ...groups], scope);
}

export function toColumnRef(names: string[]): SyntaxNode {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', query_location: 0, column_names: names };
}
