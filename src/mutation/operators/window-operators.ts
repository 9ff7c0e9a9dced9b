import { mutationOperator, type MutationOperator } from './mutation-operator.ts';
import { toColumnKey, toConjuncts } from '#src/syntax/scope/from-clause.ts';
import type { Scope } from '#src/syntax/scope/scope.ts';
import { determinedColumns, determinesResult } from '#src/syntax/scope/determined-columns.ts';
import { turned, withValue } from '#src/syntax/build-tree.ts';
import { constantOf, isColumnRef, isConstant, isSelect, isWindow } from '#src/syntax/node-kinds.ts';
import type { Expression, SyntaxNode, WindowCall, WindowType } from '#src/syntax/syntax-tree.ts';
import { replaceAt, walk, type Visit } from '#src/syntax/walk-tree.ts';

/** Functions that take a place in the order: what a learner may write instead. */
const otherFunctions: Record<string, readonly string[]> = {
  rank: ['dense_rank', 'row_number'],
  dense_rank: ['rank', 'row_number'],
  row_number: ['rank'],
  lag: ['lead'],
  lead: ['lag'],
};

const windowTypes: Record<string, WindowType> = {
  rank: 'WINDOW_RANK',
  dense_rank: 'WINDOW_RANK_DENSE',
  row_number: 'WINDOW_ROW_NUMBER',
  lag: 'WINDOW_LAG',
  lead: 'WINDOW_LEAD',
};

/** Slips in windows, and in the condition on what they give. */
export const windowOperators: readonly MutationOperator[] = [
  mutationOperator(
    'window-partition',
    'Look at the groups of your window: PARTITION BY starts again for each of them.',
    isWindow,
    (node, { scope }) =>
      node.partitions.length === 0 || isOnePartition(node, scope) ? [] : [{ ...node, partitions: [] }],
  ),
  mutationOperator('window-order', 'Look at the order inside your window.', isWindow, (node) =>
    node.orders.length > 0
      ? [
          { ...node, orders: [] },
          { ...node, orders: node.orders.map(turned) },
        ]
      : [],
  ),
  mutationOperator(
    'window-function',
    'Look at the function of your window: how does it treat rows that tie, and which neighbour does it look at?',
    isWindow,
    (node, { scope }, visit) => functionSlips(node, scope, visit),
  ),
  mutationOperator(
    'window-frame',
    'Look at which rows around the current one your window takes in: where does its frame start, and where does it end?',
    isWindow,
    (node, { scope }) => (hasFrame(node) ? frameSlips(node, scope) : []),
  ),
  {
    id: 'qualify',
    sentence: 'Look at the rows you keep: the task asks for some of them, by a value that your window gives.',
    edits: ({ node, path }) =>
      isSelect(node) && node.qualify ? [{ node: { ...node, qualify: null }, path }] : [],
  },
];

/** Whether WHERE leaves a single value of each partition column. */
function isOnePartition({ partitions }: WindowCall, scope: Scope): boolean {
  const determined = determinedColumns([], scope);
  return partitions.every((column) => determined.has(toColumnKey(column, scope) ?? ''));
}

function functionSlips(node: WindowCall, scope: Scope, visit: Visit): WindowCall[] {
  const name = node.function_name;
  const others = (otherFunctions[name] ?? []).filter((other) => {
    if (name === 'lag' || name === 'lead') return true;
    if (neverTies(node, scope)) return false;
    // The first place is the same in both.
    return other === 'row_number' || name === 'row_number' || !keepsFirstPlace(node, visit);
  });
  return others.map((other) => ({ ...node, function_name: other, type: windowTypes[other] ?? node.type }));
}

/** Whether no two rows of one partition stand at the same place of the order. */
function neverTies({ partitions, orders }: WindowCall, scope: Scope): boolean {
  return determinesResult([...partitions, ...orders.map(({ expression }) => expression)], scope);
}

/** Whether the query uses the place for nothing but to keep the rows that come first. */
function keepsFirstPlace(place: WindowCall, { ancestors }: Visit): boolean {
  const root = ancestors[0] ?? place;
  const holder = ancestors.at(-1);
  if (holder && firstPlaceOf(holder) === place) return true;
  const alias = place.alias.toLowerCase();
  if (alias === '') return false;
  const isAlias = (other: SyntaxNode | undefined) =>
    isColumnRef(other) && other.column_names.at(-1)?.toLowerCase() === alias;
  const nodes = [...walk(root)].map(({ node }) => node);
  const uses = nodes.filter(isAlias).length;
  const tests = nodes
    .filter(isSelect)
    .flatMap(({ where_clause, qualify }) => [where_clause, qualify].flatMap(toConjuncts))
    .filter((part) => isAlias(firstPlaceOf(part)));
  return uses > 0 && tests.length === uses;
}

/** What a condition says of a place in an order, when it keeps the first one alone. */
function firstPlaceOf(condition: SyntaxNode): Expression | undefined {
  if (condition.class !== 'COMPARISON') return undefined;
  const { type, left, right } = condition;
  const limit = constantOf(right);
  const isFirst =
    (limit === 1 && ['COMPARE_EQUAL', 'COMPARE_LESSTHANOREQUALTO'].includes(type)) ||
    (limit === 2 && type === 'COMPARE_LESSTHAN');
  return isFirst ? left : undefined;
}

function hasFrame({ type, orders }: WindowCall): boolean {
  return /^WINDOW_(AGGREGATE|FIRST_VALUE|LAST_VALUE|NTH_VALUE)$/.test(type) && orders.length > 0;
}

const defaultFrame = {
  start: 'UNBOUNDED_PRECEDING',
  end: 'CURRENT_ROW_RANGE',
  start_expr: null,
  end_expr: null,
} as const;

/** A frame that starts or ends elsewhere, or that counts rows where it should count values. */
function frameSlips(node: WindowCall, scope: Scope): WindowCall[] {
  const { start, end } = node;
  const byDefault = { ...node, ...defaultFrame };
  if (start.startsWith('EXPR')) return [{ ...node, start_expr: oneStepLonger(node.start_expr) }, byDefault];
  if (end.startsWith('EXPR')) return [{ ...node, end_expr: oneStepLonger(node.end_expr) }, byDefault];
  if (start !== 'UNBOUNDED_PRECEDING') return [byDefault];
  if (end === 'UNBOUNDED_FOLLOWING') return node.function_name === 'first_value' ? [] : [byDefault];
  // Only rows that tie tell ROWS from RANGE.
  if (neverTies(node, scope)) return [];
  return [{ ...node, end: end === 'CURRENT_ROW_ROWS' ? 'CURRENT_ROW_RANGE' : 'CURRENT_ROW_ROWS' }];
}

/** The first number of the bound, 2 in `2 PRECEDING` and in `INTERVAL 2 MONTH PRECEDING`, with 1 added. */
function oneStepLonger(bound: Expression | null): Expression | null {
  for (const { node, path } of bound ? walk(bound) : []) {
    const value = constantOf(node);
    if (bound && isConstant(node) && typeof value === 'number')
      return replaceAt(bound, path, withValue(node, value + 1));
  }
  return bound;
}
