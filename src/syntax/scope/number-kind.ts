import { sourcesOf, tableNameOf } from './from-clause.ts';
import { columnOf, toInnerScope, type Scope } from './scope.ts';
import { isNull, isSelect, namesOf } from '../node-kinds.ts';
import type { ColumnRef, Expression } from '../syntax-tree.ts';

export type NumberKind = 'whole' | 'fraction';

const ofArgument = new Set(
  'sum min max abs any_value first last arg_max arg_min max_by min_by lag lead first_value last_value round floor ceil nullif mode -'.split(
    ' ',
  ),
);
const ofAllArguments = new Set(['+', '-', '*', '%', '//', 'greatest', 'least']);
const wholeFunctions = new Set(
  'count count_star rank dense_rank row_number ntile length year month day quarter date_part date_diff'.split(
    ' ',
  ),
);
const fractionFunctions = new Set(
  '/ avg mean stddev stddev_samp stddev_pop var_samp var_pop sqrt ln log percent_rank cume_dist'.split(' '),
);

/**
 * Whether an expression is a whole number or one with a fraction, by the types of its columns: DECIMAL and DOUBLE hold
 * fractions. `undefined` when it is no number or the type is not known.
 */
export function numberKindOf(node: Expression | undefined, scope: Scope): NumberKind | undefined {
  if (!node) return undefined;
  const together = (parts: readonly Expression[]) =>
    commonKind(parts.map((part) => numberKindOf(part, scope)));
  switch (node.class) {
    case 'CONSTANT':
      return kindOfType(node.value.type.id);
    case 'CAST':
      return kindOfType(node.cast_type.id);
    case 'COLUMN_REF':
      return kindOfType(columnOf(node, scope)?.column.type) ?? kindInQuery(node, scope);
    case 'CASE':
      return together([
        ...node.case_checks.map(({ then_expr }) => then_expr),
        ...(isNull(node.else_expr) ? [] : [node.else_expr]),
      ]);
    case 'OPERATOR':
      return node.type === 'OPERATOR_COALESCE' ? together(node.children) : undefined;
    case 'FUNCTION':
    case 'WINDOW': {
      const { function_name: name, children } = node;
      if (wholeFunctions.has(name)) return 'whole';
      if (fractionFunctions.has(name)) return 'fraction';
      if (ofAllArguments.has(name) && children.length > 1) return together(children);
      return ofArgument.has(name) ? numberKindOf(children[0], scope) : undefined;
    }
    default:
      return undefined;
  }
}

function commonKind(kinds: readonly (NumberKind | undefined)[]): NumberKind | undefined {
  if (kinds.includes('fraction')) return 'fraction';
  return kinds.length > 0 && kinds.every((kind) => kind === 'whole') ? 'whole' : undefined;
}

function kindOfType(type = ''): NumberKind | undefined {
  if (/^(DECIMAL|DOUBLE|FLOAT|REAL)/i.test(type)) return 'fraction';
  return /^U?(HUGE|BIG|SMALL|TINY)?INT(EGER)?$/i.test(type) ? 'whole' : undefined;
}

/** The kind of a column that a subquery or a CTE of the same FROM gives a name. */
function kindInQuery(node: ColumnRef, scope: Scope): NumberKind | undefined {
  const [name = '', alias] = namesOf(node).reverse();
  const kinds = sourcesOf(scope.select?.from_table, scope)
    .filter((source) => !source.columns && (alias === undefined || source.alias === alias))
    .flatMap(({ node: source }) => {
      const query = source.type === 'SUBQUERY' ? source.subquery.node : scope.ctes.get(tableNameOf(source));
      if (!isSelect(query) || query === scope.select) return [];
      const item = query.select_list.find(
        (item) => (item.alias || (namesOf(item).at(-1) ?? '')).toLowerCase() === name,
      );
      return item ? [numberKindOf(item, toInnerScope(query, scope))] : [];
    });
  return kinds.length === 1 ? kinds[0] : undefined;
}
