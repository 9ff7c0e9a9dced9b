import { columnRef } from '#src/syntax/build-tree.ts';
import { isColumnRef, isExpression, isFunction, isSelect, namesOf } from '#src/syntax/node-kinds.ts';
import type { Expression, FunctionCall, QueryNode, SyntaxNode, TableRef } from '#src/syntax/syntax-tree.ts';
import { replaceAt, walk, type Visit } from '#src/syntax/walk-tree.ts';

/** What a rewrite may rely on of a table. A dataset's `TableDescriptor` fits. */
export interface RewriteTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
}

export type RewriteColumn = RewriteTable['columns'][number];

/** One SELECT statement, as text and as DuckDB's syntax tree. */
export interface Query {
  readonly sql: string;
  readonly tree: QueryNode;
  /** Names of the result's columns, in order. */
  readonly columns: readonly string[];
  readonly tables: readonly RewriteTable[];
  /** Whether the rewrite must keep the names of the result's columns. */
  readonly keepsNames: boolean;
  /** Whether the rewrite must keep the order of the rows, apart from rows that tie. */
  readonly keepsOrder: boolean;
  /** A query, an expression or what stands in FROM, as SQL; rejects where DuckDB cannot print it. */
  readonly print: (node: Printable) => Promise<string>;
}

export type Printable = QueryNode | Expression | TableRef;

/** A way to say the same in other words: on any lawful data the result is the same. */
export interface RewriteRule {
  /** In lower case with hyphens. */
  readonly name: string;
  /** The query in other words, once for each place where the rule applies; empty where it does not apply. */
  readonly apply: (query: Query) => Promise<readonly string[]>;
}

/** What an expression rule can ask about the place it looks at. */
export interface RewritePlace extends Visit<Expression> {
  readonly query: Query;
  readonly print: Query['print'];
  /** The table's column that an expression names; undefined for any other expression. */
  readonly columnOf: (node: SyntaxNode | undefined) => RewriteColumn | undefined;
  /** The property of the parent in which the expression stands, such as `where_clause`. */
  readonly slot: string;
}

type Text = string | undefined;

/**
 * A rule on one expression: it gives the other text for it, or several. The text is put in brackets, so it needs none of
 * its own. Positions in ORDER BY, GROUP BY and LIMIT are never offered.
 */
export function expressionRule(
  name: string,
  write: (node: Expression, place: RewritePlace) => Promise<Text | readonly Text[]> | Text | readonly Text[],
): RewriteRule {
  return {
    name,
    async apply(query) {
      const texts: string[] = [];
      for (const visited of walk(query.tree)) {
        const { node } = visited;
        if (!isExpression(node) || isPosition(visited)) continue;
        const visit = { ...visited, node };
        const written = await write(node, toRewritePlace(visit, query));
        for (const text of typeof written === 'string' ? [written] : (written ?? [])) {
          if (text !== undefined) texts.push(await putAt(query, visit, text));
        }
      }
      return texts;
    },
  };
}

/** The query with a text in brackets in place of one expression. */
async function putAt(query: Query, { node, path }: Visit<Expression>, text: string): Promise<string> {
  const [slot, index] = path.slice(-2);
  const names = isColumnRef(node) ? node.column_names : [];
  const isResult = path.length === 2 && slot === 'select_list';
  const name = names.at(-1) ?? (isResult && query.keepsNames ? query.columns[Number(index)] : undefined);
  const alias = node.alias || (slot === 'select_list' && name) || '';
  const hole = { ...columnRef('_hole'), alias };
  const printed = await query.print(replaceAt(query.tree, path, hole));
  return printed.replace('_hole', () => `(${text})`);
}

function toRewritePlace(visit: Visit<Expression>, query: Query): RewritePlace {
  const { ancestors, path } = visit;
  const from = ancestors.findLast(isSelect)?.from_table;
  return {
    ...visit,
    query,
    print: query.print,
    columnOf: (node) => columnIn(node, from, query.tables),
    slot: String(path.findLast((step) => typeof step === 'string') ?? ''),
  };
}

function isPosition({ node, path }: Visit): boolean {
  return (
    node.class === 'CONSTANT' && path.some((step) => step === 'modifiers' || step === 'group_expressions')
  );
}

/** The tables that a FROM clause names itself, each under its alias; `optional` when an outer join may leave it out. */
export function rewriteTablesIn(
  from: TableRef | undefined,
  tables: readonly RewriteTable[],
  optional = false,
): { readonly alias: string; readonly table: RewriteTable; readonly optional: boolean }[] {
  if (from?.type === 'JOIN') {
    const outer = optional || from.join_type !== 'INNER';
    return [...rewriteTablesIn(from.left, tables, outer), ...rewriteTablesIn(from.right, tables, outer)];
  }
  if (from?.type !== 'BASE_TABLE') return [];
  const table = tables.find(({ name }) => name.toLowerCase() === from.table_name.toLowerCase());
  return table ? [{ alias: from.alias || from.table_name, table, optional }] : [];
}

function columnIn(
  node: SyntaxNode | undefined,
  from: TableRef | undefined,
  tables: readonly RewriteTable[],
): RewriteColumn | undefined {
  if (!isColumnRef(node)) return undefined;
  const names = namesOf(node);
  const [qualifier, name] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  for (const { alias, table, optional } of rewriteTablesIn(from, tables)) {
    if (qualifier !== undefined && alias.toLowerCase() !== qualifier) continue;
    const column = table.columns.find((each) => each.name.toLowerCase() === name);
    if (column) return optional ? { ...column, nullable: true } : column;
  }
  return undefined;
}

/** Whether a node calls one of these functions or operators. */
export function calls(node: SyntaxNode | undefined, ...names: readonly string[]): node is FunctionCall {
  return isFunction(node) && names.includes(node.function_name.toLowerCase());
}

export function isWholeNumber(type: string): boolean {
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type);
}

/** Whether an expression gives true, false or NULL by its form. */
export function isCondition(node: Expression): boolean {
  switch (node.class) {
    case 'BETWEEN':
    case 'COMPARISON':
    case 'CONJUNCTION':
      return true;
    case 'OPERATOR':
      return /^(COMPARE_(NOT_)?IN|OPERATOR_(IS_NULL|IS_NOT_NULL|NOT))$/.test(node.type);
    default:
      return calls(node, '~~', '!~~', '~~*', '!~~*');
  }
}

/** Whether any node inside passes a test. */
export function holds(node: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  for (const visit of walk(node)) if (test(visit.node)) return true;
  return false;
}

/** Prints several expressions, one after another. */
export async function printAll(print: Query['print'], nodes: readonly Expression[]): Promise<string[]> {
  const texts: string[] = [];
  for (const node of nodes) texts.push(await print(node));
  return texts;
}
