import { mutationOperator, type MutationOperator, type MutationContext } from './mutation-operator.ts';
import { isDateText, isSameOnGrid, shiftDay, toComparedLiteral, type ComparedLiteral } from './date-grid.ts';
import { isLostInTolerance } from './is-lost-in-tolerance.ts';
import { isNeverNull } from '#src/syntax/scope/is-never-null.ts';
import { numberKind } from '#src/syntax/scope/number-kind.ts';
import { columnOf, toColumn, type ColumnShape, type TableShape } from '#src/syntax/scope/scope.ts';
import { areEqual } from '#src/syntax/scope/table-rules.ts';
import { nodeIn, nodesIn, sameTree, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

/** Slips in the values and columns that a query names. */
export const valueOperators: readonly MutationOperator[] = [
  mutationOperator(
    'number',
    'Look at the numbers in your query: one is close to the number in the task, but not the same.',
    (node, visit) => isNumber(node) && isComparedOrArgument(visit),
    (node, context, visit) => [
      ...(isLostInTolerance(toHolder(visit), context.compare) ? [] : stepNumber(node, 1)),
      ...stepNumber(node, -1),
      ...dataNeighbours(node, context, visit),
    ],
  ),
  mutationOperator(
    'text-value',
    'Look at the text you compare with: it picks another group of rows.',
    (node, visit) => isText(node) && isComparedOrArgument(visit) && !isDate(visit),
    (node, context, visit) => dataNeighbours(node, context, visit),
  ),
  mutationOperator(
    'date-boundary',
    'Look at the dates in your query: one is a day away from the date in the task.',
    (node, visit) =>
      isText(node) && isDateText(valueOf(node)) && (isDate(visit) || isComparedOrArgument(visit)),
    (node, { scope }, visit) => dayEdits(node, toComparedLiteral(visit, scope)),
  ),
  {
    id: 'column',
    sentence: 'Look at the columns you use: one of them measures something else.',
    edits: (visit, context) => columnEdits(visit, context),
  },
  mutationOperator(
    'coalesce',
    'Look at what your query does with missing values before it uses them.',
    (node) => node['type'] === 'OPERATOR_COALESCE',
    (node, { scope }) =>
      nodesIn(node, 'children')
        .slice(0, 1)
        .filter((first) => !isNeverNull(first, scope)),
  ),
  mutationOperator(
    'cast',
    'Look at the type of your values: a conversion in the task is missing.',
    (node) => node['class'] === 'CAST' && nodeIn(node, 'child')?.['class'] !== 'CONSTANT',
    (node) => [nodeIn(node, 'child')].filter((child) => child !== undefined),
  ),
  mutationOperator(
    'integer-division',
    'Look at your division: // drops everything after the decimal point.',
    // On decimals and floats DuckDB's // divides like /, but for NULL in place of infinity: it drops nothing there.
    (node) => isOperator(node, '/'),
    (node, { scope }) =>
      nodesIn(node, 'children').some((child) => numberKind(child, scope) === 'fraction')
        ? []
        : [{ ...node, function_name: '//' }],
  ),
  mutationOperator(
    'arithmetic',
    'Look at your sum: one of the signs does something else than the task asks.',
    (node) =>
      node['is_operator'] === true &&
      String(node['function_name']) in otherSign &&
      nodesIn(node, 'children').length === 2,
    (node) => [{ ...node, function_name: otherSign[String(node['function_name'])] ?? '' }],
  ),
  mutationOperator(
    'denominator',
    'Look at what you divide by: a share is always of something, and here it is of something else.',
    (node) => isOperator(node, '/'),
    (node) => {
      const [top, bottom] = nodesIn(node, 'children');
      return top && bottom
        ? [{ ...node, children: [bottom, top] }, ...countedInstead(node, top, bottom)]
        : [];
    },
  ),
  mutationOperator(
    'case-branch',
    'Look at the branches of your CASE: one gives the value of another.',
    (node) => node['class'] === 'CASE',
    (node) => caseSlips(node),
  ),
];

const otherSign: Record<string, string> = { '+': '-', '-': '+', '*': '/' };

const isOperator = (node: SyntaxNode, name: string) =>
  node['class'] === 'FUNCTION' && node['function_name'] === name;
const valueOf = (node: SyntaxNode) => nodeIn(node, 'value')?.['value'];
const isConstant = (node: SyntaxNode) =>
  node['class'] === 'CONSTANT' && nodeIn(node, 'value')?.['is_null'] !== true;
const isNumber = (node: SyntaxNode) => isConstant(node) && typeof valueOf(node) === 'number';
const isText = (node: SyntaxNode) => isConstant(node) && typeof valueOf(node) === 'string';
const isDate = ({ ancestors }: Visit) => ancestors.at(-1)?.['class'] === 'CAST';

/** A literal that decides which rows count, or how a value is rounded: not LIMIT, not a place in ORDER BY. */
function isComparedOrArgument({ path, ancestors }: Visit): boolean {
  if (path.includes('modifiers') || path.includes('group_expressions')) return false;
  const holder = ancestors.at(-1);
  if (!holder) return false;
  if (['COMPARISON', 'BETWEEN', 'OPERATOR', 'CAST'].includes(String(holder['class']))) return true;
  const functionName = String(holder['function_name'] ?? '');
  return holder['class'] === 'FUNCTION' && holder['is_operator'] !== true && functionName !== 'nullif';
}

function withValue(node: SyntaxNode, value: string | number): SyntaxNode {
  return { ...node, value: { ...nodeIn(node, 'value'), value } };
}

/** One step in the literal's own last place: 5 → 6, 0.75 → 0.76 (the tree holds decimals as whole numbers). */
function stepNumber(node: SyntaxNode, step: number): SyntaxNode[] {
  return [withValue(node, Number(valueOf(node)) + step)];
}

/** The values of the data around a literal that is compared with a column; a pattern or a separator has none. */
function dataNeighbours(
  node: SyntaxNode,
  { scope, neighbours }: MutationContext,
  visit: Visit,
): SyntaxNode[] {
  if (nodeIn(nodeIn(node, 'value'), 'type')?.['id'] === 'DECIMAL') return [];
  const found = toComparedLiteral(visit, scope)?.compared;
  if (!found) return [];
  const value = valueOf(node) as string | number;
  return neighbours(found.table.name, found.column.name, value)
    .filter((near) => near !== value && typeof near === typeof value)
    .map((near) => (typeof near === 'number' ? numberConstant(node, near) : withValue(node, near)));
}

/** The days around a date, but for one that the table's rules do not let differ. */
function dayEdits(node: SyntaxNode, literal: ComparedLiteral | undefined): SyntaxNode[] {
  const date = String(valueOf(node));
  return [shiftDay(date, 1), shiftDay(date, -1)]
    .filter((moved) => !literal || !isSameOnGrid(date, moved, literal))
    .map((moved) => withValue(node, moved));
}

/** The visit of the node above. */
function toHolder({ node, path, ancestors }: Visit): Visit {
  return { node: ancestors.at(-1) ?? node, path, ancestors: ancestors.slice(0, -1) };
}

/** A neighbour may be too large for the literal's own type. */
function numberConstant(node: SyntaxNode, value: number): SyntaxNode {
  return { ...node, value: { ...nodeIn(node, 'value'), type: { id: 'BIGINT', type_info: null }, value } };
}

/** A column swapped for one of the same type; a grouping column is swapped wherever its SELECT uses it. */
function columnEdits({ node, path, ancestors }: Visit, { scope }: MutationContext) {
  const found = columnOf(node, scope);
  if (!found || ancestors.some(({ type }) => type === 'JOIN')) return [];
  const others = nearestColumns(found.table, found.column).map(({ name }) => toColumn(node, name));
  const { select } = scope;
  const isGroupKey = nodesIn(select, 'group_expressions').some((key) => sameTree(key, node));
  if (!isGroupKey) return others.map((value) => ({ value, path }));
  // Swapped in one place only, a grouping column would no longer be grouped by: such a query does not run.
  if (!select || !path.includes('group_expressions')) return [];
  const selectPath = path.slice(0, path.lastIndexOf('group_expressions'));
  return others.map((value) => ({ value: replaceEverywhere(select, node, value), path: selectPath }));
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

function replaceEverywhere(select: SyntaxNode, from: SyntaxNode, to: SyntaxNode): SyntaxNode {
  const copy = structuredClone(select);
  for (const { node } of walk(copy)) {
    if (sameTree(node, from)) node['column_names'] = to['column_names'] ?? null;
  }
  return copy;
}

/** Dividing by a count of other rows: count(*) for count(column) and the reverse. */
function countedInstead(node: SyntaxNode, top: SyntaxNode, bottom: SyntaxNode): SyntaxNode[] {
  if (bottom['function_name'] !== 'sum') return [];
  return [{ ...node, children: [top, { ...bottom, function_name: 'count_star', children: [] }] }];
}

function caseSlips(node: SyntaxNode): SyntaxNode[] {
  const checks = nodesIn(node, 'case_checks');
  const values = checks.map((check) => nodeIn(check, 'then_expr') ?? null);
  const otherwise = nodeIn(node, 'else_expr') ?? null;
  const hasElse = nodeIn(nodeIn(node, 'else_expr'), 'value')?.['is_null'] !== true;
  // Each branch takes its neighbour's value; the last one's neighbour is ELSE.
  const neighbours = [...values.slice(1), ...(hasElse ? [otherwise] : [])];
  const swapped = neighbours.map((neighbour, index) => ({
    ...node,
    case_checks: checks.map((check, at) => {
      if (at === index) return { ...check, then_expr: neighbour };
      return at === index + 1 ? { ...check, then_expr: values[index] ?? null } : check;
    }),
    else_expr: index === values.length - 1 ? (values[index] ?? null) : otherwise,
  }));
  const missing: SyntaxNode = {
    class: 'CONSTANT',
    type: 'VALUE_CONSTANT',
    alias: '',
    query_location: 0,
    value: { type: { id: 'NULL', type_info: null }, is_null: true },
  };
  return hasElse ? [...swapped, { ...node, else_expr: missing }] : swapped;
}
