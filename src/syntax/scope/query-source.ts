import { columnRef } from '../build-tree.ts';
import { isCall, isSelect, namesOf } from '../node-kinds.ts';
import type { ColumnRef, Expression, SelectNode, Star } from '../syntax-tree.ts';
import { walk } from '../walk-tree.ts';
import {
  nullSupplyingAliases,
  renamesColumns,
  sourcesOf,
  tableNameOf,
  toColumnKey,
  type Source,
} from './from-clause.ts';
import { hasGroupingSets, toInnerScope, type Scope, type TableShape } from './scope.ts';

/** A subquery or a CTE that stands in FROM: its SELECT, and the scope of that. */
export interface QuerySource {
  readonly select: SelectNode;
  readonly scope: Scope;
}

/** The query behind what stands in FROM; `undefined` for a table, for a set operation and where columns are renamed. */
export function toQuerySource(node: Source['node'], scope: Scope): QuerySource | undefined {
  const name = tableNameOf(node);
  const query = node.type === 'SUBQUERY' ? node.subquery.node : scope.ctes.get(name);
  if (!isSelect(query) || query === scope.select || renamesColumns(node)) return undefined;
  // A CTE reads those before it: its own name, and those after it, mean something else there.
  const names = [...scope.ctes.keys()];
  const before = node.type === 'SUBQUERY' ? names : names.slice(0, names.indexOf(name));
  const ctes = new Map([...scope.ctes].filter(([key]) => before.includes(key)));
  return { select: query, scope: toInnerScope(query, { ...scope, ctes }) };
}

/** What a query shows under a name; `undefined` where that is not plain to see. */
export function shownItem({ select, scope }: QuerySource, name: string): Expression | undefined {
  const items = select.select_list;
  const [only] = items;
  if (only?.class === 'STAR' && items.length === 1)
    return isWholeStar(only) && sourcesOf(select.from_table, scope).length === 1
      ? columnRef(name)
      : undefined;
  const named = items.filter((item) => (item.alias || (namesOf(item).at(-1) ?? '')).toLowerCase() === name);
  return items.some(({ class: kind }) => kind === 'STAR') || named.length !== 1 ? undefined : named[0];
}

function isWholeStar(star: Star): boolean {
  const { exclude_list, qualified_exclude_list, replace_list, columns, expr } = star;
  const renames = 'rename_list' in star && Array.isArray(star.rename_list) ? star.rename_list : [];
  return (
    [exclude_list, qualified_exclude_list, replace_list, renames].every((list) => list.length === 0) &&
    !columns &&
    !expr
  );
}

/** The alias and the name of a column of a query in FROM; `undefined` for a column of a table or of a query further out. */
export function queryColumnOf(node: ColumnRef, scope: Scope): { source: Source; name: string } | undefined {
  const [name = '', alias] = namesOf(node).reverse();
  const sources = sourcesOf(scope.select?.from_table, scope);
  // Without the name of its table, a column may be that of any source.
  const source =
    alias === undefined
      ? sources.length === 1
        ? sources[0]
        : undefined
      : sources.find((each) => each.alias === alias);
  return source && !source.columns ? { source, name } : undefined;
}

/** A column of a table that another column takes its values from. */
export interface ColumnOrigin {
  readonly table: TableShape;
  /** Names the place in FROM that the table stands at, through all queries: two columns of one place come from one row. */
  readonly place: string;
  readonly name: string;
}

/**
 * The column of a table that a column takes its values from, through queries that show it as it is. None of the values is
 * missing unless it is missing in the table, and not every value of the table need come through.
 */
export function originOf(source: Source, name: string, scope: Scope): ColumnOrigin | undefined {
  const tableName = tableNameOf(source.node);
  const table = scope.known.find((known) => known.name.toLowerCase() === tableName);
  if (source.columns)
    return table && source.columns.includes(name) ? { table, place: source.alias, name } : undefined;
  const query = toQuerySource(source.node, scope);
  const item = query && shownItem(query, name);
  if (!query || item?.class !== 'COLUMN_REF' || hasGroupingSets(query.select)) return undefined;
  const from = query.select.from_table;
  const [alias = '', inner = ''] = toColumnKey(item, query.scope)?.split('.') ?? [];
  const found = sourcesOf(from, query.scope).find((each) => each.alias === alias);
  const next = found ? { source: found, name: inner } : queryColumnOf(item, query.scope);
  if (!next || nullSupplyingAliases(from, query.scope).includes(next.source.alias)) return undefined;
  const origin = originOf(next.source, next.name, query.scope);
  return origin && { ...origin, place: `${source.alias} ${origin.place}` };
}

/** Whether every value of the table that a source reads stands in it too: nothing leaves out a row but as a repeat. */
export function holdsEveryValue(node: Source['node'], scope: Scope): boolean {
  if (node.sample) return false;
  const query = toQuerySource(node, scope);
  if (!query) return node.type === 'BASE_TABLE' && !scope.ctes.has(tableNameOf(node));
  const { select_list, where_clause, having, qualify, sample, modifiers, from_table } = query.select;
  if (where_clause || having || qualify || sample || hasGroupingSets(query.select)) return false;
  const leavesOut = modifiers.some(
    (modifier) =>
      modifier.type !== 'ORDER_MODIFIER' &&
      !(modifier.type === 'DISTINCT_MODIFIER' && modifier.distinct_on_targets.length === 0),
  );
  // unnest() makes no row of an empty list.
  const unnests = select_list.some((item) =>
    [...walk(item)].some(({ node: part }) => isCall(part) && part.function_name === 'unnest'),
  );
  return !leavesOut && !unnests && from_table.type !== 'JOIN' && holdsEveryValue(from_table, query.scope);
}
