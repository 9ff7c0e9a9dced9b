import {
  mutationOperator,
  type Edit,
  type MutationOperator,
  type MutationContext,
} from './mutation-operator.ts';
import { isDateText, isSameOnGrid, shiftDay, toComparedLiteral, type ComparedLiteral } from './date-grid.ts';
import { isLostInTolerance } from './is-lost-in-tolerance.ts';
import { constant, withValue } from '#src/syntax/build-tree.ts';
import {
  constantOf,
  isCall,
  isColumnRef,
  isConstant,
  isFunction,
  isJoin,
  isNull,
  isOperator,
} from '#src/syntax/node-kinds.ts';
import { isNeverNull } from '#src/syntax/scope/is-never-null.ts';
import { numberKindOf } from '#src/syntax/scope/number-kind.ts';
import { columnOf, toColumn, type ColumnShape, type TableShape } from '#src/syntax/scope/scope.ts';
import { areEqual } from '#src/syntax/scope/table-rules.ts';
import type { Case, Constant, Expression, FunctionCall, SyntaxNode } from '#src/syntax/syntax-tree.ts';
import { mapTree, sameTree, type Visit } from '#src/syntax/walk-tree.ts';

/** Slips in the values and columns that a query names. */
export const valueOperators: readonly MutationOperator[] = [
  mutationOperator(
    'number',
    'Look at the numbers in your query: one is close to the number in the task, but not the same.',
    isConstant,
    (node, context, visit) => {
      const value = constantOf(node);
      if (typeof value !== 'number' || !isComparedOrArgument(visit) || isDigits(visit)) return [];
      return [
        // One step in the literal's own last place: 5 → 6, 0.75 → 0.76 (the tree holds decimals as whole numbers).
        ...(isLostInTolerance(toHolder(visit), context.compare) ? [] : [withValue(node, value + 1)]),
        withValue(node, value - 1),
        ...dataNeighbours(node, value, context, visit),
      ];
    },
  ),
  mutationOperator(
    'round-digits',
    'Look at how many digits after the point you round to.',
    isConstant,
    (node, context, visit) => {
      const value = constantOf(node);
      if (typeof value !== 'number' || !isDigits(visit)) return [];
      return [
        ...(isLostInTolerance(toHolder(visit), context.compare) ? [] : [withValue(node, value + 1)]),
        withValue(node, value - 1),
      ];
    },
  ),
  mutationOperator(
    'text-value',
    'Look at the text you compare with: it picks another group of rows.',
    isConstant,
    (node, context, visit) => {
      const value = constantOf(node);
      return typeof value === 'string' && isComparedOrArgument(visit) && !isInCast(visit)
        ? dataNeighbours(node, value, context, visit)
        : [];
    },
  ),
  mutationOperator(
    'date-boundary',
    'Look at the dates in your query: one is a day away from the date in the task.',
    isConstant,
    (node, { scope }, visit) => {
      const date = constantOf(node);
      return isDateText(date) && (isInCast(visit) || isComparedOrArgument(visit))
        ? daysAround(date, toComparedLiteral(visit, scope)).map((day) => withValue(node, day))
        : [];
    },
  ),
  {
    id: 'column',
    sentence: 'Look at the columns you name: one stands where the task asks for another.',
    edits: (visit, context) => columnEdits(visit, context),
  },
  mutationOperator(
    'coalesce',
    'Look at what your query does with missing values before it uses them.',
    isOperator,
    ({ type, children: [first] }, { scope }) =>
      type === 'OPERATOR_COALESCE' && first && !isNeverNull(first, scope) ? [first] : [],
  ),
  mutationOperator(
    'cast',
    'Look at the type of your values: a conversion in the task is missing.',
    (node) => node.class === 'CAST',
    ({ child }) => (isConstant(child) ? [] : [child]),
  ),
  mutationOperator(
    'integer-division',
    'Look at your division: // drops everything after the decimal point.',
    isDivision,
    // On decimals and floats DuckDB's // divides like /, but for NULL in place of infinity: it drops nothing there.
    (node, { scope }) =>
      node.children.some((child) => numberKindOf(child, scope) === 'fraction')
        ? []
        : [{ ...node, function_name: '//' }],
  ),
  mutationOperator(
    'arithmetic',
    'Look at your sum: one of the signs does something else than the task asks.',
    isFunction,
    (node) => {
      const sign = node.is_operator && node.children.length === 2 ? otherSign[node.function_name] : undefined;
      return sign ? [{ ...node, function_name: sign }] : [];
    },
  ),
  mutationOperator(
    'denominator',
    'Look at what you divide by: a share is always of something, and here it is of something else.',
    isDivision,
    (node) => {
      const [top, bottom] = node.children;
      return top && bottom
        ? [{ ...node, children: [bottom, top] }, ...countedInstead(node, top, bottom)]
        : [];
    },
  ),
  mutationOperator(
    'case-branch',
    'Look at the branches of your CASE: one gives the value of another.',
    (node) => node.class === 'CASE',
    (node) => caseSlips(node),
  ),
];

const otherSign: Record<string, string> = { '+': '-', '-': '+', '*': '/' };

