import {
  innerJoinsIn,
  joinsIn,
  sourcesOf,
  tableNameOf,
  toColumnKey,
  toConjuncts,
  usingColumnsOf,
  type ColumnKey,
  type Side,
  type Source,
} from './from-clause.ts';
import { toQuerySource } from './query-source.ts';
import { columnOf, hasGroupingSets, isGrouped, type Scope } from './scope.ts';
import { allOf } from '../build-tree.ts';
import { constantOf, isCall, isColumnRef, namesOf } from '../node-kinds.ts';
import type { Expression, Join, TableRef } from '../syntax-tree.ts';
import { sameTree, walk } from '../walk-tree.ts';

/** A functional dependency: the first column is determined once all the others are. */
interface Equation {
  readonly target: ColumnKey;
  readonly from: readonly ColumnKey[];
}

/**
 * The columns that are functionally determined by the columns given: two rows of FROM and WHERE that agree on those agree
 * on these too. They are those that the conditions fix or tie to them, and all columns of a table whose key is among them.
 */
export function determinedColumns(given: readonly ColumnKey[], scope: Scope): Set<ColumnKey> {
  const from = scope.select?.from_table;
  const determined = new Set(given);
  const keys = keysOf(scope);
  const equations = [
    ...toConjuncts(scope.select?.where_clause).flatMap((part) => toEquations(part, scope)),
    ...innerJoinsIn(from).flatMap((join) => joinEquations(join, scope)),
    ...joinsIn(from).flatMap((join) => mergedEquations(join, scope)),
  ];
  // What a LEFT JOIN ties holds for the partners of one and the same row, so that row must be determined first.
  const leftJoins = joinsIn(from).filter((join) => join.join_type === 'LEFT');
  const isDetermined = (columns: readonly ColumnKey[]) => columns.every((column) => determined.has(column));
  for (let before = -1; before < determined.size;) {
    before = determined.size;
    const partners = leftJoins
      .filter(({ left }) =>
        sourcesOf(left, scope).every(({ alias }) => isDeterminedSource(alias, keys, isDetermined)),
      )
      .flatMap((join) => joinEquations(join, scope));
    for (const { target, from } of [...equations, ...partners])
      if (isDetermined(from)) determined.add(target);
    for (const { alias, columns, key } of keys)
      if (key && isDetermined(key)) for (const name of columns ?? []) determined.add(`${alias}.${name}`);
  }
  return determined;
}

/** Whether no two rows of FROM and WHERE agree on all the columns given. */
export function determinesRows(given: readonly ColumnKey[], scope: Scope): boolean {
  const keys = keysOf(scope);
  const determined = determinedColumns(given, scope);
  return keys.length > 0 && keys.every(({ key }) => key?.every((column) => determined.has(column)));
}

/** Whether two rows that a SELECT gives, before DISTINCT and LIMIT, always differ in the expressions. */
export function determinesResult(expressions: readonly Expression[], scope: Scope): boolean {
  // unnest() makes several rows of one.
  const items = (scope.select?.select_list ?? []).flatMap((item) => [...walk(item)]);
  if (items.some(({ node }) => isCall(node) && node.function_name === 'unnest')) return false;
  const given = expressions.flatMap((item) => shownKeys(item, scope));
  const isGroupedByAll = scope.select?.aggregate_handling === 'FORCE_AGGREGATES';
  if (!isGrouped(scope.select)) return !isGroupedByAll && determinesRows(given, scope);
  // Of GROUP BY ALL the tree does not list the keys, and rows of subtotals may equal a group.
  if (isGroupedByAll || hasGroupingSets(scope.select)) return false;
  const determined = determinedColumns(given, scope);
  return (scope.select?.group_expressions ?? []).every((group) => {
    const key = toColumnKey(group, scope);
    return (
      (key !== undefined && determined.has(key)) ||
      expressions.some((item) => sameTree(item, group) || isNamedAs(item, group))
    );
  });
}

/** The scope of the rows that QUALIFY keeps: what it says holds for the result, but not yet for windows and groups. */
export function afterQualify(scope: Scope): Scope {
  const { select } = scope;
  if (!select) return scope;
  return { ...scope, select: { ...select, where_clause: allOf([select.where_clause, select.qualify]) } };
}

function isNamedAs(item: Expression, group: Expression): boolean {
  const [name, ...more] = namesOf(group).reverse();
  return more.length === 0 && name !== undefined && item.alias.toLowerCase() === name;
}

/** The columns that an item of a SELECT list shows as they are. */
function shownKeys(item: Expression, scope: Scope): ColumnKey[] {
  if (item.class !== 'STAR') return [toColumnKey(item, scope)].filter((key) => key !== undefined);
  const { exclude_list, qualified_exclude_list, replace_list } = item;
  if ([exclude_list, qualified_exclude_list, replace_list].some((list) => list.length > 0)) return [];
  if (item.columns || item.expr) return [];
  const relation = item.relation_name.toLowerCase();
  return keysOf(scope)
    .filter(({ alias }) => relation === '' || alias === relation)
    .flatMap(({ alias, columns }) => (columns ?? []).map((name) => `${alias}.${name}`));
}

interface Keyed extends Pick<Source, 'alias' | 'columns'> {
  readonly key: readonly ColumnKey[] | undefined;
}

