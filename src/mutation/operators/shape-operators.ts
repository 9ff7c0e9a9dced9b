import type { Edit, MutationOperator, MutationContext } from './mutation-operator.ts';
import { sourcesOf } from '#src/syntax/scope/from-clause.ts';
import { isGrouped, type Scope } from '#src/syntax/scope/scope.ts';
import { isAntiJoined } from '#src/syntax/scope/is-anti-joined.ts';
import { afterQualify, determinesResult } from '#src/syntax/scope/determined-columns.ts';
import { distinctModifier, turned, withValue } from '#src/syntax/build-tree.ts';
import { constantOf, isConstant, isQuery, isSelect, namesOf } from '#src/syntax/node-kinds.ts';
import type {
  LimitModifier,
  Modifier,
  QueryNode,
  SelectNode,
  SortKey,
  SyntaxNode,
} from '#src/syntax/syntax-tree.ts';
import type { Visit } from '#src/syntax/walk-tree.ts';

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
    sentence: 'Look at what you sort by: the task names something that your `ORDER BY` does not have.',
    edits: (visit, context) =>
      orderEdits(visit, context, (orders, index) =>
        orders.length > 1 ? orders.filter((_, at) => at !== index) : undefined,
      ),
  },
  {
    id: 'sort',
    sentence: 'Look at the order of your rows: where no `ORDER BY` stands, it is left to luck.',
    edits: (visit, context) => orderEdits(visit, context, (orders) => (orders.length > 1 ? undefined : [])),
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
      node.type === 'SET_OPERATION_NODE' ? [{ node: { ...node, setop_all: !node.setop_all }, path }] : [],
  },
  {
    id: 'select-order',
    sentence: 'Look at the columns you show, and their order.',
    edits: ({ node, path, ancestors }, { compare }) => {
      if (!isSelect(node) || ancestors.length > 0) return [];
      const [first, second, ...rest] = node.select_list;
      const counts = compare?.columnNames !== 'required' && compare?.columns !== 'any-order';
      return counts && first && second
        ? [{ node: { ...node, select_list: [second, first, ...rest] }, path }]
        : [];
    },
  },
];

function distinctEdits({ node, path, ancestors }: Visit, { scope }: MutationContext): Edit[] {
  if (!isSelect(node)) return [];
  const { modifiers, select_list: items } = node;
  const distinct = modifiers.find((modifier) => modifier.type === 'DISTINCT_MODIFIER');
  const changed = (kept: readonly Modifier[]) => [{ node: { ...node, modifiers: kept }, path }];
  if (distinct) {
    const isPlain = distinct.distinct_on_targets.length === 0;
    const countsOnce = isReadAsSet(node, ancestors) || isAntiJoined(node, ancestors, scope);
    if (isPlain && (countsOnce || determinesResult(items, afterQualify(scope)))) return [];
    return changed(modifiers.filter((modifier) => modifier !== distinct));
  }
  // Groups are distinct already as far as their keys are shown; a star of a subquery mostly shows its key.
  const showsSubquery =
    items.some((item) => item.class === 'STAR') &&
    sourcesOf(node.from_table, scope).some(({ columns }) => !columns);
  if (
    ancestors.length > 0 ||
    isGrouped(node) ||
    showsSubquery ||
    determinesResult(items, afterQualify(scope))
  )
    return [];
  return changed([distinctModifier(), ...modifiers]);
}

/** Whether what stands around a query asks only which rows it gives: IN, EXISTS, and set operations without ALL. */
function isReadAsSet(query: QueryNode, ancestors: readonly SyntaxNode[]): boolean {
  if (query.modifiers.some(({ type }) => type.startsWith('LIMIT'))) return false;
  const [reader, holder] = [ancestors.at(-2), ancestors.at(-1)];
  if (holder?.type === 'SET_OPERATION_NODE') return !holder.setop_all;
  return reader?.class === 'SUBQUERY' && ['ANY', 'EXISTS'].includes(reader.subquery_type);
}

/** A change of each sort key in turn where there is one, but for those that no row is left to be sorted by. */
function orderEdits(
  { node, path, ancestors }: Visit,
  context: MutationContext,
  change: (orders: readonly SortKey[], index: number) => readonly SortKey[] | undefined,
): Edit[] {
  if (!isQuery(node)) return [];
  const { modifiers } = node;
  const order = modifiers.find((modifier) => modifier.type === 'ORDER_MODIFIER');
  const isFree = ancestors.length === 0 && context.compare?.order === 'ignored' && modifiers.length === 1;
  if (!order || isFree) return [];
  return order.orders.flatMap((_, index) => {
    const before = order.orders.slice(0, index);
    if (index > 0 && isSelect(node) && determinesOrder(node, before, context.scope)) return [];
    const orders = change(order.orders, index);
    if (!orders) return [];
    const changed = orders.length > 0 ? { ...order, orders } : undefined;
    return [{ path, node: withModifier(node, order, changed) }];
  });
}

/** The query with another modifier in place of one, or without it. */
function withModifier(query: QueryNode, modifier: Modifier, other: Modifier | undefined): QueryNode {
  const modifiers = query.modifiers.flatMap((own) => (own !== modifier ? [own] : other ? [other] : []));
  return { ...query, modifiers };
}

/** Whether no two rows tie on the sort keys. */
function determinesOrder(select: SelectNode, orders: readonly SortKey[], scope: Scope): boolean {
  const keys = orders.map(({ expression }) => {
    // ORDER BY reads the name of a result column before that of a table's.
    const [name, ...more] = namesOf(expression).reverse();
    const named = select.select_list.find((item) => item.alias.toLowerCase() === name);
    return named && more.length === 0 ? { ...named, alias: '' } : expression;
  });
  return determinesResult(keys, afterQualify(scope));
}

function limitEdits({ node, path }: Visit): Edit[] {
  if (!isQuery(node)) return [];
  const modifier = node.modifiers.find((modifier) => modifier.type === 'LIMIT_MODIFIER');
  const limit = modifier?.limit;
  const rows = constantOf(limit);
  if (!modifier || !isConstant(limit) || typeof rows !== 'number') return [];
  const edit = (other?: LimitModifier) => ({ path, node: withModifier(node, modifier, other) });
  const withLimit = (changed: number) => edit({ ...modifier, limit: withValue(limit, changed) });
  return [
    withLimit(rows + 1),
    ...(rows > 1 ? [withLimit(rows - 1)] : []),
    edit(),
    ...(modifier.offset ? [edit({ ...modifier, offset: null })] : []),
  ];
}
