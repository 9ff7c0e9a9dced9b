import { mutationOperator, type Edit, type MutationOperator } from './mutation-operator.ts';
import { isDateText, isOffGrid, toComparedLiteral } from './date-grid.ts';
import { allOf, comparison, conjunction, constant, notOf, withValue } from '#src/syntax/build-tree.ts';
import {
  childrenOf,
  comparesColumns,
  constantOf,
  filterOf,
  isComparison,
  isConstant,
  isFunction,
  isOperator,
  isSelect,
  isWindow,
} from '#src/syntax/node-kinds.ts';
import { toColumnKey } from '#src/syntax/scope/from-clause.ts';
import { isSettledNullTest } from '#src/syntax/scope/is-never-null.ts';
import { nullRejectedColumns, withImplied } from '#src/syntax/scope/null-rejected-columns.ts';
import { isAggregate, type Scope } from '#src/syntax/scope/scope.ts';
import type {
  Between,
  Comparison,
  ComparisonType,
  Conjunction,
  Expression,
  FunctionCall,
  Operator,
  SubqueryExpression,
  SyntaxNode,
} from '#src/syntax/syntax-tree.ts';
import { mapParts, type Visit } from '#src/syntax/walk-tree.ts';

type OtherComparisons = Partial<Record<ComparisonType, ComparisonType>>;

const boundaries: OtherComparisons = {
  COMPARE_GREATERTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_LESSTHAN',
};

const directions: OtherComparisons = {
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHAN',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHANOREQUALTO',
};

const complements: OtherComparisons = {
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHAN',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_EQUAL: 'COMPARE_NOTEQUAL',
  COMPARE_NOTEQUAL: 'COMPARE_EQUAL',
};

/** Slips in WHERE, HAVING, ON and CASE conditions. */
export const conditionOperators: readonly MutationOperator[] = [
  mutationOperator(
    'boundary',
    'Look at the edge of your condition. Should a row that is exactly on the limit count?',
    isComparison,
    (node, { scope }) => (isAtImpossibleDay(node, scope) ? [] : withOther(node, boundaries)),
  ),
  mutationOperator(
    'comparison',
    'Look at which way your comparison points: it keeps the opposite rows.',
    isComparison,
    (node) => withOther(node, directions),
  ),
  mutationOperator(
    'and-or',
    'Look at how your conditions are joined. Must all of them hold, or is one enough?',
    (node) => node.class === 'CONJUNCTION',
    (node) => [{ ...node, type: node.type === 'CONJUNCTION_AND' ? 'CONJUNCTION_OR' : 'CONJUNCTION_AND' }],
  ),
  {
    id: 'dropped-condition',
    sentence: 'One of the conditions in the task is not in your query yet.',
    edits: (visit, { scope }) => dropConditions(visit, scope),
  },
  mutationOperator(
    'negated',
    'One of your conditions keeps exactly the rows it should leave out.',
    canBeNegated,
    (node) => [toNegated(node)],
  ),
  mutationOperator(
    'null-test',
    'Look at how you treat missing values. IS NULL and IS NOT NULL keep opposite rows, and = NULL keeps none.',
    isOperator,
    (node) => nullTestSlips(node),
  ),
  mutationOperator(
    'between-end',
    'Look at the ends of your range. BETWEEN keeps both of them.',
    (node) => node.class === 'BETWEEN',
    (node) => betweenWithoutEnds(node),
  ),
  mutationOperator('in-list', 'Look at the list of values you keep: one is missing.', isOperator, (node) => {
    const [input, ...items] = node.children;
    if (node.type !== 'COMPARE_IN' || !input || items.length < 2) return [];
    return items.map((_, index) => ({
      ...node,
      children: [input, ...items.filter((_, other) => other !== index)],
    }));
  }),
  {
    id: 'having',
    sentence:
      'Look at the condition on whole groups: HAVING looks at a group after it is counted, WHERE at each row before.',
    edits: (visit) => havingEdits(visit),
  },
  mutationOperator(
    'text-match',
    'Look at the pattern you match text with, and at capital letters.',
    isTextMatch,
    (node) => textMatchSlips(node),
  ),
];

function withOther(node: Comparison, others: OtherComparisons): Comparison[] {
  const type = others[node.type];
  return type ? [{ ...node, type }] : [];
}

/** No row can be exactly on a limit that the table's rules keep out of the column. */
function isAtImpossibleDay(node: Comparison, scope: Scope): boolean {
  return [node.left, node.right].some((side) => {
    const cast = side.class === 'CAST' ? side : undefined;
    const literal = cast ? cast.child : side;
    const date = constantOf(literal);
    if (!isDateText(date)) return false;
    const visit = { node: literal, path: [], ancestors: cast ? [node, cast] : [node] };
    const found = toComparedLiteral(visit, scope);
    return found !== undefined && isOffGrid(date, found.compared);
  });
}

const textMatches: Record<string, string> = { '~~': '!~~', '!~~': '~~', '~~*': '!~~*', '!~~*': '~~*' };

function isTextMatch(node: SyntaxNode): node is FunctionCall {
  return isFunction(node) && node.function_name in textMatches;
}

type Negatable = Between | FunctionCall | Operator | SubqueryExpression | Comparison;

function canBeNegated(node: SyntaxNode): node is Negatable {
  switch (node.class) {
    case 'BETWEEN':
      return true;
    case 'FUNCTION':
      return isTextMatch(node);
    case 'OPERATOR':
      return node.type === 'COMPARE_IN' || node.type === 'COMPARE_NOT_IN';
    case 'SUBQUERY':
      return node.subquery_type === 'ANY' || node.subquery_type === 'EXISTS';
    case 'COMPARISON':
      return node.type in complements && !comparesColumns(node);
    default:
      return false;
  }
}

