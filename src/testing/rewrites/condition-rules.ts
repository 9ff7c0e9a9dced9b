import { nodeIn, nodesIn, sameTree, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import {
  calls,
  expressionRule,
  isClass,
  isCondition,
  isType,
  literalOf,
  printAll,
  type Place,
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

type Comparison = { left: string; right: string; sign: string; mirror: string; opposite: string };

function comparisonRule(name: string, write: (comparison: Comparison) => string | undefined): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    const sides = sidesOf(node);
    const sign = signs[String(node['type'])];
    if (!sides || !sign) return undefined;
    return write({ ...sign, left: await print(sides.left), right: await print(sides.right) });
  });
}

function sidesOf(node: SyntaxNode): { left: SyntaxNode; right: SyntaxNode } | undefined {
  const [left, right] = [nodeIn(node, 'left'), nodeIn(node, 'right')];
  return isClass(node, 'COMPARISON') && left && right ? { left, right } : undefined;
}

/** A rule on the parts that AND or OR joins. */
function chainRule(
  name: string,
  type: 'CONJUNCTION_AND' | 'CONJUNCTION_OR',
  write: (parts: readonly string[]) => string,
): RewriteRule {
  return expressionRule(name, async (node, { print }) =>
    isType(node, type) ? write(await printAll(print, nodesIn(node, 'children'))) : undefined,
  );
}

function listRule(
  name: string,
  type: 'COMPARE_IN' | 'COMPARE_NOT_IN',
  write: (input: string, items: readonly string[]) => string,
): RewriteRule {
  return expressionRule(name, async (node, { print }) => {
    if (!isType(node, type)) return undefined;
    const [input = '', ...items] = await printAll(print, nodesIn(node, 'children'));
    return write(input, items);
  });
}

/** Where only true counts, so that false and NULL are the same. */
function keepsRows({ slot }: Place): boolean {
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
    if (!isClass(node, 'BETWEEN')) return undefined;
    const parts = ['input', 'lower', 'upper'].map((key) => nodeIn(node, key) ?? {});
    const [input, lower, upper] = await printAll(print, parts);
    return `${input} >= ${lower} AND ${input} <= ${upper}`;
  }),
  expressionRule('comparisons-as-between', async (node, { print }) => {
    if (!isType(node, 'CONJUNCTION_AND')) return undefined;
    const parts = nodesIn(node, 'children');
    const lower = parts.find((part) => isType(part, 'COMPARE_GREATERTHANOREQUALTO'));
    const upper = parts.find(
      (part) => isType(part, 'COMPARE_LESSTHANOREQUALTO') && sameTree(part['left'], lower?.['left']),
    );
    if (!lower || !upper) return undefined;
    const ends = [lower['left'], lower['right'], upper['right']] as SyntaxNode[];
    const [input, from, to] = await printAll(print, ends);
    const rest = await printAll(
      print,
      parts.filter((part) => part !== lower && part !== upper),
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
    if (!isType(node, 'CONJUNCTION_OR')) return undefined;
    const parts = nodesIn(node, 'children').map((part) =>
      isType(part, 'COMPARE_EQUAL') ? sidesOf(part) : undefined,
    );
    const [first] = parts;
    if (!first || !parts.every((part) => sameTree(part?.left, first.left))) return undefined;
    const items = await printAll(
      print,
      parts.map((part) => part?.right ?? {}),
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
    const [input] = await printAll(print, nodesIn(node, 'children'));
    if (isType(node, 'OPERATOR_IS_NULL')) return `NOT ${input} IS NOT NULL`;
    return isType(node, 'OPERATOR_IS_NOT_NULL') ? `NOT ${input} IS NULL` : undefined;
  }),
  expressionRule('null-test-as-distinct', async (node, { print }) => {
    const [input] = await printAll(print, nodesIn(node, 'children'));
    if (isType(node, 'OPERATOR_IS_NULL')) return `${input} IS NOT DISTINCT FROM NULL`;
    return isType(node, 'OPERATOR_IS_NOT_NULL') ? `${input} IS DISTINCT FROM NULL` : undefined;
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
    const [query, input] = [nodeIn(nodeIn(node, 'subquery'), 'node'), nodeIn(node, 'child')];
    // NOT IN over a NULL keeps nothing, where NOT EXISTS keeps rows.
    const negated = place.ancestors.some((above) => isType(above, 'OPERATOR_NOT'));
    if (!isType(node, 'SUBQUERY') || node['subquery_type'] !== 'ANY' || !query || !input || negated)
      return undefined;
    return `EXISTS (SELECT 1 FROM (${await place.print(query)}) AS _found(_value) WHERE _value = ${await place.print(input)})`;
  }),
  expressionRule('in-query-without-repeats', async (node, { print }) => {
    const [query, input] = [nodeIn(nodeIn(node, 'subquery'), 'node'), nodeIn(node, 'child')];
    if (!isType(node, 'SUBQUERY') || node['subquery_type'] !== 'ANY' || !query || !input) return undefined;
    return `${await print(input)} IN (SELECT DISTINCT * FROM (${await print(query)}) AS _found)`;
  }),
  expressionRule('exact-pattern-as-equal', async (node, { print }) => {
    const [input, pattern] = nodesIn(node, 'children');
    const text = literalOf(pattern);
    if (!calls(node, '~~') || !input || !pattern || typeof text !== 'string' || /[%_\\]/.test(text))
      return undefined;
    return `${await print(input)} = ${await print(pattern)}`;
  }),
  expressionRule('equal-as-exact-pattern', async (node, { print }) => {
    const sides = sidesOf(node);
    const text = literalOf(sides?.right);
    if (!isType(node, 'COMPARE_EQUAL') || !sides || typeof text !== 'string' || !/^[\p{L} ]+$/u.test(text))
      return undefined;
    return `${await print(sides.left)} LIKE '${text}'`;
  }),
  expressionRule('opening-pattern-as-function', async (node, { print }) => {
    const [input, pattern] = nodesIn(node, 'children');
    const text = String(literalOf(pattern) ?? '');
    const opening = /^([^%_\\']+)%$/.exec(text)?.[1];
    if (!calls(node, '~~') || !input || opening === undefined) return undefined;
    const value = await print(input);
    return [`starts_with(${value}, '${opening}')`, `left(${value}, ${[...opening].length}) = '${opening}'`];
  }),
];
