import { isColumnRef, isQuery, isSelect, namesOf } from '../node-kinds.ts';
import type {
  ColumnRef,
  Expression,
  FunctionCall,
  QueryNode,
  SelectNode,
  SyntaxNode,
  TableRef,
} from '../syntax-tree.ts';
import { partsOf, type Visit } from '../walk-tree.ts';

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
  readonly select: SelectNode | undefined;
  readonly tables: readonly ScopeTable[];
  /** Every table that a FROM may name here: one with the name of a CTE is hidden behind it. */
  readonly known: readonly TableShape[];
  /** The queries that WITH names here, by their names in small letters; `undefined` for one whose columns WITH renames. */
  readonly ctes: ReadonlyMap<string, QueryNode | undefined>;
}

/** The nearest SELECT at or above the visited node, with the tables of its FROM that the descriptors know. */
export function toScope({ node, ancestors }: Visit, tables: readonly TableShape[]): Scope {
  const above = [...ancestors, node];
  const select = above.findLast(isSelect);
  const ctes = new Map(above.filter(isQuery).flatMap(ctesOf));
  const known = tables.filter(({ name }) => !ctes.has(name.toLowerCase()));
  return { select, tables: tablesIn(select?.from_table, known), known, ctes };
}

/** The scope of a query that stands in the FROM of another. */
export function toInnerScope(select: SelectNode, { known, ctes }: Scope): Scope {
  const all = new Map([...ctes, ...ctesOf(select)]);
  const seen = known.filter(({ name }) => !all.has(name.toLowerCase()));
  return { select, tables: tablesIn(select.from_table, seen), known: seen, ctes: all };
}

function ctesOf({ cte_map }: QueryNode): [string, QueryNode | undefined][] {
  return cte_map.map.map(({ key, value: { aliases = [], query } }) => [
    key.toLowerCase(),
    aliases.length > 0 ? undefined : query.node,
  ]);
}

/** The known tables in a FROM clause, left to right. Subqueries and CTEs have no descriptor and are left out. */
export function tablesIn(from: TableRef | undefined, tables: readonly TableShape[]): ScopeTable[] {
  if (from?.type === 'JOIN') return [...tablesIn(from.left, tables), ...tablesIn(from.right, tables)];
  if (from?.type !== 'BASE_TABLE') return [];
  const table = tables.find(({ name }) => name.toLowerCase() === from.table_name.toLowerCase());
  return table ? [{ alias: from.alias || from.table_name, table }] : [];
}

/** The column a COLUMN_REF names, and the table it stands in; `undefined` for an alias, a CTE's column or a star. */
export function columnOf(node: SyntaxNode, scope: Scope): (ScopeTable & { column: ColumnShape }) | undefined {
  if (!isColumnRef(node)) return undefined;
  const names = namesOf(node);
  const [qualifier, name] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  for (const entry of scope.tables) {
    if (qualifier !== undefined && entry.alias.toLowerCase() !== qualifier) continue;
    const column = entry.table.columns.find((column) => column.name.toLowerCase() === name);
    if (column) return { ...entry, column };
  }
  return undefined;
}

/** The same reference to another column, keeping its qualifier. */
export function toColumn(node: ColumnRef, name: string): ColumnRef {
  return { ...node, column_names: [...node.column_names.slice(0, -1), name] };
}

/** Whether a SELECT groups or aggregates: then its rows are not the table's rows. */
export function isGrouped(select: SelectNode | undefined): boolean {
  if (!select) return false;
  return select.group_expressions.length > 0 || select.select_list.some(holdsAggregate);
}

/** Whether rows of subtotals stand among the groups, as ROLLUP, CUBE and GROUPING SETS make them. */
export function hasGroupingSets(select: SelectNode | undefined): boolean {
  return select !== undefined && select.group_sets.length > 1;
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

export function isAggregate(node: SyntaxNode): node is FunctionCall {
  return node.class === 'FUNCTION' && aggregates.has(node.function_name);
}

/** Whether an expression holds an aggregate of its own, not one inside a subquery or a window. */
export function holdsAggregate(expression: Expression): boolean {
  const holds = (node: SyntaxNode): boolean => {
    if (isAggregate(node)) return true;
    if (node.class === 'SUBQUERY' || node.class === 'WINDOW') return false;
    return partsOf(node).some(([part]) => holds(part));
  };
  return holds(expression);
}
