import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import { allOf } from '#src/syntax/build-tree.ts';
import { isSelect, namesOf } from '#src/syntax/node-kinds.ts';
import type { QueryNode, SelectNode } from '#src/syntax/syntax-tree.ts';
import { replaceAt, walk, type Visit } from '#src/syntax/walk-tree.ts';
import type { Mutant } from './make-mutants.ts';
import { toScope, type ColumnShape, type ScopeTable, type TableShape } from '#src/syntax/scope/scope.ts';

// More would cost more time than they find.
const mostNarrowedAnswers = 12;
const mostUnused = 4;

const sentences = {
  gap: 'Look at rows with a missing value: your query leaves out some that the task counts.',
  extreme: 'Look at very small and very large values: your query leaves out some that the task counts.',
  'small-group': 'Look at groups of a single row: your query leaves out some that the task shows.',
} as const;

/**
 * The model answer with one condition more, which today's data keep: no missing value in a column, no value beyond the
 * largest or the smallest there is, no group of a single row. Learners write such conditions. Whether lawful data can tell one from the model
 * answer nobody knows beforehand: a narrowed answer is worth telling apart, but need not be.
 *
 * @param database native DuckDB with the real tables under plain names
 * @returns none when DuckDB's tree cannot carry the statement
 */
export async function makeNarrowedAnswers(
  database: Database,
  solution: string,
  tables: readonly TableShape[],
): Promise<readonly Mutant[]> {
  const tree = await parseQuery(database, solution);
  if (!tree) return [];
  const narrowedAnswers = new Map<string, Mutant>();
  for (const visited of walk(tree)) {
    const { node } = visited;
    if (!isSelect(node)) continue;
    const visit = { ...visited, node };
    const named = namesIn(node);
    const alone = await addGroupCondition(database, tree, visit);
    if (alone !== undefined)
      narrowedAnswers.set(alone, {
        operator: 'small-group',
        sentence: sentences['small-group'],
        sql: alone,
      });
    for (const entry of toScope(visit, tables).tables) {
      for (const { operator, condition } of await findConditions(database, entry, named)) {
        const sql = await addCondition(database, tree, visit, condition);
        if (sql !== undefined) narrowedAnswers.set(sql, { operator, sentence: sentences[operator], sql });
      }
    }
  }
  return [...narrowedAnswers.values()].slice(0, mostNarrowedAnswers);
}

function namesIn(select: SelectNode): ReadonlySet<string> {
  return new Set([...walk(select)].flatMap(({ node }) => namesOf(node).slice(-1)));
}

interface Condition {
  readonly operator: 'gap' | 'extreme';
  readonly condition: string;
}

async function findConditions(
  database: Database,
  { alias, table }: ScopeTable,
  named: ReadonlySet<string>,
): Promise<Condition[]> {
  const isUsed = ({ name }: ColumnShape) => named.has(name.toLowerCase());
  const toName = ({ name }: ColumnShape) => `${toQuotedName(alias)}.${toQuotedName(name)}`;
  const nullable = table.columns.filter((column) => column.nullable);
  const gaps = [
    ...nullable.filter(isUsed),
    ...nullable.filter((column) => !isUsed(column)).slice(0, mostUnused),
  ].map((column) => ({ operator: 'gap', condition: `${toName(column)} IS NOT NULL` }) as const);
  const extremes: Condition[] = [];
  for (const column of table.columns) {
    if (!isUsed(column) || table.primaryKey.includes(column.name) || !isNumberType(column.type)) continue;
    const name = toQuotedName(column.name);
    const { rows } = await database.query(
      `SELECT min(${name})::VARCHAR, max(${name})::VARCHAR FROM main.${toQuotedName(table.name)}`,
    );
    const [low, high] = rows[0] ?? [];
    if (low === null || high === null || low === high) continue;
    for (const limit of [`<= ${String(high)}`, `>= ${String(low)}`]) {
      const condition = `(${toName(column)} ${limit}${column.nullable ? ` OR ${toName(column)} IS NULL` : ''})`;
      extremes.push({ operator: 'extreme', condition });
    }
  }
  return [...gaps, ...extremes];
}

/** HAVING count(*) > 1, where a SELECT groups and has no HAVING. */
async function addGroupCondition(
  database: Database,
  tree: QueryNode,
  { node, path }: Visit<SelectNode>,
): Promise<string | undefined> {
  if (node.group_expressions.length === 0 || node.having) return undefined;
  const parsed = await parseQuery(database, 'SELECT 1 FROM t GROUP BY a HAVING count(*) > 1');
  if (!isSelect(parsed)) return undefined;
  return printQuery(database, replaceAt(tree, path, { ...node, having: parsed.having }));
}

async function addCondition(
  database: Database,
  tree: QueryNode,
  { node, path }: Visit<SelectNode>,
  condition: string,
): Promise<string | undefined> {
  const parsed = await parseQuery(database, `SELECT 1 WHERE ${condition}`);
  if (!isSelect(parsed)) return undefined;
  const where_clause = allOf([node.where_clause, parsed.where_clause]);
  return printQuery(database, replaceAt(tree, path, { ...node, where_clause }));
}
