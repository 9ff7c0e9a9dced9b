import type { Database } from '#src/results/database.ts';
import { columnRef, selectOf } from '#src/syntax/build-tree.ts';
import { isExpression, isQuery } from '#src/syntax/node-kinds.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import type { QueryNode } from '#src/syntax/syntax-tree.ts';
import type { Printable, Query, RewriteRule, RewriteTable } from './rewrite-rule.ts';
import { aggregateRules } from './aggregate-rules.ts';
import { conditionRules } from './condition-rules.ts';
import { joinRules } from './join-rules.ts';
import { nameRules } from './name-rules.ts';
import { orderRules } from './order-rules.ts';
import { queryRules } from './query-rules.ts';
import { textRules } from './text-rules.ts';
import { valueRules } from './value-rules.ts';

export const rules: readonly RewriteRule[] = [
  ...conditionRules,
  ...valueRules,
  ...aggregateRules,
  ...queryRules,
  ...orderRules,
  ...joinRules,
  ...nameRules,
  ...textRules,
];

/** A fair answer: the same query in other words. */
export interface Rewrite {
  readonly rule: string;
  readonly sql: string;
}

/**
 * Every way our rules know to say the same in other words, without repeats. Those that DuckDB cannot run in that place,
 * such as a sort key that DISTINCT does not show, are left out.
 *
 * @param database native DuckDB with the tables: the syntax tree is read and printed there
 * @param sql one SELECT statement
 * @param options.keeps what the exercise looks at besides the rows
 */
export async function makeRewrites(
  database: Database,
  sql: string,
  {
    tables,
    keeps,
    rules: chosen = rules,
  }: {
    readonly tables: readonly RewriteTable[];
    readonly keeps: { readonly names: boolean; readonly order: boolean };
    readonly rules?: readonly RewriteRule[];
  },
): Promise<readonly Rewrite[]> {
  const tree = await parseQuery(database, sql);
  if (!tree) return [];
  const described = await database.query(`DESCRIBE ${sql}`);
  const query: Query = {
    sql,
    tree,
    columns: described.rows.map(([name]) => String(name)),
    tables,
    keepsNames: keeps.names,
    keepsOrder: keeps.order,
    print: (node) => printNode(database, node),
  };
  const rewrites = new Map<string, Rewrite>();
  for (const rule of chosen) {
    for (const text of await rule.apply(query)) {
      if (!rewrites.has(text) && (await runs(database, text)))
        rewrites.set(text, { rule: rule.name, sql: text });
    }
  }
  return [...rewrites.values()];
}

async function runs(database: Database, text: string): Promise<boolean> {
  return database.query(`DESCRIBE ${text.replace(/[\s;]+$/, '')}`).then(
    () => true,
    () => false,
  );
}

/** A query, an expression or what stands in FROM, as SQL. */
async function printNode(database: Database, node: Printable): Promise<string> {
  if (isQuery(node)) return printOrThrow(database, node);
  if (isExpression(node)) {
    const text = await printOrThrow(database, selectOf({ ...node, alias: '' }));
    return text.replace(/^SELECT /, '');
  }
  const text = await printOrThrow(database, { ...selectOf(columnRef('_x')), from_table: node });
  return text.replace(/^SELECT _x FROM /, '');
}

async function printOrThrow(database: Database, query: QueryNode): Promise<string> {
  const text = await printQuery(database, query);
  if (text === undefined) throw new Error('DuckDB cannot print this query.');
  return text;
}
