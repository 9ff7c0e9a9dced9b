import { isNode, nodeIn, replaceAt, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

/** What a rewrite may rely on of a table. A dataset's `TableDescriptor` fits. */
export interface RewriteTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
}

export type RewriteColumn = RewriteTable['columns'][number];

/** One SELECT statement, as text and as DuckDB's syntax tree. */
export interface Query {
  readonly sql: string;
  readonly tree: SyntaxNode;
  /** Names of the result's columns, in order. */
  readonly columns: readonly string[];
  readonly tables: readonly RewriteTable[];
  /** Whether the rewrite must keep the names of the result's columns. */
  readonly keepsNames: boolean;
  /** Whether the rewrite must keep the order of the rows, apart from rows that tie. */
  readonly keepsOrder: boolean;
  /** A query or an expression as SQL; rejects where DuckDB cannot print it. */
  readonly print: (node: SyntaxNode) => Promise<string>;
}

/** A way to say the same in other words: on any lawful data the result is the same. */
export interface RewriteRule {
  /** In lower case with hyphens. */
  readonly name: string;
  /** The query in other words, once for each place where the rule applies; empty where it does not apply. */
  readonly apply: (query: Query) => Promise<readonly string[]>;
}

/** What an expression rule can ask about the place it looks at. */
export interface Place extends Visit {
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
  write: (node: SyntaxNode, place: Place) => Promise<Text | readonly Text[]> | Text | readonly Text[],
): RewriteRule {
  return {
    name,
    async apply(query) {
      const texts: string[] = [];
      for (const visit of walk(query.tree)) {
        if (!('class' in visit.node) || isPosition(visit)) continue;
        const written = await write(visit.node, toPlace(visit, query));
        for (const text of typeof written === 'string' ? [written] : (written ?? [])) {
          if (text !== undefined) texts.push(await putAt(query, visit, text));
        }
      }
      return texts;
    },
  };
}

/** The query with a text in brackets in place of one expression. */
async function putAt(query: Query, { node, path }: Visit, text: string): Promise<string> {
  const [slot, index] = path.slice(-2);
  const names = node['class'] === 'COLUMN_REF' ? (node['column_names'] as string[]) : [];
  const isResult = path.length === 2 && slot === 'select_list';
  const name = names.at(-1) ?? (isResult && query.keepsNames ? query.columns[Number(index)] : undefined);
  const hole: SyntaxNode = {
    class: 'COLUMN_REF',
    type: 'COLUMN_REF',
    alias: node['alias'] || (slot === 'select_list' && name) || '',
    query_location: 0,
    column_names: ['_hole'],
  };
  const printed = await query.print(replaceAt(query.tree, path, hole));
  return printed.replace('_hole', () => `(${text})`);
}

function toPlace(visit: Visit, query: Query): Place {
  const { ancestors, path } = visit;
  const select = ancestors.findLast(({ type }) => type === 'SELECT_NODE');
  const from = nodeIn(select, 'from_table');
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
    node['class'] === 'CONSTANT' && path.some((step) => step === 'modifiers' || step === 'group_expressions')
  );
}

/** The tables that a FROM clause names itself, each under its alias; `optional` when an outer join may leave it out. */
export function tablesIn(
  from: SyntaxNode | undefined,
  tables: readonly RewriteTable[],
  optional = false,
): { readonly alias: string; readonly table: RewriteTable; readonly optional: boolean }[] {
  if (!from) return [];
  if (from['type'] === 'BASE_TABLE') {
    const table = tables.find(({ name }) => name.toLowerCase() === String(from['table_name']).toLowerCase());
    return table ? [{ alias: String(from['alias'] || from['table_name']), table, optional }] : [];
  }
  const outer = optional || (from['type'] === 'JOIN' && from['join_type'] !== 'INNER');
  return [
    ...tablesIn(nodeIn(from, 'left'), tables, outer),
    ...tablesIn(nodeIn(from, 'right'), tables, outer),
  ];
}

function columnIn(
  node: SyntaxNode | undefined,
  from: SyntaxNode | undefined,
  tables: readonly RewriteTable[],
): RewriteColumn | undefined {
  if (node?.['class'] !== 'COLUMN_REF') return undefined;
  const names = (node['column_names'] as string[]).map((name) => name.toLowerCase());
  const [qualifier, name] = names.length > 1 ? names.slice(-2) : [undefined, names[0]];
  for (const { alias, table, optional } of tablesIn(from, tables)) {
    if (qualifier !== undefined && alias.toLowerCase() !== qualifier) continue;
    const column = table.columns.find((each) => each.name.toLowerCase() === name);
    if (column) return optional ? { ...column, nullable: true } : column;
  }
  return undefined;
}

export function isClass(node: SyntaxNode | undefined, ...classes: readonly string[]): boolean {
  return classes.includes(String(node?.['class']));
}

/** Whether a node is of one of DuckDB's types, such as `COMPARE_IN`. */
export function isType(node: SyntaxNode | undefined, ...types: readonly string[]): boolean {
  return types.includes(String(node?.['type']));
}

/** Whether a node calls one of these functions or operators. */
export function calls(node: SyntaxNode | undefined, ...names: readonly string[]): boolean {
  return isClass(node, 'FUNCTION') && names.includes(String(node?.['function_name']).toLowerCase());
}

/** The value of a literal; undefined for NULL and for what is no literal. */
export function literalOf(node: SyntaxNode | undefined): string | number | undefined {
  const value = nodeIn(node, 'value')?.['value'];
  return isClass(node, 'CONSTANT') && (typeof value === 'string' || typeof value === 'number')
    ? value
    : undefined;
}

export function isWholeNumber(type: string): boolean {
  return /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type);
}

export function isNumber(type: string): boolean {
  return isWholeNumber(type) || /^(DECIMAL|DOUBLE|FLOAT)/.test(type);
}

/** Whether an expression gives true, false or NULL by its form. */
export function isCondition(node: SyntaxNode | undefined): boolean {
  return (
    isClass(node, 'COMPARISON', 'CONJUNCTION', 'BETWEEN') ||
    isType(
      node,
      'COMPARE_IN',
      'COMPARE_NOT_IN',
      'OPERATOR_IS_NULL',
      'OPERATOR_IS_NOT_NULL',
      'OPERATOR_NOT',
    ) ||
    calls(node, '~~', '!~~', '~~*', '!~~*')
  );
}

/** Whether any expression inside passes a test. */
export function holds(node: SyntaxNode, test: (node: SyntaxNode) => boolean): boolean {
  for (const visit of walk(node)) if (isNode(visit.node) && test(visit.node)) return true;
  return false;
}

/** Prints several expressions, one after another. */
export async function printAll(print: Query['print'], nodes: readonly SyntaxNode[]): Promise<string[]> {
  const texts: string[] = [];
  for (const node of nodes) texts.push(await print(node));
  return texts;
}
