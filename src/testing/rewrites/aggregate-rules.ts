import { childrenOf, constantOf, isNull, isSelect } from '#src/syntax/node-kinds.ts';
import type { Expression } from '#src/syntax/syntax-tree.ts';
import { isNumberType } from '#src/results/number-type.ts';
import {
  calls,
  expressionRule,
  rewriteTablesIn,
  type RewritePlace,
  type RewriteRule,
} from './rewrite-rule.ts';

interface Aggregate {
  readonly name: string;
  /** The one argument as SQL; empty for `count(*)`. */
  readonly argument: string;
  readonly node: Expression | undefined;
  readonly place: RewritePlace;
}

/** A rule on an aggregate without DISTINCT and without FILTER. */
function aggregateRule(
  name: string,
  functions: readonly string[],
  write: (aggregate: Aggregate) => string | readonly string[] | undefined,
): RewriteRule {
  return expressionRule(name, async (node, place) => {
    if (!calls(node, ...functions) || node.distinct || node.filter) return undefined;
    const [argument] = node.children;
    return write({
      name: node.function_name,
      argument: argument ? await place.print(argument) : '',
      node: argument,
      place,
    });
  });
}

/** An aggregate with a FILTER: its name, its argument (`1` for every row) and the condition. */
function filterRule(
  name: string,
  write: (aggregate: { name: string; argument: string; condition: string }) => string | undefined,
): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    if (!calls(node, 'count_star', 'count', 'sum', 'avg', 'min', 'max') || !node.filter) return undefined;
    if (node.distinct) return undefined;
    const [argument] = node.children;
    return write({
      name: node.function_name === 'count_star' ? 'count' : node.function_name,
      argument: argument ? await print(argument) : '1',
      condition: await print(node.filter),
    });
  });
}

/** Aggregates in other words. */
export const aggregateRules: readonly RewriteRule[] = [
  aggregateRule('count-rows-by-literal', ['count_star'], () => [
    'count(1)',
    "count('x')",
    'count(true)',
    'count()',
  ]),
  // Over no rows at all a sum is NULL.
  aggregateRule('count-rows-as-sum', ['count_star'], () => 'coalesce(sum(1), 0)'),
  aggregateRule('count-rows-by-column', ['count_star'], ({ place }) => {
    const from = place.ancestors.findLast(isSelect)?.from_table;
    const tables = rewriteTablesIn(from, place.query.tables);
    const column = tables[0]?.table.columns.find(({ nullable }) => !nullable);
    if (!column || tables.length !== 1 || from?.type !== 'BASE_TABLE') return undefined;
    return `count(${column.name})`;
  }),
  aggregateRule(
    'count-values-by-filter',
    ['count'],
    ({ argument }) => `count(*) FILTER (WHERE ${argument} IS NOT NULL)`,
  ),
  aggregateRule('count-values-by-case', ['count'], ({ argument }) => [
    `count(CASE WHEN ${argument} IS NOT NULL THEN 1 END)`,
    `coalesce(sum(CASE WHEN ${argument} IS NULL THEN 0 ELSE 1 END), 0)`,
  ]),
  aggregateRule(
    'count-values-by-difference',
    ['count'],
    ({ argument }) => `count(*) - count(*) FILTER (WHERE ${argument} IS NULL)`,
  ),
  filterRule(
    'filter-as-case',
    ({ name, argument, condition }) => `${name}(CASE WHEN ${condition} THEN ${argument} END)`,
  ),
  filterRule('filter-as-count-if', ({ name, argument, condition }) =>
    name === 'count' && argument === '1' ? `count_if(${condition})` : undefined,
  ),
  filterRule('filter-as-sum', ({ name, argument, condition }) =>
    name === 'count' && argument === '1'
      ? `coalesce(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`
      : undefined,
  ),
  expressionRule('case-as-filter', async (node, { print }) => {
    if (!calls(node, 'count', 'sum', 'avg', 'min', 'max') || node.distinct) return undefined;
    const [argument] = node.children;
    if (argument?.class !== 'CASE' || !isNull(argument.else_expr)) return undefined;
    const [check, ...others] = argument.case_checks;
    if (!check || others.length > 0) return undefined;
    const { when_expr, then_expr } = check;
    const isCount = calls(node, 'count') && constantOf(then_expr) !== undefined;
    const inner = isCount ? '*' : await print(then_expr);
    return `${node.function_name}(${inner}) FILTER (WHERE ${await print(when_expr)})`;
  }),
  aggregateRule('average-as-ratio', ['avg'], ({ argument }) => [
    `sum(${argument}) / count(${argument})`,
    `sum(${argument}) * 1.0 / count(${argument})`,
  ]),
  aggregateRule('average-by-other-name', ['avg'], ({ argument }) => `mean(${argument})`),
  aggregateRule('largest-as-negated-smallest', ['max'], ({ argument, node, place }) =>
    isNumberType(place.columnOf(node)?.type ?? '') ? `-min(-${argument})` : undefined,
  ),
  aggregateRule('smallest-as-negated-largest', ['min'], ({ argument, node, place }) =>
    isNumberType(place.columnOf(node)?.type ?? '') ? `-max(-${argument})` : undefined,
  ),
  aggregateRule('sum-of-doubles', ['sum'], ({ argument }) => `sum(CAST(${argument} AS DOUBLE))`),
  aggregateRule(
    'sum-without-nulls',
    ['sum'],
    ({ argument }) => `sum(${argument}) FILTER (WHERE ${argument} IS NOT NULL)`,
  ),
  expressionRule('distinct-count-by-list', async (node, { print }) => {
    const [argument] = childrenOf(node);
    if (!calls(node, 'count') || !node.distinct || !argument || node.filter) return undefined;
    return `coalesce(len(list_distinct(list(${await print(argument)}))), 0)`;
  }),
];
