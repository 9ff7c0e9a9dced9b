import { allOf, columnRef, comparison } from '#src/syntax/build-tree.ts';
import { isColumnRef, isJoin, isSelect } from '#src/syntax/node-kinds.ts';
import type { ColumnRef, Expression, Join, JoinType } from '#src/syntax/syntax-tree.ts';
import { replaceAt, sameTree, walk, type TreePath } from '#src/syntax/walk-tree.ts';
import { clauseRule, toSelect } from './clauses.ts';
import { rewriteTablesIn, type Query, type RewriteRule } from './rewrite-rule.ts';

/** A rule on a join: it gives the other node for it. */
function joinRule(name: string, write: (join: Join, query: Query) => Join | undefined): RewriteRule {
  return {
    name,
    async apply(query) {
      const texts: string[] = [];
      for (const { join, path } of joinVisits(query)) {
        const written = write(join, query);
        if (written) texts.push(await query.print(replaceAt(query.tree, path, written)));
      }
      return texts;
    },
  };
}

/** Joins of queries that show no star: its columns follow the order of the tables. */
function joinVisits({ tree }: Query): { join: Join; path: TreePath }[] {
  const visits = [...walk(tree)];
  if (visits.some(({ node }) => node.class === 'STAR')) return [];
  return visits.flatMap(({ node, path }) => (isJoin(node) ? [{ join: node, path }] : []));
}

const mirrored: Partial<Record<JoinType, JoinType>> = { LEFT: 'RIGHT', RIGHT: 'LEFT' };

/** Joins in other words. */
export const joinRules: readonly RewriteRule[] = [
  joinRule('join-sides-swapped', (join) =>
    join.join_type === 'INNER' ? { ...join, left: join.right, right: join.left } : undefined,
  ),
  joinRule('outer-join-turned-round', (join) => {
    const join_type = mirrored[join.join_type];
    return join_type && { ...join, join_type, left: join.right, right: join.left };
  }),
  joinRule('on-as-using', (join) => {
    if (join.condition?.type !== 'COMPARE_EQUAL') return undefined;
    const { left, right } = join.condition;
    if (!isQualified(left) || !isColumnRef(right) || left.column_names[1] !== right.column_names[1])
      return undefined;
    return { ...join, condition: null, using_columns: left.column_names.slice(1) };
  }),
  joinRule('using-as-on', (join, { tables }) => {
    const [column, second] = join.using_columns;
    const [left] = rewriteTablesIn(join.left, tables);
    const [right] = rewriteTablesIn(join.right, tables);
    if (!column || second || !left || !right) return undefined;
    const condition = comparison(
      'COMPARE_EQUAL',
      columnRef(left.alias, column),
      columnRef(right.alias, column),
    );
    return { ...join, using_columns: [], condition };
  }),
  {
    name: 'join-as-comma',
    async apply(query) {
      const { tree, print } = query;
      if (!isSelect(tree) || !isJoin(tree.from_table)) return [];
      const { from_table: join, where_clause } = tree;
      if (join.join_type !== 'INNER' || !join.condition || joinVisits(query).length === 0) return [];
      const from_table: Join = { ...join, condition: null, ref_type: 'CROSS' };
      return [await print({ ...tree, from_table, where_clause: allOf([join.condition, where_clause]) })];
    },
  },
  {
    name: 'comma-as-join',
    async apply({ tree, print }) {
      if (!isSelect(tree) || !isJoin(tree.from_table) || tree.from_table.ref_type !== 'CROSS') return [];
      const { where_clause: where } = tree;
      const parts = where?.type === 'CONJUNCTION_AND' ? where.children : where ? [where] : [];
      const condition = parts.find(
        (part) => part.type === 'COMPARE_EQUAL' && [part.left, part.right].every(isQualified),
      );
      if (!condition) return [];
      const from_table: Join = { ...tree.from_table, condition, ref_type: 'REGULAR', join_type: 'INNER' };
      const rest = parts.filter((part) => !sameTree(part, condition));
      return [await print({ ...tree, from_table, where_clause: inPairs(rest) })];
    },
  },
  clauseRule('where-in-inner-join', (clauses) => {
    const from = clauses.select.from_table;
    const moves = isJoin(from) && from.join_type === 'INNER' && from.condition;
    return moves && clauses.where
      ? toSelect(clauses, { from: `${clauses.from} AND ${clauses.where}`, where: null })
      : undefined;
  }),
  clauseRule('left-join-as-two-halves', (clauses, { keepsOrder, tables }) => {
    const from = clauses.select.from_table;
    const [left, right] = rewriteTablesIn(from, tables);
    const isSimple = isJoin(from) && from.join_type === 'LEFT' && from.condition;
    const isPlain =
      clauses.groups.length === 0 && !clauses.distinct && clauses.limit === undefined && !clauses.where;
    if (!isSimple || !isPlain || keepsOrder || !left || !right || clauses.having) return undefined;
    const matched = toSelect(clauses, { from: clauses.from.replace('LEFT JOIN', 'INNER JOIN'), order: null });
    const condition = /\bON (.*)$/s.exec(clauses.from)?.[1] ?? '';
    const alone = toSelect(clauses, {
      from: `${left.table.name} AS ${left.alias} LEFT JOIN ${right.table.name} AS ${right.alias} ON false`,
      where: `NOT EXISTS (SELECT 1 FROM ${right.table.name} AS ${right.alias} WHERE ${condition})`,
      order: null,
    });
    return `${matched} UNION ALL ${alone}`;
  }),
];

function isQualified(node: Expression): node is ColumnRef {
  return isColumnRef(node) && node.column_names.length === 2;
}

/** `a AND b AND c` as `(a AND b) AND c`. */
function inPairs(conditions: readonly Expression[]): Expression | null {
  return conditions.reduce<Expression | null>((all, condition) => allOf([all, condition]), null);
}
