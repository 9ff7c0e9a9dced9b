import type { Database } from '#src/results/database.ts';
import { aggregateOperators } from './operators/aggregate-operators.ts';
import { conditionOperators } from './operators/condition-operators.ts';
import type { ComparisonRules, MutationOperator, Neighbours } from './operators/mutation-operator.ts';
import { functionOperators } from './operators/function-operators.ts';
import { groupOperators } from './operators/group-operators.ts';
import { isNeverNull } from '#src/syntax/scope/is-never-null.ts';
import { joinOperators } from './operators/join-operators.ts';
import { toScope, type TableShape } from '#src/syntax/scope/scope.ts';
import { shapeOperators } from './operators/shape-operators.ts';
import { parseQuery, printQuery } from '#src/syntax/parse-query.ts';
import type { SyntaxNode } from '#src/syntax/syntax-tree.ts';
import { replaceAt, walk, type Visit } from '#src/syntax/walk-tree.ts';
import { valueOperators } from './operators/value-operators.ts';
import { windowOperators } from './operators/window-operators.ts';

/** A small edit of the model answer: a query that a learner may well write, and that must be refused. */
export interface Mutant {
  /** The id of the mutation operator that made it. */
  readonly operator: string;
  /** What a learner whose result matches should look at. */
  readonly sentence: string;
  readonly sql: string;
}

export const mutationOperators: readonly MutationOperator[] = [
  ...conditionOperators,
  ...aggregateOperators,
  ...groupOperators,
  ...windowOperators,
  ...joinOperators,
  ...shapeOperators,
  ...valueOperators,
  ...functionOperators,
];

export interface MutantOptions {
  /** How results are compared: an edit that the exercise lets pass makes no mutant. */
  readonly compare?: ComparisonRules | undefined;
}

/**
 * Every mutant of a model answer, made on the engine's own syntax tree, without repeats and without the answer itself.
 * The idea is mutation analysis of SQL: Tuya, Suárez-Cabal and de la Riva, "Mutating database queries", Information and
 * Software Technology 49 (2007).
 *
 * @param database native DuckDB: `json_serialize_sql` is not in the WebAssembly build
 * @param solution one SELECT statement
 * @param tables the tables it may read, with keys and types
 * @param neighbours values near a literal, from the data
 * @param options.compare what the exercise says of names, order and tolerance; without it every difference counts
 * @returns `undefined` when DuckDB's tree cannot carry the statement (INSERT, PIVOT)
 */
export async function makeMutants(
  database: Database,
  solution: string,
  tables: readonly TableShape[],
  neighbours: Neighbours,
  { compare }: MutantOptions = {},
): Promise<readonly Mutant[] | undefined> {
  const tree = await parseQuery(database, solution);
  if (!tree) return undefined;
  const original = await printQuery(database, tree);
  const mutants = new Map<string, Mutant>();
  const visits = [...walk(tree)];
  const unread = new Set(visits.flatMap((visit) => unreadParts(visit, tables)));
  for (const visit of visits) {
    if ([visit.node, ...visit.ancestors].some((node) => unread.has(node))) continue;
    const context = { scope: toScope(visit, tables), neighbours, compare };
    for (const { id, sentence, edits } of mutationOperators) {
      for (const { node, path } of edits(visit, context)) {
        const sql = await printQuery(database, replaceAt(tree, path ?? visit.path, node));
        if (sql !== undefined && sql !== original && !mutants.has(sql))
          mutants.set(sql, { operator: id, sentence, sql });
      }
    }
  }
  return [...mutants.values()];
}

/** The arguments of COALESCE after one that always has a value: no edit of them shows. */
function unreadParts(visit: Visit, tables: readonly TableShape[]): SyntaxNode[] {
  if (visit.node.type !== 'OPERATOR_COALESCE') return [];
  const scope = toScope(visit, tables);
  const { children } = visit.node;
  const last = children.findIndex((child) => isNeverNull(child, scope));
  return last < 0 ? [] : children.slice(last + 1);
}
