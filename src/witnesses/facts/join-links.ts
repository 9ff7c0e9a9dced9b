import type { TableShape } from '#src/syntax/scope/scope.ts';
import { comparesColumns, isColumnRef, isJoin, isSelect } from '#src/syntax/node-kinds.ts';
import type { Expression, QueryNode, SetOperationNode, SyntaxNode } from '#src/syntax/syntax-tree.ts';
import type { Visit } from '#src/syntax/walk-tree.ts';
import { columnsUnder, literalOf, type ColumnName, type Names } from './column-names.ts';

/** Columns of two tables that must be equal together, as pairs: the whole of one ON or USING. */
export type Link = readonly (readonly [ColumnName, ColumnName])[];

/** The links of a query: ON, USING, a correlated condition, `IN (SELECT …)`, the columns of UNION, EXCEPT and INTERSECT. */
export function readLinks(visits: readonly Visit[], shapes: readonly TableShape[], names: Names): Link[] {
  const places = new Map<SyntaxNode, number>();
  const links = new Map<string, [ColumnName, ColumnName][]>();
  for (const visit of visits) {
    for (const [a, b] of pairsAt(visit, shapes, names)) {
      const pair: [ColumnName, ColumnName] = a.table <= b.table ? [a, b] : [b, a];
      const place = placeOfCondition(visit);
      if (!places.has(place)) places.set(place, places.size);
      const key = `${places.get(place)} ${pair[0].table} ${pair[1].table}`;
      links.set(key, [...(links.get(key) ?? []), pair]);
    }
  }
  const whole = [...links.values()];
  return [...new Map(whole.map((link) => [JSON.stringify(link), link])).values()];
}

/** What the condition belongs to: equal columns hold together when they stand in one JOIN or SELECT and not in an OR. */
function placeOfCondition({ node, ancestors }: Visit): SyntaxNode {
  if (node.type !== 'COMPARE_EQUAL' || !comparesColumns(node)) return node;
  const isOr = ({ type }: SyntaxNode) => type === 'CONJUNCTION_OR';
  const holder = ancestors.findLast((above) => isJoin(above) || isSelect(above) || isOr(above));
  return holder && !isOr(holder) ? holder : node;
}

type Pair = [ColumnName, ColumnName];

function pairsAt({ node }: Visit, shapes: readonly TableShape[], names: Names): Pair[] {
  if (node.type === 'SET_OPERATION_NODE') return branchPairs(node, names);
  if (node.type === 'COMPARE_EQUAL') return pairOf(node.left, node.right, names);
  if (node.class === 'SUBQUERY') {
    const [item] = listOf(node.subquery.node);
    return node.child && item ? pairOf(node.child, item, names) : [];
  }
  if (!isJoin(node)) return [];
  return node.using_columns.flatMap((column): Pair[] => {
    const holders = shapes.filter(({ columns }) => columns.some(({ name }) => name === column));
    const [a, b] = holders.map(({ name }) => ({ table: name, column }));
    return a && b ? [[a, b]] : [];
  });
}

/** The first column of each side, unless one of the two is a literal. */
function pairOf(left: Expression, right: Expression, names: Names): Pair[] {
  const [a, b] = [columnsUnder(left, names)[0], columnsUnder(right, names)[0]];
  return a && b && literalOf(left) === undefined && literalOf(right) === undefined ? [[a, b]] : [];
}

const listOf = (query: QueryNode) => (isSelect(query) ? query.select_list : []);

/** The columns that stand under each other in two branches. */
function branchPairs(node: SetOperationNode, names: Names): Pair[] {
  const [left, right] = branchesOf(node).map(listOf);
  return (left ?? []).flatMap((item, index): Pair[] => {
    const other = right?.[index];
    if (!isColumnRef(item) || !isColumnRef(other)) return [];
    const [a, b] = [columnsUnder(item, names)[0], columnsUnder(other, names)[0]];
    return a && b ? [[a, b]] : [];
  });
}

function branchesOf({ left, right }: SetOperationNode): QueryNode[] {
  return [left, right].flatMap((side) => (side.type === 'SET_OPERATION_NODE' ? branchesOf(side) : [side]));
}