function isDivision(node: SyntaxNode): node is FunctionCall {
  return isFunction(node) && node.function_name === '/';
}

/** Whether a literal is that of `DATE '2020-01-01'` or another cast. */
const isInCast = ({ ancestors }: Visit) => ancestors.at(-1)?.class === 'CAST';

/** A literal that says to how many digits a value is rounded. */
function isDigits({ node, ancestors }: Visit): boolean {
  const holder = ancestors.at(-1);
  return (
    holder !== undefined &&
    isCall(holder) &&
    ['round', 'round_even', 'trunc'].includes(holder.function_name) &&
    holder.children[1] === node
  );
}

/** A literal that decides which rows count, or how a value is rounded: not LIMIT, not a place in ORDER BY. */
function isComparedOrArgument({ path, ancestors }: Visit): boolean {
  if (path.includes('modifiers') || path.includes('group_expressions')) return false;
  const holder = ancestors.at(-1);
  switch (holder?.class) {
    case 'BETWEEN':
    case 'CAST':
    case 'COMPARISON':
    case 'OPERATOR':
      return true;
    case 'FUNCTION':
      return !holder.is_operator && holder.function_name !== 'nullif';
    default:
      return false;
  }
}

/** The values of the data around a literal that is compared with a column; a pattern or a separator has none. */
function dataNeighbours(
  node: Constant,
  value: string | number,
  { scope, neighbours }: MutationContext,
  visit: Visit,
): Constant[] {
  if (node.value.type.id === 'DECIMAL') return [];
  const found = toComparedLiteral(visit, scope)?.compared;
  if (!found) return [];
  return neighbours(found.table.name, found.column.name, value)
    .filter((near) => near !== value && typeof near === typeof value)
    .map((near) => withValue(typeof near === 'number' ? toBigint(node) : node, near));
}

/** A neighbour may be too large for the literal's own type. */
function toBigint(node: Constant): Constant {
  return { ...node, value: { ...node.value, type: { id: 'BIGINT', type_info: null } } };
}

/** The days around a date, but for one that the table's rules do not let differ. */
function daysAround(date: string, literal: ComparedLiteral | undefined): string[] {
  return [shiftDay(date, 1), shiftDay(date, -1)].filter(
    (moved) => !literal || !isSameOnGrid(date, moved, literal),
  );
}

/** The visit of the node above. */
function toHolder({ node, path, ancestors }: Visit): Visit {
  return { node: ancestors.at(-1) ?? node, path, ancestors: ancestors.slice(0, -1) };
}

/** A column swapped for one of the same type; a grouping column is swapped wherever its SELECT uses it. */
function columnEdits({ node, path, ancestors }: Visit, { scope }: MutationContext): Edit[] {
  const found = columnOf(node, scope);
  if (!isColumnRef(node) || !found || ancestors.some(isJoin)) return [];
  const others = nearestColumns(found.table, found.column).map(({ name }) => toColumn(node, name));
  const { select } = scope;
  if (!select?.group_expressions.some((key) => sameTree(key, node)))
    return others.map((other) => ({ node: other, path }));
  // Swapped in one place only, a grouping column would no longer be grouped by: such a query does not run.
  const at = path.lastIndexOf('group_expressions');
  if (at < 0) return [];
  return others.map(({ column_names }) => ({
    node: mapTree(select, (place) =>
      isColumnRef(place) && sameTree(place, node) ? { ...place, column_names } : place,
    ),
    path: path.slice(0, at),
  }));
}

function nearestColumns(table: TableShape, column: ColumnShape): ColumnShape[] {
  const { columns } = table;
  const position = columns.indexOf(column);
  return columns
    .filter((other) => other.type === column.type && other !== column)
    .filter(({ name }) => !areEqual(table, name, column.name))
    .sort((a, b) => Math.abs(columns.indexOf(a) - position) - Math.abs(columns.indexOf(b) - position))
    .slice(0, 2);
}

/** Dividing by a count of other rows: count(*) for count(column) and the reverse. */
function countedInstead(node: FunctionCall, top: Expression, bottom: Expression): FunctionCall[] {
  if (!isCall(bottom) || bottom.function_name !== 'sum') return [];
  return [{ ...node, children: [top, { ...bottom, function_name: 'count_star', children: [] }] }];
}

function caseSlips(node: Case): Case[] {
  const { case_checks: checks, else_expr: otherwise } = node;
  const values = checks.map(({ then_expr }) => then_expr);
  const hasElse = !isNull(otherwise);
  // Each branch takes its neighbour's value; the last one's neighbour is ELSE.
  const neighbours = [...values.slice(1), ...(hasElse ? [otherwise] : [])];
  const swapped = neighbours.map((neighbour, index) => {
    const own = values[index] ?? otherwise;
    return {
      ...node,
      case_checks: checks.map((check, at) => {
        if (at === index) return { ...check, then_expr: neighbour };
        return at === index + 1 ? { ...check, then_expr: own } : check;
      }),
      else_expr: index === values.length - 1 ? own : otherwise,
    };
  });
  return hasElse ? [...swapped, { ...node, else_expr: constant(null) }] : swapped;
}
