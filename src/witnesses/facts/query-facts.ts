import { isAggregate, tablesIn, toScope, type TableShape } from '#src/syntax/scope/scope.ts';
import { nodeIn, nodesIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';
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
  readonly select: SyntaxNode;
}

/** A quotient of two columns, or of aggregates of them, and a number it is compared with. */
export interface Ratio {
  readonly top: ColumnName;
  readonly bottom: ColumnName;
  readonly value: number;
}

/** One SELECT of the query, at any depth, that reads known tables. */
export interface SelectFacts {
  readonly node: SyntaxNode;
  /** CTEs that stand around it. */
  readonly ctes: readonly SyntaxNode[];
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
export function readQueryFacts(tree: SyntaxNode, shapes: readonly TableShape[]): QueryFacts {
  const visits = [...walk(tree)];
  const read = [
    ...new Set(visits.flatMap(({ node }) => tablesIn(node, shapes).map(({ table }) => table.name))),
  ];
  const shapesRead = shapes.filter(({ name }) => read.includes(name));
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
    sortedBy: withoutRepeats(
      visits.flatMap(({ node }) =>
        nodesIn(node, 'orders').flatMap((order) => sortColumns(order, visits, names)),
      ),
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
  const isPattern = node['class'] === 'FUNCTION' && patternFunctions.has(String(node['function_name']));
  const isList = ['COMPARE_IN', 'COMPARE_NOT_IN'].includes(String(node['type']));
  if (!isPattern && !isList && !['COMPARISON', 'BETWEEN'].includes(String(node['class']))) return [];
  const all = [
    ...['left', 'right', 'input', 'lower', 'upper'].map((key) => nodeIn(node, key)),
    ...nodesIn(node, 'children'),
  ].filter((side) => side !== undefined);
  const literals = all.map(literalOf).filter((literal) => literal !== undefined);
  const sides = all
    .filter((side) => literalOf(side) === undefined && side['class'] !== 'CONSTANT')
    .map((side) => meaning(side, names));
  return literals.map((literal) => ({ sides, literal, isPattern }));
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
  const argument = nodesIn(side, 'children')[0];
  const column = argument && columnsUnder(argument, names)[0];
  return select
    ? [
        {
          aggregate: String(side['function_name']),
          distinct: side['distinct'] === true,
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
    if (!['/', '//'].includes(String(node['function_name']))) continue;
    const [top, bottom] = nodesIn(node, 'children').map((child) => columnsUnder(child, names)[0]);
    if (top && bottom && (top.table !== bottom.table || top.column !== bottom.column))
      return [{ top, bottom, value: number }];
  }
  return [];
}

function selectAt({ node, ancestors }: Visit, shapes: readonly TableShape[], names: Names): SelectFacts[] {
  if (node['type'] !== 'SELECT_NODE') return [];
  const tables = tablesIn(nodeIn(node, 'from_table'), shapes);
  if (tables.length === 0) return [];
  const list = nodesIn(node, 'select_list');
  const isDistinct = nodesIn(node, 'modifiers').some(({ type }) => type === 'DISTINCT_MODIFIER');
  const keys = nodesIn(node, 'group_expressions').map(
    (key) => list[(literalOf(key)?.number ?? 0) - 1] ?? key,
  );
  const partitions = [...walk(node)].flatMap(({ node: inner }) => nodesIn(inner, 'partitions'));
  const shown = isDistinct || node['aggregate_handling'] === 'FORCE_AGGREGATES' ? list : [];
  const grouping = [...keys, ...partitions, ...shown.filter((item) => !isAggregate(item))];
  return [
    {
      node,
      ctes: [...ancestors, node].flatMap((holder) => nodesIn(nodeIn(holder, 'cte_map'), 'map')),
      tables: tables.map(({ alias, table }) => ({ alias, table: table.name })),
      groupColumns: withoutRepeats(grouping.flatMap((key) => columnsUnder(key, names))),
    },
  ];
}

function usedColumns(visits: readonly Visit[], shapes: readonly TableShape[]): ColumnName[] {
  const named = new Set(
    visits.flatMap(({ node }) => (node['class'] === 'COLUMN_REF' ? [lastName(node)] : [])),
  );
  const usingNames = visits.flatMap(({ node }) => (node['using_columns'] as string[] | undefined) ?? []);
  for (const name of usingNames) named.add(name.toLowerCase());
  const hasStar = visits.some(({ node }) => node['class'] === 'STAR');
  return shapes.flatMap(({ name: table, columns }) =>
    columns
      .filter(({ name }) => hasStar || named.has(name.toLowerCase()))
      .map(({ name }) => ({ table, column: name })),
  );
}

/** A key by its number stands for an item of some SELECT list; any of them may be meant. */
function sortColumns(order: SyntaxNode, visits: readonly Visit[], names: Names): ColumnName[] {
  const key = nodeIn(order, 'expression');
  const place = key && literalOf(key)?.number;
  if (place === undefined) return key ? columnsUnder(key, names) : [];
  return visits.flatMap(({ node }) => {
    const item = nodesIn(node, 'select_list')[place - 1];
    return item ? columnsUnder(item, names) : [];
  });
}

function divisorsAt({ node }: Visit, names: Names): ColumnName[] {
  if (!['/', '//', '%'].includes(String(node['function_name']))) return [];
  const bottom = nodesIn(node, 'children')[1];
  return bottom ? columnsUnder(bottom, names) : [];
}

function limitAt({ node }: Visit): number[] {
  const limit = nodeIn(node, 'limit');
  const rows = limit && literalOf(limit)?.number;
  const skipped = nodeIn(node, 'offset');
  return rows === undefined ? [] : [rows + ((skipped && literalOf(skipped)?.number) ?? 0)];
}

function rankCut({ sides, literal }: Compared, names: Names): number[] {
  const isRank = sides.some((side) => meaning(side, names)['class'] === 'WINDOW');
  return isRank && literal.number !== undefined && literal.number > 0 ? [literal.number] : [];
}

function withoutRepeats(columns: readonly ColumnName[]): ColumnName[] {
  return [...new Map(columns.map((column) => [`${column.table}.${column.column}`, column])).values()];
}
