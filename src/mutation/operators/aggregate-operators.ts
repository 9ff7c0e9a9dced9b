import { countOperator, valuesDiffer } from './count-operator.ts';
import { mutationOperator, type MutationOperator } from './mutation-operator.ts';
import { columnOf, type Scope } from '#src/syntax/scope/scope.ts';
import { nodeIn, nodesIn, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

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

const nameOf = (node: SyntaxNode) => String(node['function_name'] ?? '');
const isCall = (node: SyntaxNode) => node['class'] === 'FUNCTION' || node['class'] === 'WINDOW';

/** Slips in counting and summing up. */
export const aggregateOperators: readonly MutationOperator[] = [
  mutationOperator(
    'aggregate',
    'Look at the function that sums up your rows. A total, an average, a largest and a smallest answer different questions.',
    (node) => isCall(node) && nameOf(node) in otherAggregates,
    (node, { scope }, visit) =>
      (otherAggregates[nameOf(node)] ?? [])
        .filter((name) => !hasSameSign(visit, name, scope))
        .map((name) => ({ ...node, function_name: name })),
  ),
  countOperator,
  mutationOperator(
    'distinct-values',
    'Look at whether the same value should count once or every time.',
    (node) => node['class'] === 'FUNCTION' && ['sum', 'avg'].includes(nameOf(node)),
    (node, { scope }, visit) =>
      valuesDiffer(node, scope) || hasSameSign(visit, 'distinct', scope)
        ? []
        : [{ ...node, distinct: node['distinct'] !== true }],
  ),
];

/** Whether the query asks only for the sign of an aggregate, by comparing it with 0, and another has the same. */
function hasSameSign({ node, ancestors }: Visit, other: string, scope: Scope): boolean {
  const comparison = ancestors.at(-1);
  const sides = [nodeIn(comparison, 'left'), nodeIn(comparison, 'right')];
  const isWithZero = sides.some((side) => nodeIn(side, 'value')?.['value'] === 0);
  if (comparison?.['class'] !== 'COMPARISON' || !isWithZero) return false;
  if ([nameOf(node), other].sort().join() === 'avg,sum') return true;
  const argument = nodesIn(node, 'children')[0];
  const [smallest = -1] = (argument && columnOf(argument, scope)?.column.range) ?? [];
  return (
    ['sum', 'avg', 'max'].includes(nameOf(node)) &&
    other !== 'min' &&
    other !== 'median' &&
    Number(smallest) >= 0
  );
}
