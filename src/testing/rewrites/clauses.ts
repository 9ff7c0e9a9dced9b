import { toQuotedName } from '#src/sql/quote.ts';
import { constantOf, isSelect } from '#src/syntax/node-kinds.ts';
import type { Expression, SelectNode } from '#src/syntax/syntax-tree.ts';
import { calls, holds, printAll, type Query, type RewriteRule } from './rewrite-rule.ts';

/** One ORDER BY key. */
export interface PrintedKey {
  /** As the query writes it. */
  readonly text: string;
  /** Where it stands among the shown columns, from 1. */
  readonly position?: number;
  /** What it sorts by, without names that the SELECT list gives. */
  readonly expression: string;
  /** Such as ` DESC`; empty for the plain way. */
  readonly direction: string;
}

/** A SELECT taken apart into the text of its clauses. */
export interface PrintedClauses {
  /** The shown expressions, without aliases. */
  readonly items: readonly string[];
  /** Names of the result's columns, quoted. */
  readonly names: readonly string[];
  readonly distinct: boolean;
  readonly from: string;
  readonly where?: string;
  readonly groups: readonly string[];
  readonly having?: string;
  readonly order: readonly PrintedKey[];
  readonly limit?: number;
  /** The outer SELECT of the tree. */
  readonly select: SelectNode;
}

/** A rule on the clauses of the outermost SELECT, where it has no WITH, QUALIFY, OFFSET or GROUP BY ALL. */
export function clauseRule(
  name: string,
  write: (clauses: PrintedClauses, query: Query) => string | readonly string[] | undefined,
): RewriteRule {
  return {
    name,
    async apply(query) {
      const clauses = await toClauses(query);
      const written = clauses ? write(clauses, query) : undefined;
      return typeof written === 'string' ? [written] : (written ?? []);
    },
  };
}

async function toClauses(query: Query): Promise<PrintedClauses | undefined> {
  const { tree, print } = query;
  if (!isSelect(tree)) return undefined;
  const { modifiers, select_list: list, from_table: from, where_clause: where, having } = tree;
  const limitModifier = modifiers.find((modifier) => modifier.type === 'LIMIT_MODIFIER');
  const limit = constantOf(limitModifier?.limit);
  const isPlain =
    tree.cte_map.map.length === 0 &&
    tree.aggregate_handling === 'STANDARD_HANDLING' &&
    !tree.qualify &&
    from.type !== 'EMPTY' &&
    !limitModifier?.offset &&
    (!limitModifier || typeof limit === 'number') &&
    modifiers.every(({ type }) => type !== 'LIMIT_PERCENT_MODIFIER') &&
    list.every((item) => item.class !== 'STAR');
  if (!isPlain) return undefined;

  const items = await printAll(print, list);
  const groups = tree.group_expressions;
  return {
    items,
    names: query.columns.map((column) => toQuotedName(column)),
    distinct: modifiers.some(({ type }) => type === 'DISTINCT_MODIFIER'),
    from: await print(from),
    ...(where ? { where: await print(where) } : {}),
    // GROUP BY 1 means the first shown column.
    groups: (await printAll(print, groups)).map((text, index) => {
      const position = constantOf(groups[index]);
      return typeof position === 'number' ? (items[position - 1] ?? text) : text;
    }),
    ...(having ? { having: await print(having) } : {}),
    order: await toSortKeys(query.print, tree, items),
    ...(typeof limit === 'number' ? { limit } : {}),
    select: tree,
  };
}

async function toSortKeys(
  print: Query['print'],
  { modifiers, select_list: list }: SelectNode,
  items: readonly string[],
): Promise<PrintedKey[]> {
  const order = modifiers.find((modifier) => modifier.type === 'ORDER_MODIFIER');
  const keys: PrintedKey[] = [];
  for (const { expression, type, null_order } of order?.orders ?? []) {
    const text = await print(expression);
    const literal = constantOf(expression);
    const named = list.findIndex(({ alias }) => alias !== '' && toBareName(alias) === toBareName(text));
    const shown = typeof literal === 'number' ? literal - 1 : named >= 0 ? named : items.indexOf(text);
    const nulls = null_order === 'NULLS FIRST' ? ' NULLS FIRST' : '';
    keys.push({
      text,
      ...(shown >= 0 ? { position: shown + 1 } : {}),
      expression: items[shown] ?? text,
      direction: `${type === 'DESCENDING' ? ' DESC' : ''}${nulls}`,
    });
  }
  return keys;
}

function toBareName(text: string): string {
  return text.replaceAll('"', '').toLowerCase();
}

/** What a clause can be given instead of the query's own. */
interface Changes {
  readonly select?: string;
  readonly from?: string;
  /** Null leaves the clause out. */
  readonly where?: string | null;
  readonly groupBy?: string | null;
  readonly having?: string | null;
  readonly order?: string | null;
  readonly limit?: string | null;
}

/** The clauses as one SELECT, with changes. */
export function toSelect(clauses: PrintedClauses, changes: Changes = {}): string {
  const { select, from, where, groupBy, having, order, limit } = {
    select: `${clauses.distinct ? 'DISTINCT ' : ''}${toItems(clauses)}`,
    from: clauses.from,
    where: clauses.where,
    groupBy: clauses.groups.join(', '),
    having: clauses.having,
    order: toOrder(clauses),
    limit: clauses.limit === undefined ? '' : String(clauses.limit),
    ...changes,
  };
  return [
    `SELECT ${select} FROM ${from}`,
    where ? ` WHERE ${where}` : '',
    groupBy ? ` GROUP BY ${groupBy}` : '',
    having ? ` HAVING ${having}` : '',
    order ? ` ORDER BY ${order}` : '',
    limit ? ` LIMIT ${limit}` : '',
  ].join('');
}

/** The shown expressions with the names of the result's columns, or with others. */
export function toItems({ items, names }: PrintedClauses, aliases: readonly string[] = names): string {
  return items.map((item, index) => `${item} AS ${aliases[index]}`).join(', ');
}

/** Short names for the shown columns: `_1`, `_2`, … */
export function shortNames({ items }: PrintedClauses): string[] {
  return items.map((_item, index) => `_${index + 1}`);
}

/** The short names turned back into the result's own, for an outer SELECT. */
export function namesBack(clauses: PrintedClauses): string {
  return shortNames(clauses)
    .map((short, index) => `${short} AS ${clauses.names[index]}`)
    .join(', ');
}

export function toOrder(
  { order }: PrintedClauses,
  write: (key: PrintedKey) => string = ({ text }) => text,
): string {
  return order.map((key) => write(key) + key.direction).join(', ');
}

/** ORDER BY by positions; undefined when a key is not shown. */
export function toPositions(clauses: PrintedClauses): string | undefined {
  return clauses.order.some(({ position }) => position === undefined)
    ? undefined
    : toOrder(clauses, ({ position }) => String(position));
}

/** Whether an expression holds an aggregate that is no window. */
export function mentionsAggregate(node: Expression): boolean {
  return holds(node, (each) =>
    calls(
      each,
      'count',
      'count_star',
      'sum',
      'avg',
      'min',
      'max',
      'median',
      'mode',
      'stddev',
      'quantile_cont',
      'string_agg',
      'list',
    ),
  );
}

export function printsGroups({ select, groups }: PrintedClauses): boolean {
  return groups.length > 0 || select.select_list.some(mentionsAggregate);
}
