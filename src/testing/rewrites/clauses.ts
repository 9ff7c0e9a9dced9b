import { toQuotedName } from '#src/sql/quote.ts';
import { nodeIn, nodesIn, type SyntaxNode } from '#src/syntax/syntax-tree.ts';
import {
  calls,
  holds,
  isClass,
  isType,
  literalOf,
  printAll,
  type Query,
  type RewriteRule,
} from './rewrite-rule.ts';

/** One ORDER BY key. */
export interface SortKey {
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
export interface Clauses {
  /** The shown expressions, without aliases. */
  readonly items: readonly string[];
  /** Names of the result's columns, quoted. */
  readonly names: readonly string[];
  readonly distinct: boolean;
  readonly from: string;
  readonly where?: string;
  readonly groups: readonly string[];
  readonly having?: string;
  readonly order: readonly SortKey[];
  readonly limit?: number;
  /** The outer SELECT of the tree. */
  readonly select: SyntaxNode;
}

/** A rule on the clauses of the outermost SELECT, where it has no WITH, QUALIFY, OFFSET or GROUP BY ALL. */
export function clauseRule(
  name: string,
  write: (clauses: Clauses, query: Query) => string | readonly string[] | undefined,
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

async function toClauses(query: Query): Promise<Clauses | undefined> {
  const { tree, print } = query;
  const modifiers = nodesIn(tree, 'modifiers');
  const limitModifier = modifiers.find((modifier) => isType(modifier, 'LIMIT_MODIFIER'));
  const limit = literalOf(nodeIn(limitModifier, 'limit'));
  const list = nodesIn(tree, 'select_list');
  const from = nodeIn(tree, 'from_table');
  const isPlain =
    isType(tree, 'SELECT_NODE') &&
    nodesIn(nodeIn(tree, 'cte_map'), 'map').length === 0 &&
    tree['aggregate_handling'] === 'STANDARD_HANDLING' &&
    !nodeIn(tree, 'qualify') &&
    from !== undefined &&
    !isType(from, 'EMPTY') &&
    !nodeIn(limitModifier, 'offset') &&
    (!limitModifier || typeof limit === 'number') &&
    modifiers.every((modifier) =>
      isType(modifier, 'LIMIT_MODIFIER', 'ORDER_MODIFIER', 'DISTINCT_MODIFIER'),
    ) &&
    list.every((item) => !isClass(item, 'STAR'));
  if (!isPlain) return undefined;

  const items = await printAll(print, list);
  const [where, having] = [nodeIn(tree, 'where_clause'), nodeIn(tree, 'having')];
  const groups = nodesIn(tree, 'group_expressions');
  return {
    items,
    names: query.columns.map((column) => toQuotedName(column)),
    distinct: modifiers.some((modifier) => isType(modifier, 'DISTINCT_MODIFIER')),
    from: await print(from),
    ...(where ? { where: await print(where) } : {}),
    // GROUP BY 1 means the first shown column.
    groups: (await printAll(print, groups)).map((text, index) => {
      const position = literalOf(groups[index]);
      return typeof position === 'number' ? (items[position - 1] ?? text) : text;
    }),
    ...(having ? { having: await print(having) } : {}),
    order: await toSortKeys(query, list, items),
    ...(typeof limit === 'number' ? { limit } : {}),
    select: tree,
  };
}

async function toSortKeys(
  query: Query,
  list: readonly SyntaxNode[],
  items: readonly string[],
): Promise<SortKey[]> {
  const orders = nodesIn(
    nodesIn(query.tree, 'modifiers').find((modifier) => isType(modifier, 'ORDER_MODIFIER')),
    'orders',
  );
  const keys: SortKey[] = [];
  for (const order of orders) {
    const expression = nodeIn(order, 'expression');
    const text = expression ? await query.print(expression) : '';
    const literal = literalOf(expression);
    const named = list.findIndex(
      ({ alias }) => String(alias ?? '') !== '' && toName(String(alias)) === toName(text),
    );
    const shown = typeof literal === 'number' ? literal - 1 : named >= 0 ? named : items.indexOf(text);
    const nulls = order['null_order'] === 'NULLS FIRST' ? ' NULLS FIRST' : '';
    keys.push({
      text,
      ...(shown >= 0 ? { position: shown + 1 } : {}),
      expression: items[shown] ?? text,
      direction: `${order['type'] === 'DESCENDING' ? ' DESC' : ''}${nulls}`,
    });
  }
  return keys;
}

function toName(text: string): string {
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
export function toSelect(clauses: Clauses, changes: Changes = {}): string {
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
export function toItems({ items, names }: Clauses, aliases: readonly string[] = names): string {
  return items.map((item, index) => `${item} AS ${aliases[index]}`).join(', ');
}

/** Short names for the shown columns: `_1`, `_2`, … */
export function shortNames({ items }: Clauses): string[] {
  return items.map((_item, index) => `_${index + 1}`);
}

/** The short names turned back into the result's own, for an outer SELECT. */
export function namesBack(clauses: Clauses): string {
  return shortNames(clauses)
    .map((short, index) => `${short} AS ${clauses.names[index]}`)
    .join(', ');
}

export function toOrder({ order }: Clauses, write: (key: SortKey) => string = ({ text }) => text): string {
  return order.map((key) => write(key) + key.direction).join(', ');
}

/** ORDER BY by positions; undefined when a key is not shown. */
export function toPositions(clauses: Clauses): string | undefined {
  return clauses.order.some(({ position }) => position === undefined)
    ? undefined
    : toOrder(clauses, ({ position }) => String(position));
}

/** Whether an expression holds an aggregate that is no window. */
export function holdsAggregate(node: SyntaxNode): boolean {
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

export function isGrouped({ select, groups }: Clauses): boolean {
  return groups.length > 0 || nodesIn(select, 'select_list').some(holdsAggregate);
}