function isDeterminedSource(
  alias: string,
  keys: readonly Keyed[],
  isDetermined: (columns: readonly ColumnKey[]) => boolean,
): boolean {
  const key = keys.find((source) => source.alias === alias)?.key;
  return key !== undefined && isDetermined(key);
}

function keysOf(scope: Scope): Keyed[] {
  return sourcesOf(scope.select?.from_table, scope).map((source) => {
    const found = source.columns ? tableKey(source, scope) : queryKey(source.node, scope);
    return {
      alias: source.alias,
      columns: source.columns ?? found?.columns,
      key: found?.key.map((name) => `${source.alias}.${name}`),
    };
  });
}

interface NamedKey {
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

function tableKey({ node, columns = [] }: Source, { known }: Scope): NamedKey | undefined {
  const name = tableNameOf(node);
  const key = known.find((table) => table.name.toLowerCase() === name)?.primaryKey ?? [];
  return key.length > 0 ? { columns, key: key.map((column) => column.toLowerCase()) } : undefined;
}

/** The columns of a subquery or a CTE whose rows all differ, by their names outside. */
function queryKey(node: Source['node'], scope: Scope): NamedKey | undefined {
  const query = toQuerySource(node, scope);
  if (!query) return undefined;
  const items = query.select.select_list;
  const names = items.map((item) => item.alias || (namesOf(item).at(-1) ?? ''));
  if (names.includes('')) return undefined;
  const columns = names.map((name) => name.toLowerCase());
  const isDistinct = query.select.modifiers.some(
    (modifier) => modifier.type === 'DISTINCT_MODIFIER' && modifier.distinct_on_targets.length === 0,
  );
  return isDistinct || determinesResult(items, query.scope) ? { columns, key: columns } : undefined;
}

/** What a condition that holds for every row says of its columns. */
function toEquations(condition: Expression, scope: Scope): Equation[] {
  const fixed = (node: Expression | undefined): Equation[] => {
    const target = node && toColumnKey(node, scope);
    return target === undefined ? [] : [{ target, from: [] }];
  };
  switch (condition.type) {
    case 'COLUMN_REF':
      return columnOf(condition, scope)?.column.type === 'BOOLEAN' ? fixed(condition) : [];
    case 'OPERATOR_NOT': {
      const [first] = condition.children;
      return first && columnOf(first, scope)?.column.type === 'BOOLEAN' ? fixed(first) : [];
    }
    case 'OPERATOR_IS_NULL':
      return fixed(condition.children[0]);
    case 'COMPARE_EQUAL': {
      const { left, right } = condition;
      return [...toEquation(left, right, scope), ...toEquation(right, left, scope)];
    }
    default:
      return [];
  }
}

/** What a value cannot be told of from the columns in it. */
const untold: readonly Expression['class'][] = ['SUBQUERY', 'WINDOW', 'LAMBDA', 'PARAMETER'];
const differentEachTime = ['random', 'uuid', 'gen_random_uuid', 'nextval'];

function toEquation(column: Expression, value: Expression, scope: Scope): Equation[] {
  const target = toColumnKey(column, scope);
  if (target === undefined) return [];
  // Text that is compared with a number or a date is read as one, and '1' and '01' are the same number.
  if (columnOf(column, scope)?.column.type === 'VARCHAR' && !isTextValue(value, scope)) return [];
  const from: ColumnKey[] = [];
  for (const { node } of walk(value)) {
    if (node.class && untold.includes(node.class)) return [];
    if (isCall(node) && differentEachTime.includes(node.function_name)) return [];
    if (!isColumnRef(node)) continue;
    const key = toColumnKey(node, scope);
    if (key === undefined) return [];
    from.push(key);
  }
  return [{ target, from }];
}

function isTextValue(value: Expression, scope: Scope): boolean {
  if (isColumnRef(value)) return columnOf(value, scope)?.column.type === 'VARCHAR';
  return typeof constantOf(value) === 'string';
}

/** What the condition or USING of a join ties for rows that found a partner. */
function joinEquations(join: Join, scope: Scope): Equation[] {
  const using = usingColumnsOf(join).flatMap((name) => tie(join, ['left', 'right'], name, scope));
  return [...toConjuncts(join.condition).flatMap((part) => toEquations(part, scope)), ...using];
}

/** A merged column is that of the left side, unless rows without a partner may come from the right. */
function mergedEquations(join: Join, scope: Scope): Equation[] {
  if (!['INNER', 'LEFT'].includes(join.join_type)) return [];
  return usingColumnsOf(join).flatMap((name) => tie(join, ['left'], name, scope));
}

function tie(join: Join, sides: readonly Side[], name: string, scope: Scope): Equation[] {
  const merged = `using.${name}`;
  const merges = (from: TableRef) => joinsIn(from).some((inner) => usingColumnsOf(inner).includes(name));
  // Two merged columns of one name may stand side by side: then the name alone does not tell them apart.
  if (joinsIn(scope.select?.from_table).some(({ right }) => merges(right))) return [];
  return sides
    .filter((side) => !merges(join[side]))
    .flatMap((side) => sourcesOf(join[side], scope))
    .filter(({ columns }) => columns?.includes(name))
    .flatMap(({ alias }) => [
      { target: merged, from: [`${alias}.${name}`] },
      { target: `${alias}.${name}`, from: [merged] },
    ]);
}
