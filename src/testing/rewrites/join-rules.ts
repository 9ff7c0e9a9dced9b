import {
  nodeIn,
  nodesIn,
  replaceAt,
  sameTree,
  walk,
  type SyntaxNode,
  type Visit,
} from '#src/syntax/syntax-tree.ts';
import { clauseRule, toSelect } from './clauses.ts';
import { isClass, isType, tablesIn, type Query, type RewriteRule } from './rewrite-rule.ts';

/** A rule on a join: it gives the other node for it. */
function joinRule(
  name: string,
  write: (join: SyntaxNode, query: Query) => SyntaxNode | undefined,
): RewriteRule {
  return {
    name,
    async apply(query) {
      const texts: string[] = [];
      for (const { node, path } of joinsIn(query)) {
        const written = write(node, query);
        if (written) texts.push(await query.print(replaceAt(query.tree, path, written)));
      }
      return texts;
    },
  };
}

/** Joins of queries that show no star: its columns follow the order of the tables. */
function joinsIn({ tree }: Query): Visit[] {
  const visits = [...walk(tree)];
  return visits.some(({ node }) => isClass(node, 'STAR'))
    ? []
    : visits.filter(({ node }) => isType(node, 'JOIN'));
}

const mirrored: Readonly<Record<string, string>> = {
  LEFT: 'RIGHT',
  RIGHT: 'LEFT',
  INNER: 'INNER',
  OUTER: 'OUTER',
};

/** Joins in other words. */
export const joinRules: readonly RewriteRule[] = [
  joinRule('join-sides-swapped', ({ left, right, ...join }) => {
    const type = mirrored[String(join['join_type'])];
    if (join['join_type'] !== 'INNER' || !type) return undefined;
    return { ...join, left: right ?? null, right: left ?? null };
  }),
  joinRule('outer-join-turned-round', ({ left, right, ...join }) => {
    const type = mirrored[String(join['join_type'])];
    if (!type || type === 'INNER') return undefined;
    return { ...join, join_type: type, left: right ?? null, right: left ?? null };
  }),
  joinRule('on-as-using', (join) => {
    const condition = nodeIn(join, 'condition');
    const [a, b] = [namesOf(nodeIn(condition, 'left')), namesOf(nodeIn(condition, 'right'))];
    if (!isType(condition, 'COMPARE_EQUAL') || a.length !== 2 || a[1] !== b[1]) return undefined;
    return { ...join, condition: null, using_columns: [a[1] ?? ''] };
  }),
  joinRule('using-as-on', (join, { tables }) => {
    const [column, second] = (join['using_columns'] ?? []) as string[];
    const [left] = tablesIn(nodeIn(join, 'left'), tables);
    const [right] = tablesIn(nodeIn(join, 'right'), tables);
    if (!column || second || !left || !right) return undefined;
    return { ...join, using_columns: [], condition: equal([left.alias, column], [right.alias, column]) };
  }),
  {
    name: 'join-as-comma',
    async apply(query) {
      const { tree, print } = query;
      const join = nodeIn(tree, 'from_table');
      const condition = nodeIn(join, 'condition');
      if (
        !isType(join, 'JOIN') ||
        join?.['join_type'] !== 'INNER' ||
        !condition ||
        joinsIn(query).length === 0
      )
        return [];
      const from = { ...join, condition: null, ref_type: 'CROSS' };
      const where = nodeIn(tree, 'where_clause');
      return [
        await print({ ...tree, from_table: from, where_clause: where ? both(condition, where) : condition }),
      ];
    },
  },
  {
    name: 'comma-as-join',
    async apply({ tree, print }) {
      const from = nodeIn(tree, 'from_table');
      const where = nodeIn(tree, 'where_clause');
      const parts = isType(where, 'CONJUNCTION_AND') ? nodesIn(where, 'children') : where ? [where] : [];
      const condition = parts.find(
        (part) =>
          isType(part, 'COMPARE_EQUAL') &&
          [part['left'], part['right']].every((side) => isQualified(side as SyntaxNode)),
      );
      if (from?.['ref_type'] !== 'CROSS' || !condition) return [];
      const rest = parts.filter((part) => !sameTree(part, condition));
      const [first, ...others] = rest;
      return [
        await print({
          ...tree,
          from_table: { ...from, condition, ref_type: 'REGULAR', join_type: 'INNER' },
          where_clause: first ? others.reduce(both, first) : null,
        }),
      ];
    },
  },
  clauseRule('where-in-inner-join', (clauses) => {
    const from = nodeIn(clauses.select, 'from_table');
    const moves = isType(from, 'JOIN') && from?.['join_type'] === 'INNER' && nodeIn(from, 'condition');
    return moves && clauses.where
      ? toSelect(clauses, { from: `${clauses.from} AND ${clauses.where}`, where: null })
      : undefined;
  }),
  clauseRule('left-join-as-two-halves', (clauses, { keepsOrder, tables }) => {
    const from = nodeIn(clauses.select, 'from_table');
    const [left, right] = tablesIn(from, tables);
    const isSimple = isType(from, 'JOIN') && from?.['join_type'] === 'LEFT' && nodeIn(from, 'condition');
    const isPlain =
      clauses.groups.length === 0 && !clauses.distinct && clauses.limit === undefined && !clauses.where;
    if (!isSimple || !isPlain || keepsOrder || !left || !right || clauses.select['having']) return undefined;
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

function namesOf(node: SyntaxNode | undefined): string[] {
  return isClass(node, 'COLUMN_REF') ? (node?.['column_names'] as string[]) : [];
}

function isQualified(node: SyntaxNode | undefined): boolean {
  return namesOf(node).length === 2;
}

function toColumn(names: readonly string[]): SyntaxNode {
  return { class: 'COLUMN_REF', type: 'COLUMN_REF', alias: '', query_location: 0, column_names: [...names] };
}

function equal(left: readonly string[], right: readonly string[]): SyntaxNode {
  return {
    class: 'COMPARISON',
    type: 'COMPARE_EQUAL',
    alias: '',
    query_location: 0,
    left: toColumn(left),
    right: toColumn(right),
  };
}

function both(first: SyntaxNode, second: SyntaxNode): SyntaxNode {
  return {
    class: 'CONJUNCTION',
    type: 'CONJUNCTION_AND',
    alias: '',
    query_location: 0,
    children: [first, second],
  };
}
