import {
  nullSupplyingAliases,
  nullSupplyingSides,
  sourcesOf,
  toColumnKey,
  toConjuncts,
  usingColumnsOf,
  type ColumnKey,
  type Side,
} from './from-clause.ts';
import { nullRejectedColumns } from './null-rejected-columns.ts';
import { holdsEveryValue, originOf, type ColumnOrigin } from './query-source.ts';
import type { Scope } from './scope.ts';
import { isJoin } from '../node-kinds.ts';
import type { Join, JoinType, SyntaxNode } from '../syntax-tree.ts';
import type { Visit } from '../walk-tree.ts';

/**
 * Whether a join keeps the same rows under another type on every lawful database: a condition throws away the rows
 * without a partner that one of the two types adds, or a foreign key says that there are none.
 */
export function isSameJoin({ node, ancestors }: Visit<Join>, joinType: JoinType, scope: Scope): boolean {
  const before = nullSupplyingSides(node);
  const after = nullSupplyingSides({ ...node, join_type: joinType });
  const changed = (['left', 'right'] as const).filter(
    (side) => before.includes(side) !== after.includes(side),
  );
  const nullRejected = nullRejectedAbove(node, ancestors, scope);
  return changed.every((side) => {
    const aliases = sourcesOf(node[side], scope).map(({ alias }) => alias);
    const isNullRejected = aliases.some((alias) => nullRejected.has(alias));
    return isNullRejected || alwaysFindsPartner(node, side, scope);
  });
}

const keyAlias = (key: ColumnKey) => key.split('.')[0] ?? '';

/** The aliases of sources that WHERE, or a join further out, does not let through when all their columns are gaps. */
function nullRejectedAbove(node: Join, ancestors: readonly SyntaxNode[], scope: Scope): Set<string> {
  const nullRejected = nullRejectedColumns(scope.select?.where_clause, scope, keyAlias);
  const above = ancestors.slice(ancestors.lastIndexOf(scope.select ?? node) + 1);
  for (const [index, join] of above.entries()) {
    if (!isJoin(join) || join.ref_type !== 'REGULAR') continue;
    const side: Side = join.left === (above[index + 1] ?? node) ? 'left' : 'right';
    const dropsUnmatched = join.join_type === 'INNER' || nullSupplyingSides(join).join() === side;
    if (!dropsUnmatched) continue;
    for (const alias of nullRejectedColumns(join.condition, scope, keyAlias)) nullRejected.add(alias);
    for (const name of usingColumnsOf(join)) {
      const holders = sourcesOf(join[side], scope).filter(
        ({ columns }) => !columns || columns.includes(name),
      );
      if (holders.length === 1 && holders[0]) nullRejected.add(holders[0].alias);
    }
  }
  return nullRejected;
}

/**
 * Whether each row of the other side has a partner here: it refers to the table here by a foreign key without gaps, or both
 * read one table. Either side may be a query that shows the columns as they are; here it must leave out none of their values.
 */
function alwaysFindsPartner(join: Join, side: Side, scope: Scope): boolean {
  const other = join[side === 'left' ? 'right' : 'left'];
  const here = join[side];
  if (here.type === 'JOIN' || join.ref_type !== 'REGULAR' || !holdsEveryValue(here, scope)) return false;
  const [target] = sourcesOf(here, scope);
  const nullSupplying = nullSupplyingAliases(other, scope);
  const sources = sourcesOf(other, scope);
  return sources.some((source) => {
    const pairs = target && pairsOf(join, [source.alias, target.alias], sources.length === 1, scope);
    if (!pairs || pairs.length === 0 || nullSupplying.includes(source.alias)) return false;
    const origins = pairs.map(([from, to]): [ColumnOrigin | undefined, ColumnOrigin | undefined] => [
      originOf(source, from, scope),
      originOf(target, to, scope),
    ]);
    return refersBy(origins);
  });
}

/** The columns that ON or USING ties, when it says nothing else: of the first alias and of the second. */
function pairsOf(
  join: Join,
  [from, to]: readonly [string, string],
  isAlone: boolean,
  scope: Scope,
): [string, string][] | undefined {
  const using = usingColumnsOf(join);
  if (using.length > 0) return isAlone ? using.map((name) => [name, name]) : undefined;
  const pairs = toConjuncts(join.condition).map((part): [string, string] | undefined => {
    if (part.type !== 'COMPARE_EQUAL') return undefined;
    const sides = [part.left, part.right].map((side) => toColumnKey(side, scope));
    const nameIn = (alias: string) =>
      sides.find((key) => key?.startsWith(`${alias}.`))?.slice(alias.length + 1);
    const [first, second] = [nameIn(from), nameIn(to)];
    return first !== undefined && second !== undefined ? [first, second] : undefined;
  });
  return pairs.includes(undefined) ? undefined : pairs.filter((pair) => pair !== undefined);
}

/** Whether the first columns of the pairs hold no row of values that the second ones do not hold as well. */
function refersBy(
  pairs: readonly (readonly [ColumnOrigin | undefined, ColumnOrigin | undefined])[],
): boolean {
  const [[from, to] = []] = pairs;
  if (!from || !to) return false;
  const isTogether = pairs.every(
    ([first, second]) => first?.place === from.place && second?.place === to.place,
  );
  const isFilled = (name: string) =>
    from.table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase() && !column.nullable);
  if (!isTogether) return false;
  if (from.table === to.table && pairs.every(([first, second]) => first?.name === second?.name))
    return pairs.every(([first]) => isFilled(first?.name ?? ''));
  return (from.table.foreignKeys ?? []).some(
    ({ columns, references }) =>
      references.table.toLowerCase() === to.table.name.toLowerCase() &&
      columns.every(isFilled) &&
      pairs.every(([first, second]) =>
        columns.some(
          (name, index) =>
            name.toLowerCase() === first?.name && references.columns[index]?.toLowerCase() === second?.name,
        ),
      ),
  );
}
