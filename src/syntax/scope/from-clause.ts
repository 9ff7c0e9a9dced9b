import type { Scope } from './scope.ts';
import { isColumnRef, namesOf } from '../node-kinds.ts';
import type { Expression, Join, SyntaxNode, TableRef } from '../syntax-tree.ts';

/** One thing that a FROM clause reads: a table, a subquery, a CTE or a function. */
export interface Source {
  /** In small letters. */
  readonly alias: string;
  /** The names of its columns in small letters; `undefined` when they are not known. */
  readonly columns: readonly string[] | undefined;
  readonly node: Exclude<TableRef, Join>;
}

/** A column of one SELECT, as `alias.column` in small letters. `using.column` is one that USING has merged. */
export type ColumnKey = string;

export function sourcesOf(from: TableRef | undefined, scope: Scope): Source[] {
  if (!from || from.type === 'EMPTY') return [];
  if (from.type === 'JOIN') return [...sourcesOf(from.left, scope), ...sourcesOf(from.right, scope)];
  const name = tableNameOf(from);
  const table = scope.known.find((table) => table.name.toLowerCase() === name);
  const isTable = from.type === 'BASE_TABLE' && table !== undefined && !renamesColumns(from);
  return [
    {
      alias: (from.alias || name).toLowerCase(),
      columns: isTable ? table.columns.map((column) => column.name.toLowerCase()) : undefined,
      node: from,
    },
  ];
}

/** The name of the table or the CTE that stands in FROM, in small letters; empty for what has none of its own. */
export function tableNameOf(from: TableRef): string {
  return from.type === 'BASE_TABLE' ? from.table_name.toLowerCase() : '';
}

export function renamesColumns(from: Exclude<TableRef, Join>): boolean {
  return (from.column_name_alias ?? []).length > 0;
}

/** The columns of USING, in small letters. */
export function usingColumnsOf(join: Join): string[] {
  return join.using_columns.map((name) => name.toLowerCase());
}

/** Every JOIN in a FROM clause, the outermost first. */
export function joinsIn(from: TableRef | undefined): Join[] {
  if (from?.type !== 'JOIN') return [];
  return [from, ...joinsIn(from.left), ...joinsIn(from.right)];
}

/**
 * The key of a column reference in the scope's SELECT; `undefined` for a column of a query further out, for the name
 * of a result column, and for what is no column.
 */
export function toColumnKey(node: SyntaxNode, scope: Scope): ColumnKey | undefined {
  if (!isColumnRef(node)) return undefined;
  const from = scope.select?.from_table;
  const sources = sourcesOf(from, scope);
  const [name = '', alias] = namesOf(node).reverse();
  if (alias !== undefined) {
    return sources.some((source) => source.alias === alias) ? `${alias}.${name}` : undefined;
  }
  if (joinsIn(from).some((join) => usingColumnsOf(join).includes(name))) return `using.${name}`;
  const source = sources.find(({ columns }) => columns?.includes(name));
  return source && `${source.alias}.${name}`;
}

export type Side = 'left' | 'right';

/**
 * The null-supplying sides of a join: where a row of the other side finds no partner, this one supplies nothing but gaps. Of
 * `a LEFT JOIN b` it is b.
 */
export function nullSupplyingSides({ ref_type, join_type }: Join): readonly Side[] {
  if (ref_type === 'POSITIONAL') return ['left', 'right'];
  switch (join_type) {
    case 'LEFT':
      return ['right'];
    case 'RIGHT':
      return ['left'];
    case 'FULL':
      return ['left', 'right'];
    default:
      return [];
  }
}

/** The aliases of the sources on null-supplying sides, whose columns may be gaps because a row found no partner. */
export function nullSupplyingAliases(from: TableRef | undefined, scope: Scope): string[] {
  return joinsIn(from).flatMap((join) =>
    nullSupplyingSides(join).flatMap((side) => sourcesOf(join[side], scope).map(({ alias }) => alias)),
  );
}

/** The inner joins whose conditions hold for every row that FROM gives: none stands on a null-supplying side. */
export function innerJoinsIn(from: TableRef | undefined): Join[] {
  if (from?.type !== 'JOIN') return [];
  const nullSupplying = nullSupplyingSides(from);
  const below = (['left', 'right'] as const)
    .filter((side) => !nullSupplying.includes(side))
    .flatMap((side) => innerJoinsIn(from[side]));
  return from.join_type === 'INNER' && from.ref_type !== 'POSITIONAL' ? [from, ...below] : below;
}

/** The conditions that must all hold: the parts of a top-level AND. */
export function toConjuncts(condition: Expression | undefined | null): Expression[] {
  if (!condition) return [];
  if (condition.type === 'CONJUNCTION_AND') return condition.children.flatMap(toConjuncts);
  return [condition];
}
