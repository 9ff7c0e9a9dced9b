import { mutationOperator, type MutationOperator, type MutationContext } from './mutation-operator.ts';
import { toColumnKey, toConjuncts } from '#src/syntax/scope/from-clause.ts';
import type { Scope } from '#src/syntax/scope/scope.ts';
import { determinedColumns, determinesResult } from '#src/syntax/scope/determined-columns.ts';
import { nodeIn, nodesIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

/** Functions that take a place in the order: what a learner may write instead. */
const otherFunctions: Record<string, readonly string[]> = {
  rank: ['dense_rank', 'row_number'],
  dense_rank: ['rank', 'row_number'],
  row_number: ['rank'],
  lag: ['lead'],
  lead: ['lag'],
};

const windowTypes: Record<string, string> = {
  rank: 'WINDOW_RANK',
  dense_rank: 'WINDOW_RANK_DENSE',
  row_number: 'WINDOW_ROW_NUMBER',
  lag: 'WINDOW_LAG',
  lead: 'WINDOW_LEAD',
};

const isWindow = (node: SyntaxNode) => node['class'] === 'WINDOW';
const nameOf = (node: SyntaxNode) => String(node['function_name']);

/** Slips in windows, and in the condition on what they give. */
export const windowOperators: readonly MutationOperator[] = [
  mutationOperator(
    'window-partition',
    'Look at the groups of your window: PARTITION BY starts again for each of them.',
    (node) => isWindow(node) && nodesIn(node, 'partitions').length > 0,
    (node, { scope }) => (isOnePartition(node, scope) ? [] : [{ ...node, partitions: [] }]),
  ),
  mutationOperator(
    'window-order',
    'Look at the order inside your window.',
    (node) => isWindow(node) && nodesIn(node, 'orders').length > 0,
    (node) => [
      { ...node, orders: [] },
      { ...node, orders: nodesIn(node, 'orders').map(turned) },
    ],
  ),
  mutationOperator(
    'window-function',
    'Look at the function of your window: how does it treat rows that tie, and which neighbour does it look at?',
    (node) => isWindow(node) && nameOf(node) in otherFunctions,
    (node, context, visit) => functionSlips(node, context, visit),
  ),
  mutationOperator(
    'window-frame',
    'Look at which rows around the current one your window takes in: where does its frame start, and where does it end?',
    (node) =>
      isWindow(node) &&
      /^WINDOW_(AGGREGATE|FIRST_VALUE|LAST_VALUE|NTH_VALUE)$/.test(String(node['type'])) &&
      nodesIn(node, 'orders').length > 0,
    (node, { scope }) => frameSlips(node, scope),
  ),
  {
    id: 'qualify',
    sentence: 'Look at the rows you keep: the task asks for some of them, by a value that your window gives.',
    edits: ({ node, path }) =>
      node['type'] === 'SELECT_NODE' && nodeIn(node, 'qualify')
        ? [{ value: { ...node, qualify: null }, path }]
        : [],
  },
];

function turned(order: SyntaxNode): SyntaxNode {
  return { ...order, type: order['type'] === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING' };
}

/** Whether WHERE leaves a single value of each partition column. */
function isOnePartition(node: SyntaxNode, scope: Scope): boolean {
  const determined = determinedColumns([], scope);
  return nodesIn(node, 'partitions').every((column) => determined.has(toColumnKey(column, scope) ?? ''));
}

function functionSlips(node: SyntaxNode, { scope }: MutationContext, visit: Visit): SyntaxNode[] {
  const name = nameOf(node);
  const others = (otherFunctions[name] ?? []).filter((other) => {
    if (name === 'lag' || name === 'lead') return true;
    if (neverTies(node, scope)) return false;
    // The first place is the same in both.
    return other === 'row_number' || name === 'row_number' || !keepsFirstPlace(visit);
  });
  return others.map((other) => ({ ...node, function_name: other, type: windowTypes[other] ?? '' }));
}

/** Whether no two rows of one partition stand at the same place of the order. */
function neverTies(node: SyntaxNode, scope: Scope): boolean {
  const given = [
    ...nodesIn(node, 'partitions'),
    ...nodesIn(node, 'orders').map((order) => nodeIn(order, 'expression') ?? order),
  ];
  return determinesResult(given, scope);
}

/** Whether the query uses the place for nothing but to keep the rows that come first. */
function keepsFirstPlace({ node, ancestors }: Visit): boolean {
  const root = ancestors[0] ?? node;
  const holder = ancestors.at(-1);
  if (holder && isFirstPlace(holder, node)) return true;
  const alias = String(node['alias']).toLowerCase();
  if (alias === '') return false;
  const isAlias = (other: SyntaxNode) =>
    other['class'] === 'COLUMN_REF' &&
    String((other['column_names'] as string[]).at(-1)).toLowerCase() === alias;
  const visits = [...walk(root)];
  const uses = visits.filter((visit) => isAlias(visit.node)).length;
  const tests = visits
    .flatMap((visit) => ['where_clause', 'qualify'].flatMap((key) => toConjuncts(nodeIn(visit.node, key))))
    .filter((part) => isAlias(nodeIn(part, 'left') ?? part) && isFirstPlace(part, nodeIn(part, 'left')));
  return uses > 0 && tests.length === uses;
}

function isFirstPlace(comparison: SyntaxNode, place: SyntaxNode | undefined): boolean {
  const limit = nodeIn(nodeIn(comparison, 'right'), 'value')?.['value'];
  const type = String(comparison['type']);
  return (
    nodeIn(comparison, 'left') === place &&
    ((limit === 1 && ['COMPARE_EQUAL', 'COMPARE_LESSTHANOREQUALTO'].includes(type)) ||
      (limit === 2 && type === 'COMPARE_LESSTHAN'))
  );
}

const defaultFrame = {
  start: 'UNBOUNDED_PRECEDING',
  end: 'CURRENT_ROW_RANGE',
  start_expr: null,
  end_expr: null,
};

/** A frame that starts or ends elsewhere, or that counts rows where it should count values. */
function frameSlips(node: SyntaxNode, scope: Scope): SyntaxNode[] {
  const [start, end] = [String(node['start']), String(node['end'])];
  if (start.startsWith('EXPR')) return [oneStepLonger(node, 'start_expr'), { ...node, ...defaultFrame }];
  if (end.startsWith('EXPR')) return [oneStepLonger(node, 'end_expr'), { ...node, ...defaultFrame }];
  if (start !== 'UNBOUNDED_PRECEDING') return [{ ...node, ...defaultFrame }];
  if (end === 'UNBOUNDED_FOLLOWING')
    return nameOf(node) === 'first_value' ? [] : [{ ...node, ...defaultFrame }];
  // Only rows that tie tell ROWS from RANGE.
  if (neverTies(node, scope)) return [];
  return [{ ...node, end: end === 'CURRENT_ROW_ROWS' ? 'CURRENT_ROW_RANGE' : 'CURRENT_ROW_ROWS' }];
}

/** The first number of the bound, 2 in `2 PRECEDING` and in `INTERVAL 2 MONTH PRECEDING`, with 1 added. */
function oneStepLonger(node: SyntaxNode, bound: string): SyntaxNode {
  const copy = structuredClone(node);
  for (const { node: constant } of walk(nodeIn(copy, bound) ?? {})) {
    const value = nodeIn(constant, 'value');
    if (constant['class'] !== 'CONSTANT' || typeof value?.['value'] !== 'number') continue;
    value['value'] += 1;
    break;
  }
  return copy;
}
