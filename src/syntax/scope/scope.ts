import { isNode, nodeIn, nodesIn, type SyntaxNode, type Visit } from '../syntax-tree.ts';

/** What a mutation needs to know of a table: from the dataset's descriptor. */
export interface TableShape {
  readonly name: string;
  readonly primaryKey: readonly string[];
  readonly columns: readonly ColumnShape[];
  readonly foreignKeys?: readonly ForeignKey[] | undefined;
  /** SQL conditions that no row breaks. */
  readonly rules?: readonly { readonly rule: string }[] | undefined;
}

/** Columns whose values stand in another table; a gap refers to nothing. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly references: { readonly table: string; readonly columns: readonly string[] };
}

export interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  /** The smallest and the largest value that the rows may hold. */
  readonly range?: readonly [number | string, number | string] | undefined;
}

/** A table as one SELECT sees it: under its alias, if it has one. */
export interface ScopeTable {
  readonly alias: string;
  readonly table: TableShape;
}

/** The SELECT around a node, and the known tables it reads. */
export interface Scope {
  readonly select: SyntaxNode | undefined;
  readonly tables: readonly ScopeTable[];
  /** Every table that a FROM may name here: one with the name of a CTE is hidden behind it. */
  readonly known: readonly TableShape[];
  /** The queries that WITH names here, by their names in small letters. */
  readonly ctes: ReadonlyMap<string, SyntaxNode>;
}

/** The nearest SELECT at or above the visited node, with the tables of its FROM that the descriptors know. */
export function toScope({ node, ancestors }: Visit, tables: readonly TableShape[]): Scope {
  const above = [...ancestors, node];
  const select = above.findLast(({ type }) => type === 'SELECT_NODE');
  const ctes = new Map(above.flatMap(ctesOf));
  const known = tables.filter(({ name }) => !ctes.has(name.toLowerCase()));
  return { select, tables: tablesIn(nodeIn(select, 'from_table'), known), known, ctes };
}

/** The scope of a query that stands in the FROM of another. */
export function toInnerScope(select: SyntaxNode, { known, ctes }: Scope): Scope {
  const all = new Map([...ctes, ...ctesOf(select)]);
  const seen = known.filter(({ name }) => !all.has(name.toLowerCase()));
  return { select, tables: tablesIn(nodeIn(select, 'from_table'), seen), known: seen, ctes: all };
}

function ctesOf(node: SyntaxNode): [string, SyntaxNode][] {
  return nodesIn(nodeIn(node, 'cte_map'), 'map').flatMap((entry) => {
    const query = nodeIn(nodeIn(nodeIn(entry, 'value'), 'query'), 'node');
    return query ? [[String(entry['key']).toLowerCase(), query] as [string, SyntaxNode]] : [];
  });
}

/** The known tables in a FROM clause, left to right. Subqueries and CTEs have no descriptor and are left out. */
export function tablesIn(from: SyntaxNode | undefined, tables: readonly TableShape[]): ScopeTable[] {
  if (!from) return [];
  if (from['type'] === 'BASE_TABLE') {
    const table = tables.find(({ name }) => name.toLowerCase() === String(from['table_name']).toLowerCase());
    return table ? [{ alias: String(from['alias'] || from['table_name']), table }] : [];
  }
  return [...tablesIn(nodeIn(from, 'left'), tables), ...tablesIn(nodeIn(from, 'right'), tables)];
}

/** The column a COLUMN_REF names, and the table it stands in; `undefined` for an alias, a CTE's column or a star. */
export function columnOf(node: SyntaxNode, scope: Scope): (ScopeTable & { column: ColumnShape }) | undefined {
  if (node['class'] !== 'COLUMN_REF') return undefined;
  const names = (node['column_names'] as string[]).map((name) => name.toLowerCase());
  const [qualifier, name] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  for (const entry of scope.tables) {
    if (qualifier !== undefined && entry.alias.toLowerCase() !== qualifier) continue;
    const column = entry.table.columns.find((column) => column.name.toLowerCase() === name);
    if (column) return { ...entry, column };
  }
  return undefined;
}

/** The same reference to another column, keeping its qualifier. */
export function toColumn(node: SyntaxNode, name: string): SyntaxNode {
  const names = node['column_names'] as string[];
  return { ...node, column_names: [...names.slice(0, -1), name] };
}

/** Whether a SELECT groups or aggregates: then its rows are not the table's rows. */
export function isGrouped(select: SyntaxNode | undefined): boolean {
  if (!select) return false;
  if (nodesIn(select, 'group_expressions').length > 0) return true;
  return nodesIn(select, 'select_list').some(holdsAggregate);
}

/** Whether rows of subtotals stand among the groups, as ROLLUP, CUBE and GROUPING SETS make them. */
export function hasGroupingSets(select: SyntaxNode | undefined): boolean {
  const sets = select?.['group_sets'];
  return Array.isArray(sets) && sets.length > 1;
}

const aggregates = new Set([
  'sum',
  'avg',
  'min',
  'max',
  'count',
  'count_star',
  'median',
  'mode',
  'stddev',
  'any_value',
]);

export function isAggregate(node: SyntaxNode): boolean {
  return node['class'] === 'FUNCTION' && aggregates.has(String(node['function_name']));
}

/** Whether an expression holds an aggregate of its own, not one inside a subquery or a window. */
export function holdsAggregate(node: SyntaxNode): boolean {
  if (isAggregate(node)) return true;
  if (node['class'] === 'SUBQUERY' || node['class'] === 'WINDOW') return false;
  return Object.values(node).some((value) =>
    Array.isArray(value)
      ? value.some((item) => isNode(item) && holdsAggregate(item))
      : isNode(value) && holdsAggregate(value),
  );
}
