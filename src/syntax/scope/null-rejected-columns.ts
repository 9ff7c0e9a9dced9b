import { innerJoinsIn, toColumnKey, toConjuncts, type ColumnKey } from './from-clause.ts';
import type { Scope } from './scope.ts';
import { filledTogether } from './table-rules.ts';
import { childrenOf } from '../node-kinds.ts';
import type { Expression } from '../syntax-tree.ts';

/** Functions and operators that give NULL as soon as one of their arguments is. */
const strictFunctions = new Set(
  (
    '+ - * / // % || ~~ !~~ ~~* !~~* abs round floor ceil trunc lower upper trim ltrim rtrim length left right ' +
    'substring substr replace split_part regexp_matches regexp_extract contains starts_with ends_with prefix suffix ' +
    'year month day quarter week date_part date_trunc date_diff strftime last_day'
  ).split(' '),
);

/** The columns on which WHERE and the inner joins of the scope's SELECT are null-rejecting: no row they keep has a gap there. */
export function nullRejectedInRows(scope: Scope): Set<ColumnKey> {
  const conditions = [
    scope.select?.where_clause,
    ...innerJoinsIn(scope.select?.from_table).map(({ condition }) => condition),
  ];
  return withImplied(union(conditions.map((condition) => nullRejectedColumns(condition, scope))), scope);
}

/** The same columns, and those that a rule of their table fills wherever they are filled. */
export function withImplied(filled: ReadonlySet<ColumnKey>, scope: Scope): Set<ColumnKey> {
  const all = new Set(filled);
  const implications = scope.tables.flatMap(({ alias, table }) =>
    filledTogether(table).map((pair) => pair.map((name) => `${alias.toLowerCase()}.${name}`)),
  );
  for (let before = -1; before < all.size;) {
    before = all.size;
    for (const [from = '', to = ''] of implications) if (all.has(from)) all.add(to);
  }
  return all;
}

/**
 * The columns on which a condition is null-rejecting: it is never true of a row that has a gap there.
 *
 * @param toName what to call a column: under the name of its table, all columns of one table are gaps together
 */
export function nullRejectedColumns(
  condition: Expression | undefined | null,
  scope: Scope,
  toName: (key: ColumnKey) => string = (key) => key,
): Set<string> {
  if (!condition) return new Set();
  const [first] = childrenOf(condition);
  switch (condition.type) {
    case 'CONJUNCTION_AND':
      return union(toConjuncts(condition).map((part) => nullRejectedColumns(part, scope, toName)));
    case 'CONJUNCTION_OR':
      return intersection(condition.children.map((part) => nullRejectedColumns(part, scope, toName)));
    case 'OPERATOR_IS_NOT_NULL':
      return nullColumns(first, scope, toName);
    case 'OPERATOR_NOT':
      return nullColumns(first?.type === 'OPERATOR_IS_NULL' ? first.children[0] : first, scope, toName);
    case 'SUBQUERY':
      // NOT IN is true of a gap when the subquery is empty, so only IN itself counts.
      return condition.subquery_type === 'ANY' ? nullColumns(condition.child, scope, toName) : new Set();
    default:
      return nullColumns(condition, scope, toName);
  }
}

/** The columns whose gaps make an expression NULL. */
function nullColumns(
  node: Expression | undefined | null,
  scope: Scope,
  toName: (key: ColumnKey) => string,
): Set<string> {
  if (!node) return new Set();
  const of = (...nodes: (Expression | undefined)[]) =>
    union(nodes.map((part) => nullColumns(part, scope, toName)));
  switch (node.class) {
    case 'COLUMN_REF': {
      const key = toColumnKey(node, scope);
      return new Set(key === undefined ? [] : [toName(key)]);
    }
    case 'CAST':
      return of(node.child);
    case 'COMPARISON':
      return node.type.includes('DISTINCT') ? new Set() : of(node.left, node.right);
    case 'BETWEEN':
      return of(node.input);
    case 'OPERATOR':
      return ['OPERATOR_NOT', 'COMPARE_IN', 'COMPARE_NOT_IN'].includes(node.type)
        ? of(node.children[0])
        : new Set();
    case 'FUNCTION':
      return strictFunctions.has(node.function_name) ? of(...node.children) : new Set();
    default:
      return new Set();
  }
}

function union<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

function intersection<T>(sets: readonly ReadonlySet<T>[]): Set<T> {
  const [first = new Set<T>(), ...others] = sets;
  return new Set([...first].filter((item) => others.every((other) => other.has(item))));
}
