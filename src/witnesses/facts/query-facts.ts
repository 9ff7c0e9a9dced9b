import { isAggregate, tablesIn, toScope, type TableShape } from '#src/syntax/scope/scope.ts';
import {
  isCall,
  isColumnRef,
  isFunction,
  isJoin,
  isQuery,
  isSelect,
  isWindow,
} from '#src/syntax/node-kinds.ts';
import type {
  CteEntry,
  Expression,
  QueryNode,
  SelectNode,
  SortKey,
  SyntaxNode,
} from '#src/syntax/syntax-tree.ts';
import { walk, type Visit } from '#src/syntax/walk-tree.ts';
import { columnComparisonsAt, type ColumnComparison } from './column-comparisons.ts';
import { readLinks, type Link } from './join-links.ts';
import {
  columnsUnder,
  createNames,
  lastName,
  literalOf,
  meaning,
  solveFor,
  spelledColumn,
  type ColumnName,
  type Literal,
  type Names,
} from './column-names.ts';

/** Most rows that a group of a witness is brought to, to pass a limit on their number. */
export const mostRows = 130;

/** A limit that an aggregate of a group is compared with. */
export interface Threshold {
  readonly aggregate: string;
  readonly distinct: boolean;
  readonly column: ColumnName | undefined;
  readonly value: number;
  /** The SELECT that groups. */
  readonly select: SelectNode;
}

/** A quotient of two columns, or of aggregates of them, and a number it is compared with. */
export interface Ratio {
  readonly top: ColumnName;
  readonly bottom: ColumnName;
  readonly value: number;
}

/** One SELECT of the query, at any depth, that reads known tables. */
export interface SelectFacts {
  readonly node: SelectNode;
  /** CTEs that stand around it. */
  readonly ctes: readonly CteEntry[];
  readonly tables: readonly { readonly alias: string; readonly table: string }[];
  readonly groupColumns: readonly ColumnName[];
}

/** What a model answer asks of rows: the places where a witness must have awkward ones. */
export interface QueryFacts {
  readonly tables: readonly string[];
  readonly selects: readonly SelectFacts[];
  readonly used: readonly ColumnName[];
  readonly literals: readonly (ColumnName & { readonly literal: Literal; readonly isPattern: boolean })[];
  readonly thresholds: readonly Threshold[];
  readonly ratios: readonly Ratio[];
  readonly links: readonly Link[];
  readonly columnComparisons: readonly ColumnComparison[];
  /** Columns that a figure is divided by: where they are zero, fair answers part. */
  readonly divisors: readonly ColumnName[];
  /** Columns that are added up, or averaged. */
  readonly addedUp: readonly ColumnName[];
  /** Columns that rows are sorted or ranked by. */
  readonly sortedBy: readonly ColumnName[];
  /** Numbers of rows at which a result is cut: LIMIT, or a rank. */
  readonly cuts: readonly number[];
}

