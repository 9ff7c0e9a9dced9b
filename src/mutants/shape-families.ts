import type { Edit, Family, MutationContext } from './family.ts';
import { joinColumnFamily } from './condition-families.ts';
import { columnOf, isGrouped } from './scope.ts';
import { nodeIn, nodesIn, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

const otherJoins: Record<string, readonly string[]> = {
  INNER: ['LEFT', 'RIGHT', 'OUTER'],
  LEFT: ['INNER', 'RIGHT'],
  RIGHT: ['INNER', 'LEFT'],
  OUTER: ['INNER', 'LEFT'],
};

/** Slips in the shape of a result: joins, DISTINCT, order, limit, set operations. */
export const shapeFamilies: readonly Family[] = [
  joinColumnFamily,
  {
    id: 'join-type',
    sentence:
      'Look at the rows without a partner: INNER JOIN drops them, LEFT JOIN keeps those of the first table.',
    edits: ({ node, path }) =>
      isConditional(node)
        ? (otherJoins[String(node['join_type'])] ?? []).map((join_type) => ({
            value: { ...node, join_type },
            path,
          }))
        : [],
  },
  {
    id: 'join-condition',
    sentence:
      'Look at how your tables are joined: without a condition that ties them, every row of one meets every row of the other.',
    edits: ({ node, path }) => joinConditionEdits(node).map((value) => ({ value, path })),
  },
  {
    id: 'distinct',
    sentence: 'Look at repeated rows: should each stand once, or as often as it occurs?',
    edits: (visit, context) => distinctEdits(visit, context),
  },
  {
    id: 'sort-direction',
    sentence: 'Look at which way your sort runs.',
    edits: (visit) =>
      orderEdits(visit, (orders) =>
        orders.map((order, index) =>
          orders.map((other, at) =>
            at === index
              ? { ...order, type: order['type'] === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING' }
              : other,
          ),
        ),
      ),
  },
  {
    id: 'sort-key',
    sentence:
      'Look at what you sort by: the task names something your ORDER BY does not have, or has in another place.',
    edits: (visit) =>
      orderEdits(visit, (orders) => orders.map((_, index) => orders.filter((__, at) => at !== index))),
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
    edits: ({ node, path, ancestors }) => {
      const list = nodesIn(node, 'select_list');
      const [first, second, ...rest] = list;
      const isOutermost = ancestors.length === 0;
      return isOutermost && first && second
        ? [{ value: { ...node, select_list: [second, first, ...rest] }, path }]
        : [];
    },
  },
];

/** A join of rows that belong together: by ON or USING, not one of every row with every other. */
function isConditional(node: SyntaxNode): boolean {
  return (
    node['type'] === 'JOIN' &&
    (nodeIn(node, 'condition') !== undefined || namesIn(node, 'using_columns').length > 0)
  );
}

function namesIn(node: SyntaxNode, key: string): readonly string[] {
  return (node[key] as readonly string[] | undefined) ?? [];
}

/** The condition left out; of several USING columns, each in turn. A single one of several ON conditions is another family. */
function joinConditionEdits(node: SyntaxNode): SyntaxNode[] {
  if (!isConditional(node)) return [];
  const names = namesIn(node, 'using_columns');
  const fewer =
    names.length > 1
      ? names.map((name) => ({ ...node, using_columns: names.filter((other) => other !== name) }))
      : [];
  const none = { ...node, condition: null, using_columns: [], join_type: 'INNER', ref_type: 'CROSS' };
  return [...fewer, none];
}

/** Modifiers of a SELECT or a set operation, by kind. */
function modifierIndex(node: SyntaxNode, type: string): number {
  return nodesIn(node, 'modifiers').findIndex((modifier) => modifier['type'] === type);
}

function distinctEdits({ node, path, ancestors }: Visit, context: MutationContext): Edit[] {
  if (node['type'] !== 'SELECT_NODE') return [];
  const modifiers = nodesIn(node, 'modifiers');
  const at = modifierIndex(node, 'DISTINCT_MODIFIER');
  if (at >= 0) return [{ value: { ...node, modifiers: modifiers.filter((_, index) => index !== at) }, path }];
  // Groups are distinct already as far as their keys are shown; a star shows the key of the table.
  const showsStar = nodesIn(node, 'select_list').some(({ class: kind }) => kind === 'STAR');
  if (ancestors.length > 0 || isGrouped(node) || showsStar || showsKey(node, context)) return [];
  return [
    {
      value: { ...node, modifiers: [{ type: 'DISTINCT_MODIFIER', distinct_on_targets: [] }, ...modifiers] },
      path,
    },
  ];
}

function orderEdits({ node, path }: Visit, change: (orders: SyntaxNode[]) => SyntaxNode[][]): Edit[] {
  const modifiers = nodesIn(node, 'modifiers');
  const at = modifierIndex(node, 'ORDER_MODIFIER');
  const modifier = modifiers[at];
  if (!modifier) return [];
  return change(nodesIn(modifier, 'orders')).map((orders) => ({
    path,
    value: {
      ...node,
      modifiers:
        orders.length > 0
          ? modifiers.map((other, index) => (index === at ? { ...other, orders } : other))
          : modifiers.filter((_, index) => index !== at),
    },
  }));
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

/** Whether the only table's key is shown: then no two rows of the result are equal. */
function showsKey(select: SyntaxNode, { scope }: MutationContext): boolean {
  const shown = nodesIn(select, 'select_list').map((item) => columnOf(item, scope)?.column.name);
  return (
    scope.tables.length === 1 &&
    scope.tables.some(
      ({ table }) => table.primaryKey.length > 0 && table.primaryKey.every((key) => shown.includes(key)),
    )
  );
}
