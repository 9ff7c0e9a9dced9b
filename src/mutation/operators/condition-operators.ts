import { mutationOperator, type Edit, type MutationOperator } from './mutation-operator.ts';
import { isDateText, isOffGrid, toComparedLiteral } from './date-grid.ts';
import { toColumnKey } from '#src/syntax/scope/from-clause.ts';
import { nullRejectedColumns, withImplied } from '#src/syntax/scope/null-rejected-columns.ts';
import { isAggregate, type Scope } from '#src/syntax/scope/scope.ts';
import { nodeIn, nodesIn, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

const boundaries: Record<string, string> = {
  COMPARE_GREATERTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_LESSTHAN',
};

const directions: Record<string, string> = {
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHAN',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHAN',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHANOREQUALTO',
};

const complements: Record<string, string> = {
  COMPARE_GREATERTHAN: 'COMPARE_LESSTHANOREQUALTO',
  COMPARE_GREATERTHANOREQUALTO: 'COMPARE_LESSTHAN',
  COMPARE_LESSTHAN: 'COMPARE_GREATERTHANOREQUALTO',
  COMPARE_LESSTHANOREQUALTO: 'COMPARE_GREATERTHAN',
  COMPARE_EQUAL: 'COMPARE_NOTEQUAL',
  COMPARE_NOTEQUAL: 'COMPARE_EQUAL',
};

const typeOf = (node: SyntaxNode) => String(node['type']);
const isComparison = (node: SyntaxNode) => node['class'] === 'COMPARISON';
const retype = (node: SyntaxNode, type: string | undefined) => (type ? [{ ...node, type }] : []);

/** Slips in WHERE, HAVING, ON and CASE conditions. */
export const conditionOperators: readonly MutationOperator[] = [
  mutationOperator(
    'boundary',
    'Look at the edge of your condition. Should a row that is exactly on the limit count?',
    (node) => isComparison(node) && typeOf(node) in boundaries,
    (node, { scope }) => (isAtImpossibleDay(node, scope) ? [] : retype(node, boundaries[typeOf(node)])),
  ),
  mutationOperator(
    'comparison',
    'Look at which way your comparison points: it keeps the opposite rows.',
    (node) => isComparison(node) && typeOf(node) in directions,
    (node) => retype(node, directions[typeOf(node)]),
  ),
  mutationOperator(
    'and-or',
    'Look at how your conditions are joined. Must all of them hold, or is one enough?',
    (node) => node['class'] === 'CONJUNCTION',
    (node) => retype(node, typeOf(node) === 'CONJUNCTION_AND' ? 'CONJUNCTION_OR' : 'CONJUNCTION_AND'),
  ),
  {
    id: 'dropped-condition',
    sentence: 'One of the conditions in the task is not in your query yet.',
    edits: (visit, { scope }) => dropConditions(visit, scope),
  },
  mutationOperator(
    'negated',
    'One of your conditions keeps exactly the rows it should leave out.',
    (node) =>
      node['class'] === 'BETWEEN' ||
      isTextMatch(node) ||
      isMembership(node) ||
      (isComparison(node) && typeOf(node) in complements && !isJoinEquality(node)),
    (node) => [toNegated(node)],
  ),
  mutationOperator(
    'null-test',
    'Look at how you treat missing values. IS NULL and IS NOT NULL keep opposite rows, and = NULL keeps none.',
    (node) => isNullTest(node),
    (node) => [
      { ...node, type: typeOf(node) === 'OPERATOR_IS_NULL' ? 'OPERATOR_IS_NOT_NULL' : 'OPERATOR_IS_NULL' },
      toNullComparison(node),
    ],
  ),
  mutationOperator(
    'between-end',
    'Look at the ends of your range. BETWEEN keeps both of them.',
    (node) => node['class'] === 'BETWEEN',
    (node) => betweenWithoutEnds(node),
  ),
  mutationOperator(
    'in-list',
    'Look at the list of values you keep: one is missing.',
    (node) => typeOf(node) === 'COMPARE_IN' && nodesIn(node, 'children').length > 2,
    (node) => {
      const [input, ...items] = nodesIn(node, 'children');
      if (!input) return [];
      return items.map((_, index) => ({
        ...node,
        children: [input, ...items.filter((_, other) => other !== index)],
      }));
    },
  ),
  {
    id: 'having',
    sentence:
      'Look at the condition on whole groups: HAVING looks at a group after it is counted, WHERE at each row before.',
    edits: (visit) => havingEdits(visit),
  },
  mutationOperator(
    'text-match',
    'Look at the pattern you match text with, and at capital letters.',
    (node) => isTextMatch(node),
    (node) => textMatchSlips(node),
  ),
];

function isJoinEquality(node: SyntaxNode): boolean {
  return (
    nodeIn(node, 'left')?.['class'] === 'COLUMN_REF' && nodeIn(node, 'right')?.['class'] === 'COLUMN_REF'
  );
}

/** No row can be exactly on a limit that the table's rules keep out of the column. */
function isAtImpossibleDay(node: SyntaxNode, scope: Scope): boolean {
  return (['left', 'right'] as const).some((side) => {
    const cast = nodeIn(node, side)?.['class'] === 'CAST' ? nodeIn(node, side) : undefined;
    const literal = cast ? nodeIn(cast, 'child') : nodeIn(node, side);
    const date = nodeIn(literal, 'value')?.['value'];
    if (!literal || !isDateText(date)) return false;
    const visit = { node: literal, path: [], ancestors: cast ? [node, cast] : [node] };
    const found = toComparedLiteral(visit, scope);
    return found !== undefined && isOffGrid(date, found.compared);
  });
}

function isNullTest(node: SyntaxNode): boolean {
  return typeOf(node) === 'OPERATOR_IS_NULL' || typeOf(node) === 'OPERATOR_IS_NOT_NULL';
}

function isMembership(node: SyntaxNode): boolean {
  return (
    ['COMPARE_IN', 'COMPARE_NOT_IN'].includes(typeOf(node)) ||
    ['ANY', 'EXISTS'].includes(String(node['subquery_type']))
  );
}

const textMatches: Record<string, string> = { '~~': '!~~', '!~~': '~~', '~~*': '!~~*', '!~~*': '~~*' };

function isTextMatch(node: SyntaxNode): boolean {
  return node['class'] === 'FUNCTION' && String(node['function_name']) in textMatches;
}

function toNegated(node: SyntaxNode): SyntaxNode {
  const opposite = textMatches[String(node['function_name'])];
  if (opposite) return { ...node, function_name: opposite };
  const complement = isComparison(node) ? complements[typeOf(node)] : undefined;
  if (complement) return { ...node, type: complement };
  if (typeOf(node) === 'COMPARE_IN') return { ...node, type: 'COMPARE_NOT_IN' };
  if (typeOf(node) === 'COMPARE_NOT_IN') return { ...node, type: 'COMPARE_IN' };
  return { class: 'OPERATOR', type: 'OPERATOR_NOT', alias: '', query_location: 0, children: [node] };
}

function toNullComparison(node: SyntaxNode): SyntaxNode {
  return {
    class: 'COMPARISON',
    type: typeOf(node) === 'OPERATOR_IS_NULL' ? 'COMPARE_EQUAL' : 'COMPARE_NOTEQUAL',
    alias: '',
    query_location: 0,
    left: nodesIn(node, 'children')[0] ?? node,
    right: {
      class: 'CONSTANT',
      type: 'VALUE_CONSTANT',
      alias: '',
      query_location: 0,
      value: { type: { id: 'NULL', type_info: null }, is_null: true },
    },
  };
}

function betweenWithoutEnds(node: SyntaxNode): SyntaxNode[] {
  const { input, lower, upper, ...rest } = node;
  const compare = (type: string, right: SyntaxNode[string] | undefined): SyntaxNode => ({
    ...rest,
    class: 'COMPARISON',
    type,
    left: input ?? null,
    right: right ?? null,
  });
  const both = (lowerType: string, upperType: string): SyntaxNode => ({
    class: 'CONJUNCTION',
    type: 'CONJUNCTION_AND',
    alias: '',
    query_location: 0,
    children: [compare(lowerType, lower), compare(upperType, upper)],
  });
  return [
    both('COMPARE_GREATERTHAN', 'COMPARE_LESSTHANOREQUALTO'),
    both('COMPARE_GREATERTHANOREQUALTO', 'COMPARE_LESSTHAN'),
  ];
}

/** A conjunct left out, or the whole clause when it holds a single condition. */
function dropConditions({ node, path, ancestors }: Visit, scope: Scope): Edit[] {
  if (node['class'] === 'CONJUNCTION') {
    const children = nodesIn(node, 'children');
    return children.flatMap((child, index) => {
      const kept = children.filter((_, other) => other !== index);
      const value = kept.length === 1 ? (kept[0] ?? null) : { ...node, children: kept };
      return isNeedless(child, node, kept, scope) ? [] : [{ value }];
    });
  }
  if (node['type'] === 'SELECT_NODE') {
    const where = nodeIn(node, 'where_clause');
    return where && where['class'] !== 'CONJUNCTION'
      ? [{ value: null, path: [...path, 'where_clause'] }]
      : [];
  }
  // An aggregate's FILTER.
  const filter = nodeIn(node, 'filter') ?? nodeIn(node, 'filter_expr');
  if (filter && ancestors.length > 0) {
    return [{ value: null, path: [...path, nodeIn(node, 'filter') ? 'filter' : 'filter_expr'] }];
  }
  return [];
}

/** Whether a part of an AND says no more than the others: IS NOT NULL of a column whose gaps they let not through. */
function isNeedless(part: SyntaxNode, whole: SyntaxNode, kept: readonly SyntaxNode[], scope: Scope): boolean {
  const [column] = nodesIn(part, 'children');
  if (part['type'] !== 'OPERATOR_IS_NOT_NULL' || whole['type'] !== 'CONJUNCTION_AND' || !column) return false;
  const key = toColumnKey(column, scope);
  const filled = nullRejectedColumns({ ...whole, children: [...kept] }, scope);
  return key !== undefined && withImplied(filled, scope).has(key);
}

/** HAVING dropped, or moved to WHERE, where it looks at each row's own value. */
function havingEdits({ node, path }: Visit): Edit[] {
  const having = node['type'] === 'SELECT_NODE' ? nodeIn(node, 'having') : undefined;
  if (!having) return [];
  const edits: Edit[] = [{ value: { ...node, having: null }, path }];
  const perRow = withoutAggregates(having);
  if (perRow) {
    const where = nodeIn(node, 'where_clause');
    const moved: SyntaxNode = where
      ? {
          class: 'CONJUNCTION',
          type: 'CONJUNCTION_AND',
          alias: '',
          query_location: 0,
          children: [where, perRow],
        }
      : perRow;
    edits.push({ value: { ...node, having: null, where_clause: moved }, path });
  }
  return edits;
}

function withoutAggregates(having: SyntaxNode): SyntaxNode | undefined {
  const copy = structuredClone(having);
  let replaced = false;
  for (const { node } of walk(copy)) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !isAggregate(value))
        continue;
      const argument = nodesIn(value, 'children')[0];
      if (!argument) return undefined;
      node[key] = argument;
      replaced = true;
    }
  }
  return replaced ? copy : undefined;
}

/** LIKE for ILIKE, and a pattern without its first or last `%`. */
function textMatchSlips(node: SyntaxNode): SyntaxNode[] {
  const name = String(node['function_name']);
  const otherCase = name.endsWith('*') ? name.slice(0, -1) : `${name}*`;
  const slips: SyntaxNode[] = [{ ...node, function_name: otherCase }];
  const [input, pattern] = nodesIn(node, 'children');
  const value = nodeIn(pattern, 'value');
  const text = value?.['value'];
  if (!input || !pattern || !value || typeof text !== 'string') return slips;
  const withPattern = (changed: string): SyntaxNode => ({
    ...node,
    children: [input, { ...pattern, value: { ...value, value: changed } }],
  });
  if (text.startsWith('%')) slips.push(withPattern(text.slice(1)));
  if (text.endsWith('%')) slips.push(withPattern(text.slice(0, -1)));
  return slips;
}
