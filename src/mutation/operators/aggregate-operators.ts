import { countOperator, valuesDiffer } from './count-operator.ts';
import { mutationOperator, type MutationOperator } from './mutation-operator.ts';
import { constantOf, isCall, isComparison, isFunction } from '#src/syntax/node-kinds.ts';
import { columnOf, type Scope } from '#src/syntax/scope/scope.ts';
import type { FunctionCall, WindowCall } from '#src/syntax/syntax-tree.ts';
import type { Visit } from '#src/syntax/walk-tree.ts';

const otherAggregates: Record<string, readonly string[]> = {
  sum: ['avg', 'max'],
  avg: ['sum', 'median'],
  min: ['max'],
  max: ['min'],
  median: ['avg'],
  arg_max: ['arg_min'],
  arg_min: ['arg_max'],
  max_by: ['min_by'],
  min_by: ['max_by'],
};

/** Slips in counting and summing up. */
export const aggregateOperators: readonly MutationOperator[] = [
  mutationOperator(
    'aggregate',
    'Look at the function that sums up your rows. A total, an average, a largest and a smallest answer different questions.',
    isCall,
    (node, { scope }, visit) =>
      (otherAggregates[node.function_name] ?? [])
        .filter((name) => !hasSameSign(node, visit, name, scope))
        .map((name) => ({ ...node, function_name: name })),
  ),
  countOperator,
  mutationOperator(
    'distinct-values',
    'Look at whether the same value should count once or every time.',
    isFunction,
    (node, { scope }, visit) =>
      !['sum', 'avg'].includes(node.function_name) ||
      valuesDiffer(node, scope) ||
      hasSameSign(node, visit, 'distinct', scope)
        ? []
        : [{ ...node, distinct: !node.distinct }],
  ),
];

/** Whether the query asks only for the sign of an aggregate, by comparing it with 0, and another has the same. */
function hasSameSign(
  aggregate: FunctionCall | WindowCall,
  { ancestors }: Visit,
  other: string,
  scope: Scope,
): boolean {
  const comparison = ancestors.at(-1);
  if (!isComparison(comparison)) return false;
  const isWithZero = [comparison.left, comparison.right].some((side) => constantOf(side) === 0);
  if (!isWithZero) return false;
  const { function_name: name, children } = aggregate;
  if ([name, other].sort().join() === 'avg,sum') return true;
  const [argument] = children;
  const [smallest = -1] = (argument && columnOf(argument, scope)?.column.range) ?? [];
  return (
    ['sum', 'avg', 'max'].includes(name) && other !== 'min' && other !== 'median' && Number(smallest) >= 0
  );
}
