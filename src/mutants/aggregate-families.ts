import { family, type Edit, type Family, type MutationContext } from './family.ts';
import { columnOf, isGrouped } from './scope.ts';
import { nodesIn, sameTree, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

const otherAggregates: Record<string, readonly string[]> = {
  sum: ['avg', 'max'],
  avg: ['sum', 'median'],
  min: ['max'],
  max: ['min'],
  median: ['avg'],
};

const nameOf = (node: SyntaxNode) => String(node['function_name'] ?? '');
const isCall = (node: SyntaxNode) => node['class'] === 'FUNCTION' || node['class'] === 'WINDOW';

/** Slips in counting, grouping and windows. */
export const aggregateFamilies: readonly Family[] = [
  family(
    'aggregate',
    'Look at how you sum up each group. A total, an average, a largest and a smallest answer different questions.',
    (node) => isCall(node) && nameOf(node) in otherAggregates,
    (node) => (otherAggregates[nameOf(node)] ?? []).map((name) => ({ ...node, function_name: name })),
  ),
  family(
    'count',
    'Look at what you count. Rows, filled-in values and different values are three numbers.',
    (node) => isCall(node) && (nameOf(node) === 'count' || nameOf(node) === 'count_star'),
    (node, context) => otherCounts(node, context),
  ),
  family(
    'distinct-values',
    'Look at whether the same value should count once or every time.',
    (node) => node['class'] === 'FUNCTION' && ['sum', 'avg'].includes(nameOf(node)),
    (node) => [{ ...node, distinct: node['distinct'] !== true }],
  ),
  {
    id: 'group-dropped',
    sentence: 'Look at what makes a group: your query puts rows together that the task keeps apart.',
    edits: (visit) => dropGroup(visit),
  },
  {
    id: 'group-added',
    sentence: 'Look at what makes a group: your query keeps rows apart that the task puts together.',
    edits: (visit, context) => addGroup(visit, context),
  },
  family(
    'window-partition',
    'Look at the groups of your window: PARTITION BY starts again for each of them.',
    (node) => node['class'] === 'WINDOW' && nodesIn(node, 'partitions').length > 0,
    (node) => [{ ...node, partitions: [] }],
  ),
  family(
    'window-order',
    'Look at the order inside your window.',
    (node) => node['class'] === 'WINDOW' && nodesIn(node, 'orders').length > 0,
    (node) => [
      { ...node, orders: [] },
      { ...node, orders: nodesIn(node, 'orders').map(turned) },
    ],
  ),
];

function turned(order: SyntaxNode): SyntaxNode {
  return { ...order, type: order['type'] === 'DESCENDING' ? 'ASCENDING' : 'DESCENDING' };
}

/** The other ways to count. A column that is never missing counts like the rows, so it makes no mutant. */
function otherCounts(node: SyntaxNode, { scope }: MutationContext): SyntaxNode[] {
  const isWindow = node['class'] === 'WINDOW';
  if (nameOf(node) === 'count_star') {
    if (isWindow) return [];
    return scope.tables.flatMap(({ alias, table }) =>
      table.columns
        .filter(({ nullable }) => nullable)
        .slice(0, 1)
        .flatMap(({ name }) => {
          const column = columnRef(scope.tables.length > 1 ? [alias, name] : [name]);
          return [
            { ...node, function_name: 'count', children: [column] },
            { ...node, function_name: 'count', children: [column], distinct: true },
          ];
        }),
    );
  }
  const argument = nodesIn(node, 'children')[0];
  if (!argument) return [];
  const found = columnOf(argument, scope);
  const neverMissing = found?.column.nullable === false;
  const isKey = found?.table.primaryKey.length === 1 && found.table.primaryKey[0] === found.column.name;
  const joined = scope.tables.length > 1;
  const edits: SyntaxNode[] = [];
  if (!isKey || joined) edits.push({ ...node, distinct: node['distinct'] !== true });
  if (!neverMissing || joined || node['distinct'] === true) {
    if (!(isKey && !joined))
      edits.push({ ...node, function_name: 'count_star', children: [], distinct: false });
  }
  return edits;
}

function columnRef(names: string[]): SyntaxNode {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', query_location: 0, column_names: names };
}

/** A grouping key left out: the value shown beside the group is then one of several. */
function dropGroup({ node, path }: Visit): Edit[] {
  if (node['type'] !== 'SELECT_NODE') return [];
  const keys = nodesIn(node, 'group_expressions');
  if (keys.length === 0) return [];
  return keys.map((key, dropped) => {
    const kept = keys.filter((_, index) => index !== dropped);
    return {
      path,
      value: {
        ...node,
        group_expressions: kept,
        group_sets: kept.length > 0 ? [kept.map((_, index) => index)] : [],
        select_list: nodesIn(node, 'select_list').map((item) => (sameTree(item, key) ? anyOf(item) : item)),
      },
    };
  });
}

function anyOf(item: SyntaxNode): SyntaxNode {
  return {
    class: 'FUNCTION',
    type: 'FUNCTION',
    alias: item['alias'] ?? '',
    query_location: 0,
    function_name: 'min',
    schema: '',
    catalog: '',
    children: [{ ...item, alias: '' }],
    filter: null,
    order_bys: { type: 'ORDER_MODIFIER', orders: [] },
    distinct: false,
    is_operator: false,
    export_state: false,
  };
}

/** One more grouping key: the first text column that the query does not group by and that the keys do not settle. */
function addGroup({ node, path }: Visit, { scope }: MutationContext): Edit[] {
  if (node['type'] !== 'SELECT_NODE' || !isGrouped(node)) return [];
  const keys = nodesIn(node, 'group_expressions');
  if (keys.length === 0) return [];
  const used = keys.map((key) => columnOf(key, scope)?.column.name);
  for (const { alias, table } of scope.tables) {
    if (table.primaryKey.length > 0 && table.primaryKey.every((name) => used.includes(name))) continue;
    const extra = table.columns.find(({ name, type }) => type === 'VARCHAR' && !used.includes(name));
    if (!extra) continue;
    const group_expressions = [
      ...keys,
      columnRef(scope.tables.length > 1 ? [alias, extra.name] : [extra.name]),
    ];
    return [
      {
        path,
        value: { ...node, group_expressions, group_sets: [group_expressions.map((_, index) => index)] },
      },
    ];
  }
  return [];
}