/** The facts of a query with the columns, literals and quotients of others added: what its mutants look at. */
export function withMutantFacts(facts: QueryFacts, others: readonly QueryFacts[]): QueryFacts {
  const union = <T>(items: (of: QueryFacts) => readonly T[]): T[] => [
    ...new Map([facts, ...others].flatMap(items).map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    ...facts,
    used: union(({ used }) => used).filter(({ table }) => facts.tables.includes(table)),
    literals: union(({ literals }) => literals).filter(({ table }) => facts.tables.includes(table)),
    ratios: union(({ ratios }) => ratios).filter(
      ({ top, bottom }) => facts.tables.includes(top.table) && facts.tables.includes(bottom.table),
    ),
  };
}

/** What may stand in a text that such a function finds; the arguments of any other function are no values of a column. */
const patternFunctions = new Set([
  ...['~~', '!~~', '~~*', '!~~*', 'like_escape', 'not_like_escape', 'ilike_escape', 'not_ilike_escape'],
  ...['starts_with', 'prefix', '^@', 'ends_with', 'suffix', 'contains'],
]);

/** Reads the facts off the syntax tree. `shapes` are the tables that the query may read. */
export function readQueryFacts(tree: QueryNode, shapes: readonly TableShape[]): QueryFacts {
  const visits = [...walk(tree)];
  const found = visits.flatMap(({ node }) => (node.type === 'BASE_TABLE' ? tablesIn(node, shapes) : []));
  const read = new Set(found.map(({ table }) => table.name));
  const shapesRead = shapes.filter(({ name }) => read.has(name));
  const names = createNames(visits, shapesRead);
  const compared = visits.flatMap((visit) => comparisonsAt(visit, names));
  return {
    tables: shapesRead.map(({ name }) => name),
    selects: visits.flatMap((visit) => selectAt(visit, shapesRead, names)),
    used: usedColumns(visits, shapesRead),
    literals: compared.flatMap(({ sides, literal, isPattern }) =>
      sides.flatMap((side) =>
        columnsAt(side, literal, names).map((column) => ({
          ...column,
          literal: toSolved(side, literal),
          isPattern,
        })),
      ),
    ),
    thresholds: compared.flatMap(({ sides, literal }) =>
      sides.flatMap((side) => thresholdOf(side, literal, names)),
    ),
    ratios: compared.flatMap(({ sides, literal }) => sides.flatMap((side) => ratioOf(side, literal, names))),
    columnComparisons: visits.flatMap((visit) => columnComparisonsAt(visit, names)).slice(0, 4),
    links: readLinks(visits, shapesRead, names),
    divisors: withoutRepeats(visits.flatMap((visit) => divisorsAt(visit, names))),
    addedUp: withoutRepeats(visits.flatMap((visit) => addedUpAt(visit, names))),
    sortedBy: withoutRepeats(
      visits.flatMap(({ node }) => sortKeysOf(node).flatMap((key) => sortColumns(key, visits, names))),
    ),
    cuts: [...visits.flatMap(limitAt), ...compared.flatMap((found) => rankCut(found, names))],
  };
}

interface Compared {
  readonly sides: readonly SyntaxNode[];
  readonly literal: Literal;
  readonly isPattern: boolean;
}

/** Every literal beside the expressions it meets: comparisons, ranges, lists, patterns. */
function comparisonsAt({ node }: Visit, names: Names): Compared[] {
  const isPattern = isFunction(node);
  const all = comparedAt(node);
  const literals = all.map(literalOf).filter((literal) => literal !== undefined);
  const sides = all
    .filter((side) => literalOf(side) === undefined && side.class !== 'CONSTANT')
    .map((side) => meaning(side, names));
  return literals.map((literal) => ({ sides, literal, isPattern }));
}

/** The expressions that are compared with each other; none where none are. */
function comparedAt(node: SyntaxNode): readonly Expression[] {
  switch (node.class) {
    case 'COMPARISON':
      return [node.left, node.right];
    case 'BETWEEN':
      return [node.input, node.lower, node.upper];
    case 'OPERATOR':
      return node.type === 'COMPARE_IN' || node.type === 'COMPARE_NOT_IN' ? node.children : [];
    case 'FUNCTION':
      return patternFunctions.has(node.function_name) ? node.children : [];
    default:
      return [];
  }
}

/** The columns that a literal is a value of: for a text only where nothing but its spelling is changed, for a quotient none. */
function columnsAt(side: SyntaxNode, literal: Literal, names: Names): ColumnName[] {
  if (ratioOf(side, literal, names).length > 0) return [];
  const spelt = spelledColumn(side, names);
  return columnsUnder(side, names).filter(({ table, column }) => {
    const type = names.shapes
      .find(({ name }) => name === table)
      ?.columns.find(({ name }) => name === column)?.type;
    if (type !== 'VARCHAR') return true;
    return literal.isText === true && spelt?.table === table && spelt.column === column;
  });
}

/** The literal as the column itself would have to be. */
function toSolved(side: SyntaxNode, literal: Literal): Literal {
  const number = literal.number === undefined ? undefined : solveFor(side, literal.number);
  return number === undefined || number === literal.number ? literal : { text: String(number), number };
}

function thresholdOf(side: SyntaxNode, { number }: Literal, names: Names): Threshold[] {
  const visit = names.visitOf.get(side);
  if (number === undefined || !isAggregate(side) || !visit) return [];
  const { select } = toScope(visit, names.shapes);
  const [argument] = side.children;
  const column = argument && columnsUnder(argument, names)[0];
  return select
    ? [
        {
          aggregate: side.function_name,
          distinct: side.distinct,
          column,
          value: number,
          select,
        },
      ]
    : [];
}

function ratioOf(side: SyntaxNode, { number }: Literal, names: Names): Ratio[] {
  if (number === undefined) return [];
  for (const { node } of walk(side)) {
    if (!isCall(node) || !['/', '//'].includes(node.function_name)) continue;
    const [top, bottom] = node.children.map((child) => columnsUnder(child, names)[0]);
    if (top && bottom && (top.table !== bottom.table || top.column !== bottom.column))
      return [{ top, bottom, value: number }];
  }
  return [];
}

function selectAt({ node, ancestors }: Visit, shapes: readonly TableShape[], names: Names): SelectFacts[] {
  if (!isSelect(node)) return [];
  const tables = tablesIn(node.from_table, shapes);
  if (tables.length === 0) return [];
  const list = node.select_list;
  const isDistinct = node.modifiers.some(({ type }) => type === 'DISTINCT_MODIFIER');
  const keys = node.group_expressions.map((key) => list[(literalOf(key)?.number ?? 0) - 1] ?? key);
  const partitions = [...walk(node)].flatMap(({ node: inner }) => (isWindow(inner) ? inner.partitions : []));
  const shown = isDistinct || node.aggregate_handling === 'FORCE_AGGREGATES' ? list : [];
  const grouping = [...keys, ...partitions, ...shown.filter((item) => !isAggregate(item))];
  return [
    {
      node,
      ctes: ctesAround({ node, ancestors }),
      tables: tables.map(({ alias, table }) => ({ alias, table: table.name })),
      groupColumns: withoutRepeats(grouping.flatMap((key) => columnsUnder(key, names))),
    },
  ];
}

/** What WITH names for a query: in it, and in the queries around it. */
export function ctesAround({ node, ancestors }: Pick<Visit, 'node' | 'ancestors'>): CteEntry[] {
  return [...ancestors, node].filter(isQuery).flatMap(({ cte_map }) => cte_map.map);
}

function usedColumns(visits: readonly Visit[], shapes: readonly TableShape[]): ColumnName[] {
  const named = new Set(visits.flatMap(({ node }) => (isColumnRef(node) ? [lastName(node)] : [])));
  const usingNames = visits.flatMap(({ node }) => (isJoin(node) ? node.using_columns : []));
  for (const name of usingNames) named.add(name.toLowerCase());
  const hasStar = visits.some(({ node }) => node.class === 'STAR');
  return shapes.flatMap(({ name: table, columns }) =>
    columns
      .filter(({ name }) => hasStar || named.has(name.toLowerCase()))
      .map(({ name }) => ({ table, column: name })),
  );
}

/** A key by its number stands for an item of some SELECT list; any of them may be meant. */
function sortColumns({ expression }: SortKey, visits: readonly Visit[], names: Names): ColumnName[] {
  const place = literalOf(expression)?.number;
  if (place === undefined) return columnsUnder(expression, names);
  return visits.flatMap(({ node }) => {
    const item = isSelect(node) ? node.select_list[place - 1] : undefined;
    return item ? columnsUnder(item, names) : [];
  });
}

/** The keys that ORDER BY or a window sorts by. */
function sortKeysOf(node: SyntaxNode): readonly SortKey[] {
  return node.type === 'ORDER_MODIFIER' || isWindow(node) ? node.orders : [];
}

function divisorsAt({ node }: Visit, names: Names): ColumnName[] {
  if (!isCall(node) || !['/', '//', '%'].includes(node.function_name)) return [];
  const bottom = node.children[1];
  return bottom ? columnsUnder(bottom, names) : [];
}

function addedUpAt({ node }: Visit, names: Names): ColumnName[] {
  if (!isAggregate(node) || !['sum', 'avg', 'mean'].includes(node.function_name)) return [];
  return node.children.flatMap((child) => columnsUnder(child, names));
}

function limitAt({ node }: Visit): number[] {
  if (node.type !== 'LIMIT_MODIFIER' && node.type !== 'LIMIT_PERCENT_MODIFIER') return [];
  const { limit, offset } = node;
  const rows = limit && literalOf(limit)?.number;
  return typeof rows === 'number' ? [rows + ((offset && literalOf(offset)?.number) ?? 0)] : [];
}

function rankCut({ sides, literal }: Compared, names: Names): number[] {
  const isRank = sides.some((side) => meaning(side, names).class === 'WINDOW');
  return isRank && literal.number !== undefined && literal.number > 0 ? [literal.number] : [];
}

function withoutRepeats(columns: readonly ColumnName[]): ColumnName[] {
  return [...new Map(columns.map((column) => [`${column.table}.${column.column}`, column])).values()];
}
