import type { Scope } from './scope.ts';
import { nodeIn, nodesIn, type SyntaxNode } from '../syntax-tree.ts';

/** One thing that a FROM clause reads: a table, a subquery, a CTE or a function. */
export interface Source {
  /** In small letters. */
  readonly alias: string;
  /** The names of its columns in small letters; `undefined` when they are not known. */
  readonly columns: readonly string[] | undefined;
  readonly node: SyntaxNode;
}

/** A column of one SELECT, as `alias.column` in small letters. `using.column` is one that USING has merged. */
export type ColumnKey = string;

export function sourcesOf(from: SyntaxNode | undefined, scope: Scope): Source[] {
  if (!from || from['type'] === 'EMPTY') return [];
  if (from['type'] === 'JOIN')
    return [...sourcesOf(nodeIn(from, 'left'), scope), ...sourcesOf(nodeIn(from, 'right'), scope)];
  const name = String(from['table_name'] ?? '').toLowerCase();
  const table = scope.known.find((table) => table.name.toLowerCase() === name);
  const isTable = from['type'] === 'BASE_TABLE' && table !== undefined && !renamesColumns(from);
  return [
    {
      alias: String(from['alias'] || name).toLowerCase(),
      columns: isTable ? table.columns.map((column) => column.name.toLowerCase()) : undefined,
      node: from,
    },
  ];
}

export function renamesColumns(from: SyntaxNode): boolean {
  return Array.isArray(from['column_name_alias']) && from['column_name_alias'].length > 0;
}

export function namesIn(node: SyntaxNode | undefined, key: string): readonly string[] {
  return ((node?.[key] as readonly string[] | undefined) ?? []).map((name) => name.toLowerCase());
}

/** Every JOIN in a FROM clause, the outermost first. */
export function joinsIn(from: SyntaxNode | undefined): SyntaxNode[] {
  if (from?.['type'] !== 'JOIN') return [];
  return [from, ...joinsIn(nodeIn(from, 'left')), ...joinsIn(nodeIn(from, 'right'))];
}

/**
 * The key of a column reference in the scope's SELECT; `undefined` for a column of a query further out, for the name
 * of a result column, and for what is no column.
 */
export function toColumnKey(node: SyntaxNode, scope: Scope): ColumnKey | undefined {
  if (node['class'] !== 'COLUMN_REF') return undefined;
  const from = nodeIn(scope.select, 'from_table');
  const sources = sourcesOf(from, scope);
  const [name = '', alias] = [...namesIn(node, 'column_names')].reverse();
  if (alias !== undefined) {
    return sources.some((source) => source.alias === alias) ? `${alias}.${name}` : undefined;
  }
  if (joinsIn(from).some((join) => namesIn(join, 'using_columns').includes(name))) return `using.${name}`;
  const source = sources.find(({ columns }) => columns?.includes(name));
  return source && `${source.alias}.${name}`;
}

export type Side = 'left' | 'right';

/**
 * The null-supplying sides of a join: where a row of the other side finds no partner, this one supplies nothing but gaps. Of
 * `a LEFT JOIN b` it is b.
 */
export function nullSupplyingSides(join: SyntaxNode): readonly Side[] {
  if (join['ref_type'] === 'POSITIONAL') return ['left', 'right'];
  switch (join['join_type']) {
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
export function nullSupplyingAliases(from: SyntaxNode | undefined, scope: Scope): string[] {
  return joinsIn(from).flatMap((join) =>
    nullSupplyingSides(join).flatMap((side) =>
      sourcesOf(nodeIn(join, side), scope).map(({ alias }) => alias),
    ),
  );
}

/** The inner joins whose conditions hold for every row that FROM gives: none stands on a null-supplying side. */
export function innerJoinsIn(from: SyntaxNode | undefined): SyntaxNode[] {
  if (from?.['type'] !== 'JOIN') return [];
  const nullSupplying = nullSupplyingSides(from);
  const below = (['left', 'right'] as const)
    .filter((side) => !nullSupplying.includes(side))
    .flatMap((side) => innerJoinsIn(nodeIn(from, side)));
  return from['join_type'] === 'INNER' && from['ref_type'] !== 'POSITIONAL' ? [from, ...below] : below;
}

/** The conditions that must all hold: the parts of a top-level AND. */
export function toConjuncts(condition: SyntaxNode | undefined): SyntaxNode[] {
  if (!condition) return [];
  if (condition['type'] === 'CONJUNCTION_AND') return nodesIn(condition, 'children').flatMap(toConjuncts);
  return [condition];
}
