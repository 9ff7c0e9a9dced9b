import { tableNameOf, toColumnKey, toConjuncts } from './from-clause.ts';
import { nullRejectedColumns } from './null-rejected-columns.ts';
import type { Scope } from './scope.ts';
import { childrenOf, isJoin, isQuery, isSelect } from '../node-kinds.ts';
import type { BaseTable, QueryNode, SubqueryReference, SyntaxNode } from '../syntax-tree.ts';
import { walk } from '../walk-tree.ts';

/**
 * Whether a query stands in FROM, or in WITH and is read once, only so that rows with a partner there are thrown away:
 * `LEFT JOIN (query) AS q ON q.x = … WHERE q.x IS NULL`. Then it does not matter how often it gives a row.
 */
export function isAntiJoined(query: QueryNode, ancestors: readonly SyntaxNode[], scope: Scope): boolean {
  const root = ancestors[0];
  const reads = root
    ? [...walk(root)].flatMap(({ node, ancestors: above }) =>
        readsQuery(node, query, root) ? [{ node, above }] : [],
      )
    : [];
  const [read] = reads;
  const isLimited = query.modifiers.some(({ type }) => type.startsWith('LIMIT'));
  if (!read || reads.length !== 1 || isLimited) return false;
  const join = read.above.at(-1);
  const outer = read.above.findLast(isSelect);
  if (!isJoin(join) || join.join_type !== 'LEFT' || join.right !== read.node) return false;
  const outerScope: Scope = { ...scope, select: outer };
  const matched = nullRejectedColumns(join.condition, outerScope);
  const alias = (read.node.alias || tableNameOf(read.node)).toLowerCase();
  return toConjuncts(outer?.where_clause).some((part) => {
    const [column] = childrenOf(part);
    const key = part.type === 'OPERATOR_IS_NULL' && column ? toColumnKey(column, outerScope) : undefined;
    return key !== undefined && key.startsWith(`${alias}.`) && matched.has(key);
  });
}

function readsQuery(
  source: SyntaxNode,
  query: QueryNode,
  root: SyntaxNode,
): source is BaseTable | SubqueryReference {
  if (source.class === undefined && source.type === 'SUBQUERY') return source.subquery.node === query;
  if (source.type !== 'BASE_TABLE') return false;
  // Names of queries in WITH are looked for in the whole text: one that is used twice is not told apart.
  return [...walk(root)]
    .flatMap(({ node }) => (isQuery(node) ? node.cte_map.map : []))
    .some(
      ({ key, value }) => key.toLowerCase() === source.table_name.toLowerCase() && value.query.node === query,
    );
}
