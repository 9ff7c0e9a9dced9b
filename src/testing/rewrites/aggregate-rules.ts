import { nodeIn, nodesIn, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import {
  calls,
  expressionRule,
  isClass,
  isNumber,
  literalOf,
  tablesIn,
  type Place,
  type RewriteRule,
} from './rewrite-rule.ts';

interface Aggregate {
  readonly name: string;
  /** The one argument as SQL; empty for `count(*)`. */
  readonly argument: string;
  readonly node: SyntaxNode | undefined;
  readonly place: Place;
}

/** A rule on an aggregate without DISTINCT and without FILTER. */
function aggregateRule(
  name: string,
  functions: readonly string[],
  write: (aggregate: Aggregate) => string | readonly string[] | undefined,
): RewriteRule {
  return expressionRule(name, async (node, place) => {
    if (!calls(node, ...functions) || node['distinct'] === true || nodeIn(node, 'filter')) return undefined;
    const [argument] = nodesIn(node, 'children');
    return write({
      name: String(node['function_name']),
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
    const [filter, argument] = [nodeIn(node, 'filter'), nodesIn(node, 'children')[0]];
    if (!calls(node, 'count_star', 'count', 'sum', 'avg', 'min', 'max') || !filter) return undefined;
    if (node['distinct'] === true) return undefined;
    return write({
      name: calls(node, 'count_star') ? 'count' : String(node['function_name']),
      argument: argument ? await print(argument) : '1',
      condition: await print(filter),
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
    const select = place.ancestors.findLast(({ type }) => type === 'SELECT_NODE');
    const tables = tablesIn(nodeIn(select, 'from_table'), place.query.tables);
    const column = tables[0]?.table.columns.find(({ nullable }) => !nullable);
    if (!column || tables.length !== 1 || nodeIn(select, 'from_table')?.['type'] !== 'BASE_TABLE')
      return undefined;
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
    const [argument] = nodesIn(node, 'children');
    const checks = nodesIn(argument, 'case_checks');
    const [when, then] = [nodeIn(checks[0], 'when_expr'), nodeIn(checks[0], 'then_expr')];
    const without = nodeIn(nodeIn(argument, 'else_expr'), 'value')?.['is_null'] === true;
    if (!calls(node, 'count', 'sum', 'avg', 'min', 'max') || !isClass(argument, 'CASE')) return undefined;
    if (checks.length !== 1 || !when || !then || !without || node['distinct'] === true) return undefined;
    const inner = calls(node, 'count') && literalOf(then) !== undefined ? '*' : await print(then);
    return `${String(node['function_name'])}(${inner}) FILTER (WHERE ${await print(when)})`;
  }),
  aggregateRule('average-as-ratio', ['avg'], ({ argument }) => [
    `sum(${argument}) / count(${argument})`,
    `sum(${argument}) * 1.0 / count(${argument})`,
  ]),
  aggregateRule('average-by-other-name', ['avg'], ({ argument }) => `mean(${argument})`),
  aggregateRule('largest-as-negated-smallest', ['max'], ({ argument, node, place }) =>
    isNumber(place.columnOf(node)?.type ?? '') ? `-min(-${argument})` : undefined,
  ),
  aggregateRule('smallest-as-negated-largest', ['min'], ({ argument, node, place }) =>
    isNumber(place.columnOf(node)?.type ?? '') ? `-max(-${argument})` : undefined,
  ),
  aggregateRule('sum-of-doubles', ['sum'], ({ argument }) => `sum(CAST(${argument} AS DOUBLE))`),
  aggregateRule(
    'sum-without-nulls',
    ['sum'],
    ({ argument }) => `sum(${argument}) FILTER (WHERE ${argument} IS NOT NULL)`,
  ),
  expressionRule('distinct-count-by-list', async (node, { print }) => {
    const [argument] = nodesIn(node, 'children');
    if (!calls(node, 'count') || node['distinct'] !== true || !argument || nodeIn(node, 'filter'))
      return undefined;
    return `coalesce(len(list_distinct(list(${await print(argument)}))), 0)`;
  }),
];
