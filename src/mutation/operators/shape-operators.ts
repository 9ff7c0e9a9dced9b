import type { Edit, MutationOperator, MutationContext } from './mutation-operator.ts';
import { namesIn, sourcesOf } from '#src/syntax/scope/from-clause.ts';
import { isGrouped, type Scope } from '#src/syntax/scope/scope.ts';
import { isAntiJoined } from '#src/syntax/scope/is-anti-joined.ts';
import { afterQualify, determinesResult } from '#src/syntax/scope/determined-columns.ts';
import { nodeIn, nodesIn, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

/** Slips in the shape of a result: DISTINCT, order, limit, set operations. */
export const shapeOperators: readonly MutationOperator[] = [
  {
    id: 'distinct',
    sentence: 'Look at repeated rows: should each stand once, or as often as it occurs?',
    edits: (visit, context) => distinctEdits(visit, context),
  },
  {
    id: 'sort-direction',
    sentence: 'Look at which way your sort runs.',
    edits: (visit, context) =>
      orderEdits(visit, context, (orders, index) =>
        orders.map((order, at) => (at === index ? turned(order) : order)),
      ),
  },
  {
    id: 'sort-key',
    sentence:
      'Look at what you sort by: the task names something your ORDER BY does not have, or has in another place.',
    edits: (visit, context) =>
      orderEdits(visit, context, (orders, index) => orders.filter((_, at) => at !== index)),
  },
  {
    id: 'limit',
    sentence: 'Look at how many rows the task asks for.',
    edits: (visit) => limitEdits(visit),
  },
  {
    id: 'set-operation',
    sentence: 'Look at how you put two results together: UNION drops repeated rows, UNION ALL keeps them.',
    edits: ({ node, path }) =>
      node['type'] === 'SET_OPERATION_NODE'
        ? [{ value: { ...node, setop_all: node['setop_all'] !== true }, path }]
        : [],
  },
  {
    id: 'select-order',
    sentence: 'Look at the columns you show, and their order.',
    edits: ({ node, path, ancestors }, { compare }) => {
      const [first, second, ...rest] = nodesIn(node, 'select_list');
      const counts = compare?.columnNames !== 'required' && compare?.columns !== 'any-order';
      return counts && ancestors.length === 0 && first && second
        ? [{ value: { ...node, select_list: [second, first, ...rest] }, path }]
        : [];
    },
  },
];

/** Modifiers of a SELECT or a set operation, by kind. */
function modifierIndex(node: SyntaxNode, type: string): number {
  return nodesIn(node, 'modifiers').findIndex((modifier) => modifier['type'] === type);
}

function distinctEdits({ node, path, ancestors }: Visit, { scope }: MutationContext): Edit[] {
  if (node['type'] !== 'SELECT_NODE') return [];
  const modifiers = nodesIn(node, 'modifiers');
  const items = nodesIn(node, 'select_list');
  const at = modifierIndex(node, 'DISTINCT_MODIFIER');
  const changed = (kept: SyntaxNode[]) => [{ value: { ...node, modifiers: kept }, path }];
  if (at >= 0) {
    const isPlain = nodesIn(modifiers[at], 'distinct_on_targets').length === 0;
    const countsOnce = isReadAsSet(node, ancestors) || isAntiJoined(node, ancestors, scope);
    if (isPlain && (countsOnce || determinesResult(items, afterQualify(scope)))) return [];
    return changed(modifiers.filter((_, index) => index !== at));
  }
  // Groups are distinct already as far as their keys are shown; a star of a subquery mostly shows its key.
  const showsSubquery =
    items.some(({ class: kind }) => kind === 'STAR') &&
    sourcesOf(nodeIn(node, 'from_table'), scope).some(({ columns }) => !columns);
  if (
    ancestors.length > 0 ||
    isGrouped(node) ||
    showsSubquery ||
    determinesResult(items, afterQualify(scope))
  )
    return [];
  return changed([{ type: 'DISTINCT_MODIFIER', distinct_on_targets: [] }, ...modifiers]);
}

/** Whether what stands around a query asks only which rows it gives: IN, EXISTS, and set operations without ALL. */
function isReadAsSet(node: SyntaxNode, ancestors: readonly SyntaxNode[]): boolean {
  if (nodesIn(node, 'modifiers').some(({ type }) => String(type).startsWith('LIMIT'))) return false;
  const holder = ancestors.at(-1);
  if (holder?.['type'] === 'SET_OPERATION_NODE') return holder['setop_all'] === false;
  return ['ANY', 'EXISTS'].includes(String(ancestors.at(-2)?.['subquery_type']));
}

function turned(order: SyntaxNode): SyntaxNode {
  return { ...order, type: order['type'] === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING' };
}

/** A change of each sort key in turn, but for those that no row is left to be sorted by. */
function orderEdits(
  visit: Visit,
  context: MutationContext,
  change: (orders: SyntaxNode[], index: number) => SyntaxNode[],
): Edit[] {
  const { node, path, ancestors } = visit;
  const modifiers = nodesIn(node, 'modifiers');
  const at = modifierIndex(node, 'ORDER_MODIFIER');
  const modifier = modifiers[at];
  const isFree = ancestors.length === 0 && context.compare?.order === 'ignored' && modifiers.length === 1;
  if (!modifier || isFree) return [];
  const keys = nodesIn(modifier, 'orders');
  return keys.flatMap((_, index) => {
    if (index > 0 && determinesOrder(node, keys.slice(0, index), context.scope)) return [];
    const orders = change(keys, index);
    const kept = modifiers.map((other, place) => (place === at ? { ...other, orders } : other));
    const left = orders.length > 0 ? kept : modifiers.filter((_, place) => place !== at);
    return [{ path, value: { ...node, modifiers: left } }];
  });
}

/** Whether no two rows tie on the sort keys. */
function determinesOrder(select: SyntaxNode, orders: readonly SyntaxNode[], scope: Scope): boolean {
  if (select['type'] !== 'SELECT_NODE') return false;
  const items = nodesIn(select, 'select_list');
  const keys = orders.map((order) => {
    const key = nodeIn(order, 'expression') ?? order;
    // ORDER BY reads the name of a result column before that of a table's.
    const [name, ...more] = [...namesIn(key, 'column_names')].reverse();
    const named = items.find((item) => String(item['alias']).toLowerCase() === name);
    return named && more.length === 0 ? { ...named, alias: '' } : key;
  });
  return determinesResult(keys, afterQualify(scope));
}

function limitEdits({ node, path }: Visit): Edit[] {
  const modifiers = nodesIn(node, 'modifiers');
  const at = modifierIndex(node, 'LIMIT_MODIFIER');
  const limit = nodeIn(modifiers[at], 'limit');
  const value = nodeIn(limit, 'value');
  const rows = value?.['value'];
  if (!limit || !value || typeof rows !== 'number') return [];
  const withLimit = (changed: number) => ({
    path,
    value: {
      ...node,
      modifiers: modifiers.map((other, index) =>
        index === at ? { ...other, limit: { ...limit, value: { ...value, value: changed } } } : other,
      ),
    },
  });
  const dropped = { path, value: { ...node, modifiers: modifiers.filter((_, index) => index !== at) } };
  const withoutOffset = nodeIn(modifiers[at], 'offset')
    ? [
        {
          path,
          value: {
            ...node,
            modifiers: modifiers.map((other, index) => (index === at ? { ...other, offset: null } : other)),
          },
        },
      ]
    : [];
  return [withLimit(rows + 1), ...(rows > 1 ? [withLimit(rows - 1)] : []), dropped, ...withoutOffset];
}
