import {
  mutationOperator,
  type Edit,
  type MutationOperator,
  type MutationContext,
} from './mutation-operator.ts';
import { isLostInTolerance } from './is-lost-in-tolerance.ts';
import { numberKind } from '#src/syntax/scope/number-kind.ts';
import { nodeIn, nodesIn, sameTree, walk, type SyntaxNode, type Visit } from '#src/syntax/syntax-tree.ts';

const nameOf = (node: SyntaxNode) => String(node['function_name']).toLowerCase();
const isFunction = (node: SyntaxNode) => node['class'] === 'FUNCTION';

const otherRounding: Record<string, readonly string[]> = {
  round: ['floor'],
  floor: ['round'],
  ceil: ['round'],
  ceiling: ['round'],
};

const otherExtreme: Record<string, string> = { greatest: 'least', least: 'greatest' };

const neighbouringUnit: Record<string, string> = {
  year: 'month',
  quarter: 'month',
  month: 'year',
  week: 'month',
  day: 'month',
  hour: 'day',
};

const unitFunctions = ['date_trunc', 'datetrunc', 'date_part', 'datepart', 'date_diff', 'datediff'];

/** Slips in functions that change one value: rounding, the larger of two, parts of a date. */
export const functionOperators: readonly MutationOperator[] = [
  mutationOperator(
    'rounding',
    'Look at how you round: to the nearest, always up, always down, or not at all?',
    (node) => isFunction(node) && nameOf(node) in otherRounding,
    (node, context, visit) => roundingSlips(node, context, visit),
  ),
  mutationOperator(
    'greatest',
    'Look at which of the values you keep in each row: the largest or the smallest?',
    (node) => isFunction(node) && nameOf(node) in otherExtreme,
    (node) => [{ ...node, function_name: otherExtreme[nameOf(node)] ?? '' }],
  ),
  {
    id: 'time-part',
    sentence: 'Look at the part of the date you use: the task speaks of another one.',
    edits: (visit, { scope }) => {
      const other = withOtherUnit(visit.node);
      return other ? replacedInGroups(visit, scope.select, other) : [];
    },
  },
];

function roundingSlips(node: SyntaxNode, { scope, compare }: MutationContext, visit: Visit): SyntaxNode[] {
  const [value, digits] = nodesIn(node, 'children');
  if (!value || numberKind(value, scope) === 'whole') return [];
  const others = digits ? [] : (otherRounding[nameOf(node)] ?? []);
  const dropped = isLostInTolerance(visit, compare) ? [] : [{ ...value, alias: node['alias'] ?? '' }];
  return [...others.map((name) => ({ ...node, function_name: name })), ...dropped];
}

/** `date_trunc('month', …)` → `date_trunc('year', …)`, `month(…)` → `year(…)`, `'%Y-%m'` → `'%Y-%Y'`. */
function withOtherUnit(node: SyntaxNode): SyntaxNode | undefined {
  if (!isFunction(node)) return undefined;
  const name = nameOf(node);
  const children = nodesIn(node, 'children');
  if (name in neighbouringUnit && children.length === 1)
    return { ...node, function_name: neighbouringUnit[name] ?? name };
  const toOther = name === 'strftime' ? otherFormat : unitFunctions.includes(name) ? otherUnit : undefined;
  const at = children.findIndex((child) => typeof nodeIn(child, 'value')?.['value'] === 'string');
  const literal = children[at];
  if (!toOther || !literal) return undefined;
  const text = String(nodeIn(literal, 'value')?.['value']);
  const changed = toOther(text);
  if (changed === undefined || changed === text) return undefined;
  const replaced = { ...literal, value: { ...nodeIn(literal, 'value'), value: changed } };
  return { ...node, children: children.map((child, index) => (index === at ? replaced : child)) };
}

function otherUnit(unit: string): string | undefined {
  return neighbouringUnit[unit.toLowerCase().replace(/s$/, '')];
}

/** The smallest unit of a format becomes the next larger one; a year alone becomes a month. */
function otherFormat(format: string): string {
  if (/%-?d/.test(format)) return format.replace(/%-?d/, '%m');
  if (/%(-?m|b|B)/.test(format)) return format.replace(/%(-?m|b|B)/, '%Y');
  return format.replace(/%[Yy]/, '%m');
}

/** An expression that makes groups is changed wherever its SELECT uses it: in one place only it would not run. */
function replacedInGroups({ node, path }: Visit, select: SyntaxNode | undefined, other: SyntaxNode): Edit[] {
  const plain = { ...node, alias: '' };
  const isSame = (item: SyntaxNode) => sameTree({ ...item, alias: '' }, plain);
  if (!select || !nodesIn(select, 'group_expressions').some(isSame)) return [{ value: other, path }];
  const at = path.lastIndexOf('group_expressions');
  if (at < 0) return [];
  const copy = structuredClone(select);
  for (const { node: place } of walk(copy)) {
    if (place['class'] === 'FUNCTION' && isSame(place))
      Object.assign(place, structuredClone(other), { alias: place['alias'] });
  }
  return [{ value: copy, path: path.slice(0, at) }];
}
