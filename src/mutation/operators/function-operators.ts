import {
  mutationOperator,
  type Edit,
  type MutationOperator,
  type MutationContext,
} from './mutation-operator.ts';
import { isLostInTolerance } from './is-lost-in-tolerance.ts';
import { numberKindOf } from '#src/syntax/scope/number-kind.ts';
import { withValue } from '#src/syntax/build-tree.ts';
import { constantOf, isConstant, isFunction } from '#src/syntax/node-kinds.ts';
import type { Expression, FunctionCall, SelectNode } from '#src/syntax/syntax-tree.ts';
import { mapTree, sameTree, type TreePath, type Visit } from '#src/syntax/walk-tree.ts';

const nameOf = ({ function_name }: FunctionCall) => function_name.toLowerCase();

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
    isFunction,
    (node, context, visit) => roundingSlips(node, context, visit),
  ),
  mutationOperator(
    'greatest',
    'Look at which of the values you keep in each row: the largest or the smallest?',
    isFunction,
    (node) => {
      const other = otherExtreme[nameOf(node)];
      return other ? [{ ...node, function_name: other }] : [];
    },
  ),
  {
    id: 'time-part',
    sentence: 'Look at the part of the date you use: the task speaks of another one.',
    edits: (visit, { scope }) => {
      if (!isFunction(visit.node)) return [];
      const other = withOtherUnit(visit.node);
      return other ? replacedInGroups(visit.node, other, visit.path, scope.select) : [];
    },
  },
];

function roundingSlips(node: FunctionCall, { scope, compare }: MutationContext, visit: Visit): Expression[] {
  const rounding = otherRounding[nameOf(node)];
  const [value, digits] = node.children;
  if (!rounding || !value || numberKindOf(value, scope) === 'whole') return [];
  const others = digits ? [] : rounding;
  const dropped = isLostInTolerance(visit, compare) ? [] : [{ ...value, alias: node.alias }];
  return [...others.map((name) => ({ ...node, function_name: name })), ...dropped];
}

/** `date_trunc('month', …)` → `date_trunc('year', …)`, `month(…)` → `year(…)`, `'%Y-%m'` → `'%Y-%Y'`. */
function withOtherUnit(node: FunctionCall): FunctionCall | undefined {
  const name = nameOf(node);
  const { children } = node;
  const unit = neighbouringUnit[name];
  if (unit && children.length === 1) return { ...node, function_name: unit };
  const toOther = name === 'strftime' ? otherFormat : unitFunctions.includes(name) ? otherUnit : undefined;
  const at = children.findIndex((child) => typeof constantOf(child) === 'string');
  const literal = children[at];
  if (!toOther || !isConstant(literal)) return undefined;
  const text = String(constantOf(literal));
  const changed = toOther(text);
  if (changed === undefined || changed === text) return undefined;
  return { ...node, children: children.with(at, withValue(literal, changed)) };
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
function replacedInGroups(
  node: FunctionCall,
  other: FunctionCall,
  path: TreePath,
  select: SelectNode | undefined,
): Edit[] {
  if (!select?.group_expressions.some((key) => sameTree(key, node))) return [{ node: other, path }];
  const at = path.lastIndexOf('group_expressions');
  if (at < 0) return [];
  const changed = mapTree(select, (place) =>
    isFunction(place) && sameTree(place, node) ? { ...other, alias: place.alias } : place,
  );
  return [{ node: changed, path: path.slice(0, at) }];
}
