import { childrenOf, constantOf, isComparison } from '#src/syntax/node-kinds.ts';
import type { Expression, QueryNode } from '#src/syntax/syntax-tree.ts';
import { sameTree } from '#src/syntax/walk-tree.ts';
import {
  calls,
  expressionRule,
  isCondition,
  printAll,
  type RewritePlace,
  type RewriteRule,
} from './rewrite-rule.ts';

const signs: Readonly<Record<string, { sign: string; mirror: string; opposite: string }>> = {
  COMPARE_EQUAL: { sign: '=', mirror: '=', opposite: '<>' },
  COMPARE_NOTEQUAL: { sign: '<>', mirror: '<>', opposite: '=' },
  COMPARE_LESSTHAN: { sign: '<', mirror: '>', opposite: '>=' },
  COMPARE_GREATERTHAN: { sign: '>', mirror: '<', opposite: '<=' },
  COMPARE_LESSTHANOREQUALTO: { sign: '<=', mirror: '>=', opposite: '>' },
  COMPARE_GREATERTHANOREQUALTO: { sign: '>=', mirror: '<=', opposite: '<' },
};

type PrintedComparison = { left: string; right: string; sign: string; mirror: string; opposite: string };

function comparisonRule(
  name: string,
  write: (comparison: PrintedComparison) => string | undefined,
): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    const sign = isComparison(node) ? signs[node.type] : undefined;
    if (!isComparison(node) || !sign) return undefined;
    return write({ ...sign, left: await print(node.left), right: await print(node.right) });
  });
}

/** A rule on the parts that AND or OR joins. */
function chainRule(
  name: string,
  type: 'CONJUNCTION_AND' | 'CONJUNCTION_OR',
  write: (parts: readonly string[]) => string,
): RewriteRule {
  return expressionRule(name, async (node, { print }) =>
    node.type === type ? write(await printAll(print, node.children)) : undefined,
  );
}

function listRule(
  name: string,
  type: 'COMPARE_IN' | 'COMPARE_NOT_IN',
  write: (input: string, items: readonly string[]) => string,
): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    if (node.type !== type) return undefined;
    const [input = '', ...items] = await printAll(print, node.children);
    return write(input, items);
  });
}

/** What IN looks for, and the query that it looks in. */
function lookedUpIn(node: Expression): { input: Expression; query: QueryNode } | undefined {
  if (node.class !== 'SUBQUERY' || node.subquery_type !== 'ANY' || !node.child) return undefined;
  return { input: node.child, query: node.subquery.node };
}

/** Where only true counts, so that false and NULL are the same. */
function keepsRows({ slot }: RewritePlace): boolean {
  return slot === 'where_clause' || slot === 'having';
}

