import type { TableShape } from '#src/syntax/scope/scope.ts';
import { nodeIn, nodesIn, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';
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
  const holder = ancestors.findLast(
    ({ type }) => type === 'JOIN' || type === 'SELECT_NODE' || type === 'CONJUNCTION_OR',
  );
  const isPlain = ['left', 'right'].every((side) => nodeIn(node, side)?.['class'] === 'COLUMN_REF');
  const holdsToo = node['type'] === 'COMPARE_EQUAL' && isPlain && holder?.['type'] !== 'CONJUNCTION_OR';
  return holdsToo && holder ? holder : node;
}

function pairsAt({ node }: Visit, shapes: readonly TableShape[], names: Names): [ColumnName, ColumnName][] {
  if (node['type'] === 'SET_OPERATION_NODE') return branchPairs(node, names);
  const isEquality = node['type'] === 'COMPARE_EQUAL';
  const subquery = nodeIn(nodeIn(node, 'subquery'), 'node');
  const left = isEquality ? nodeIn(node, 'left') : nodeIn(node, 'child');
  const right = isEquality ? nodeIn(node, 'right') : nodesIn(subquery, 'select_list')[0];
  if (left && right) {
    const [a, b] = [columnsUnder(left, names)[0], columnsUnder(right, names)[0]];
    if (a && b && literalOf(left) === undefined && literalOf(right) === undefined) return [[a, b]];
  }
  const using = (node['using_columns'] as string[] | undefined) ?? [];
  return using.flatMap((column) => {
    const holders = shapes.filter(({ columns }) => columns.some(({ name }) => name === column));
    const [a, b] = holders.map(({ name }) => ({ table: name, column }));
    return a && b ? [[a, b] as [ColumnName, ColumnName]] : [];
  });
}

/** The columns that stand under each other in two branches. */
function branchPairs(node: SyntaxNode, names: Names): [ColumnName, ColumnName][] {
  const [left, right] = branchesOf(node).map((branch) => nodesIn(branch, 'select_list'));
  return (left ?? []).flatMap((item, index) => {
    const other = right?.[index];
    if (item['class'] !== 'COLUMN_REF' || other?.['class'] !== 'COLUMN_REF') return [];
    const [a, b] = [columnsUnder(item, names)[0], columnsUnder(other, names)[0]];
    return a && b ? [[a, b] as [ColumnName, ColumnName]] : [];
  });
}

function branchesOf(node: SyntaxNode): SyntaxNode[] {
  const sides = [nodeIn(node, 'left'), nodeIn(node, 'right'), ...nodesIn(node, 'children')];
  return sides
    .filter((side) => side !== undefined)
    .flatMap((side) => (side['type'] === 'SET_OPERATION_NODE' ? branchesOf(side) : [side]));
}
