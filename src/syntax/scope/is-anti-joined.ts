import { toColumnKey, toConjuncts } from './from-clause.ts';
import { nullRejectedColumns } from './null-rejected-columns.ts';
import type { Scope } from './scope.ts';
import { nodeIn, nodesIn, walk, type SyntaxNode } from '../syntax-tree.ts';

/**
 * Whether a query stands in FROM, or in WITH and is read once, only so that rows with a partner there are thrown away:
 * `LEFT JOIN (query) AS q ON q.x = … WHERE q.x IS NULL`. Then it does not matter how often it gives a row.
 */
export function isAntiJoined(query: SyntaxNode, ancestors: readonly SyntaxNode[], scope: Scope): boolean {
  const root = ancestors[0];
  const reads = root ? [...walk(root)].filter(({ node }) => readsQuery(node, query, root)) : [];
  const [read] = reads;
  const isLimited = nodesIn(query, 'modifiers').some(({ type }) => String(type).startsWith('LIMIT'));
  if (!read || reads.length !== 1 || isLimited) return false;
  const join = read.ancestors.at(-1);
  const outer = read.ancestors.findLast(({ type }) => type === 'SELECT_NODE');
  if (join?.['join_type'] !== 'LEFT' || nodeIn(join, 'right') !== read.node) return false;
  const outerScope: Scope = { ...scope, select: outer };
  const matched = nullRejectedColumns(nodeIn(join, 'condition'), outerScope);
  const alias = String(read.node['alias'] || read.node['table_name']).toLowerCase();
  return toConjuncts(nodeIn(outer, 'where_clause')).some((part) => {
    const column = nodesIn(part, 'children')[0];
    const key = part['type'] === 'OPERATOR_IS_NULL' && column ? toColumnKey(column, outerScope) : undefined;
    return key !== undefined && key.startsWith(`${alias}.`) && matched.has(key);
  });
}

function readsQuery(source: SyntaxNode, query: SyntaxNode, root: SyntaxNode): boolean {
  if (source['type'] === 'SUBQUERY') return nodeIn(nodeIn(source, 'subquery'), 'node') === query;
  if (source['type'] !== 'BASE_TABLE') return false;
  // Names of queries in WITH are looked for in the whole text: one that is used twice is not told apart.
  return [...walk(root)]
    .flatMap(({ node }) => nodesIn(nodeIn(node, 'cte_map'), 'map'))
    .some(
      (entry) =>
        String(entry['key']).toLowerCase() === String(source['table_name']).toLowerCase() &&
        nodeIn(nodeIn(nodeIn(entry, 'value'), 'query'), 'node') === query,
    );
}