/** Conditions in other words. Each keeps NULL where the condition gives NULL, unless only true counts. */
export const conditionRules: readonly RewriteRule[] = [
  comparisonRule('sides-swapped', ({ left, right, mirror }) => `${right} ${mirror} ${left}`),
  comparisonRule('opposite-negated', ({ left, right, opposite }) => `NOT (${left} ${opposite} ${right})`),
  comparisonRule('equal-as-in', ({ left, right, sign }) =>
    sign === '=' ? `${left} IN (${right})` : undefined,
  ),
  comparisonRule('unequal-as-two-comparisons', ({ left, right, sign }) =>
    sign === '<>' ? `${left} < ${right} OR ${left} > ${right}` : undefined,
  ),
  comparisonRule('inclusive-as-two-comparisons', ({ left, right, sign }) =>
    sign === '>=' || sign === '<=' ? `${left} ${sign[0]} ${right} OR ${left} = ${right}` : undefined,
  ),
  expressionRule('negated-twice', async (node, { print }) =>
    isCondition(node) ? `NOT (NOT (${await print(node)}))` : undefined,
  ),
  expressionRule('brackets-added', async (node, { print }) =>
    isCondition(node) ? `((${await print(node)}))` : undefined,
  ),
  expressionRule('between-as-comparisons', async (node, { print }) => {
    if (node.class !== 'BETWEEN') return undefined;
    const [input, lower, upper] = await printAll(print, [node.input, node.lower, node.upper]);
    return `${input} >= ${lower} AND ${input} <= ${upper}`;
  }),
  expressionRule('comparisons-as-between', async (node, { print }) => {
    if (node.type !== 'CONJUNCTION_AND') return undefined;
    const comparisons = node.children.filter(isComparison);
    const lower = comparisons.find(({ type }) => type === 'COMPARE_GREATERTHANOREQUALTO');
    const upper = comparisons.find(
      ({ type, left }) => type === 'COMPARE_LESSTHANOREQUALTO' && sameTree(left, lower?.left),
    );
    if (!lower || !upper) return undefined;
    const [input, from, to] = await printAll(print, [lower.left, lower.right, upper.right]);
    const rest = await printAll(
      print,
      node.children.filter((part) => part !== lower && part !== upper),
    );
    return [`${input} BETWEEN ${from} AND ${to}`, ...rest].join(' AND ');
  }),
  listRule('in-as-or', 'COMPARE_IN', (input, items) =>
    items.map((item) => `${input} = ${item}`).join(' OR '),
  ),
  listRule(
    'in-list-reversed',
    'COMPARE_IN',
    (input, items) => `${input} IN (${items.toReversed().join(', ')})`,
  ),
  listRule('not-in-as-and', 'COMPARE_NOT_IN', (input, items) =>
    items.map((item) => `${input} <> ${item}`).join(' AND '),
  ),
  expressionRule('or-as-in', async (node, { print }) => {
    if (node.type !== 'CONJUNCTION_OR') return undefined;
    const equalities = node.children.filter(isComparison).filter(({ type }) => type === 'COMPARE_EQUAL');
    const [first] = equalities;
    if (!first || equalities.length < node.children.length) return undefined;
    if (!equalities.every(({ left }) => sameTree(left, first.left))) return undefined;
    const items = await printAll(
      print,
      equalities.map(({ right }) => right),
    );
    return `${await print(first.left)} IN (${items.join(', ')})`;
  }),
  chainRule('and-commuted', 'CONJUNCTION_AND', (parts) => parts.toReversed().join(' AND ')),
  chainRule('or-commuted', 'CONJUNCTION_OR', (parts) => parts.toReversed().join(' OR ')),
  chainRule(
    'and-by-de-morgan',
    'CONJUNCTION_AND',
    (parts) => `NOT (${parts.map((p) => `NOT ${p}`).join(' OR ')})`,
  ),
  chainRule(
    'or-by-de-morgan',
    'CONJUNCTION_OR',
    (parts) => `NOT (${parts.map((p) => `NOT ${p}`).join(' AND ')})`,
  ),
  expressionRule('null-test-negated', async (node, { print }) => {
    const [input] = await printAll(print, childrenOf(node));
    if (node.type === 'OPERATOR_IS_NULL') return `NOT ${input} IS NOT NULL`;
    return node.type === 'OPERATOR_IS_NOT_NULL' ? `NOT ${input} IS NULL` : undefined;
  }),
  expressionRule('null-test-as-distinct', async (node, { print }) => {
    const [input] = await printAll(print, childrenOf(node));
    if (node.type === 'OPERATOR_IS_NULL') return `${input} IS NOT DISTINCT FROM NULL`;
    return node.type === 'OPERATOR_IS_NOT_NULL' ? `${input} IS DISTINCT FROM NULL` : undefined;
  }),
  expressionRule('true-spelt-out', async (node, place) =>
    place.columnOf(node)?.type === 'BOOLEAN' && place.slot !== 'select_list'
      ? [`${await place.print(node)} = true`, `NOT (${await place.print(node)} = false)`]
      : undefined,
  ),
  expressionRule('true-by-is', async (node, place) =>
    keepsRows(place) && isCondition(node) ? `(${await place.print(node)}) IS TRUE` : undefined,
  ),
  expressionRule('true-added', async (node, place) =>
    isCondition(node)
      ? [`${await place.print(node)} AND true`, `false OR ${await place.print(node)}`]
      : undefined,
  ),
  expressionRule('condition-as-case', async (node, place) =>
    keepsRows(place) && isCondition(node)
      ? `CASE WHEN ${await place.print(node)} THEN true ELSE false END`
      : undefined,
  ),
  expressionRule('in-query-as-exists', async (node, place) => {
    // NOT IN over a NULL keeps nothing, where NOT EXISTS keeps rows.
    const negated = place.ancestors.some(({ type }) => type === 'OPERATOR_NOT');
    const found = lookedUpIn(node);
    if (!found || negated) return undefined;
    const [input, query] = [await place.print(found.input), await place.print(found.query)];
    return `EXISTS (SELECT 1 FROM (${query}) AS _found(_value) WHERE _value = ${input})`;
  }),
  expressionRule('in-query-without-repeats', async (node, { print }) => {
    const found = lookedUpIn(node);
    if (!found) return undefined;
    return `${await print(found.input)} IN (SELECT DISTINCT * FROM (${await print(found.query)}) AS _found)`;
  }),
  expressionRule('exact-pattern-as-equal', async (node, { print }) => {
    const [input, pattern] = childrenOf(node);
    const text = constantOf(pattern);
    if (!calls(node, '~~') || !input || !pattern || typeof text !== 'string' || /[%_\\]/.test(text))
      return undefined;
    return `${await print(input)} = ${await print(pattern)}`;
  }),
  expressionRule('equal-as-exact-pattern', async (node, { print }) => {
    if (node.type !== 'COMPARE_EQUAL') return undefined;
    const text = constantOf(node.right);
    if (typeof text !== 'string' || !/^[\p{L} ]+$/u.test(text)) return undefined;
    return `${await print(node.left)} LIKE '${text}'`;
  }),
  expressionRule('opening-pattern-as-function', async (node, { print }) => {
    const [input, pattern] = childrenOf(node);
    const text = String(constantOf(pattern) ?? '');
    const opening = /^([^%_\\']+)%$/.exec(text)?.[1];
    if (!calls(node, '~~') || !input || opening === undefined) return undefined;
    const value = await print(input);
    return [`starts_with(${value}, '${opening}')`, `left(${value}, ${[...opening].length}) = '${opening}'`];
  }),
];