function toNegated(node: Negatable): Expression {
  if (node.class === 'FUNCTION')
    return { ...node, function_name: textMatches[node.function_name] ?? node.function_name };
  if (node.class === 'COMPARISON') return { ...node, type: complements[node.type] ?? node.type };
  if (node.type === 'COMPARE_IN') return { ...node, type: 'COMPARE_NOT_IN' };
  if (node.type === 'COMPARE_NOT_IN') return { ...node, type: 'COMPARE_IN' };
  return notOf(node);
}

/** The other test, and a comparison with NULL, which is never true. */
function nullTestSlips(node: Operator): Expression[] {
  const isNullTest = node.type === 'OPERATOR_IS_NULL';
  if (!isNullTest && node.type !== 'OPERATOR_IS_NOT_NULL') return [];
  return [
    { ...node, type: isNullTest ? 'OPERATOR_IS_NOT_NULL' : 'OPERATOR_IS_NULL' },
    comparison(isNullTest ? 'COMPARE_EQUAL' : 'COMPARE_NOTEQUAL', node.children[0] ?? node, constant(null)),
  ];
}

function betweenWithoutEnds({ input, lower, upper }: Between): Expression[] {
  const both = (lowerType: ComparisonType, upperType: ComparisonType) =>
    conjunction('CONJUNCTION_AND', [
      comparison(lowerType, input, lower),
      comparison(upperType, input, upper),
    ]);
  return [
    both('COMPARE_GREATERTHAN', 'COMPARE_LESSTHANOREQUALTO'),
    both('COMPARE_GREATERTHANOREQUALTO', 'COMPARE_LESSTHAN'),
  ];
}

/** A conjunct left out, or the whole clause when it holds a single condition. */
function dropConditions({ node }: Visit, scope: Scope): Edit[] {
  if (node.class === 'CONJUNCTION') {
    const { children } = node;
    return children.flatMap((child, index) => {
      const kept = children.filter((_, other) => other !== index);
      const [only, ...others] = kept;
      const left = only && others.length === 0 ? only : { ...node, children: kept };
      return isNeedless(child, node, kept, scope) ? [] : [{ node: left }];
    });
  }
  if (isSelect(node)) {
    const where = node.where_clause;
    return where && where.class !== 'CONJUNCTION' && !isSettledNullTest(where, true, scope)
      ? [{ node: { ...node, where_clause: null } }]
      : [];
  }
  // An aggregate's FILTER.
  const filter = filterOf(node);
  if (!filter || isSettledNullTest(filter, true, scope)) return [];
  if (isFunction(node)) return [{ node: { ...node, filter: null } }];
  return isWindow(node) ? [{ node: { ...node, filter_expr: null } }] : [];
}

/**
 * Whether a part of an AND or an OR changes nothing: a test for NULL of what is never missing, or in an AND the IS NOT NULL
 * of a column whose gaps the others let not through.
 */
function isNeedless(
  part: Expression,
  whole: Conjunction,
  kept: readonly Expression[],
  scope: Scope,
): boolean {
  if (isSettledNullTest(part, whole.type === 'CONJUNCTION_AND', scope)) return true;
  if (part.type !== 'OPERATOR_IS_NOT_NULL' || whole.type !== 'CONJUNCTION_AND') return false;
  const [column] = part.children;
  const key = column && toColumnKey(column, scope);
  const filled = nullRejectedColumns({ ...whole, children: kept }, scope);
  return key !== undefined && withImplied(filled, scope).has(key);
}

/** HAVING dropped, or moved to WHERE, where it looks at each row's own value. */
function havingEdits({ node }: Visit): Edit[] {
  if (!isSelect(node) || !node.having) return [];
  const dropped = { ...node, having: null };
  const perRow = withoutAggregates(node.having);
  return [
    { node: dropped },
    ...(perRow ? [{ node: { ...dropped, where_clause: allOf([node.where_clause, perRow]) } }] : []),
  ];
}

/** The condition with the argument of each aggregate in its place; `undefined` where none can be put there. */
function withoutAggregates(having: Expression): Expression | undefined {
  let replaced = 0;
  let without = 0;
  const strip = <N extends SyntaxNode>(node: N): N =>
    mapParts(node, (part, steps) => {
      // One among the arguments of a function stays, and the query does not run.
      if (!isAggregate(part) || steps.length > 1) return strip(part);
      const [argument] = childrenOf(part);
      if (argument) replaced++;
      else without++;
      return strip(argument ?? part);
    });
  const stripped = strip(having);
  return replaced > 0 && without === 0 ? stripped : undefined;
}

/** LIKE for ILIKE, and a pattern without its first or last `%`. */
function textMatchSlips(node: FunctionCall): FunctionCall[] {
  const name = node.function_name;
  const otherCase = name.endsWith('*') ? name.slice(0, -1) : `${name}*`;
  const slips: FunctionCall[] = [{ ...node, function_name: otherCase }];
  const [input, pattern] = node.children;
  const text = constantOf(pattern);
  if (!input || !isConstant(pattern) || typeof text !== 'string') return slips;
  const withPattern = (changed: string): FunctionCall => ({
    ...node,
    children: [input, withValue(pattern, changed)],
  });
  if (text.startsWith('%')) slips.push(withPattern(text.slice(1)));
  if (text.endsWith('%')) slips.push(withPattern(text.slice(0, -1)));
  return slips;
}
