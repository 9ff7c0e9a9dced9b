import type { WitnessTableShape } from '../witness.ts';
import { isNumberType } from '#src/results/number-type.ts';
import type { TableFacts } from './table-facts.ts';
import { toBareFacts } from './lawful-facts.ts';
import type { TableModel } from './table-model.ts';

/**
 * A table known by its descriptor alone: of its rules those of a plain form are read as facts, so that a row with a new figure can
 * be mended. A rule of another form is no fact here; whoever makes rows asks the rules themselves afterwards.
 *
 * @example
 * // 'a + b = total' is a sum, 'part <= whole' an order, 'part IS NULL OR whole IS NOT NULL' tells what is missing together
 */
export function createRuledModel(shape: WitnessTableShape): TableModel {
  const place = (name: string) => shape.columns.findIndex((column) => column.name === name);
  const facts = (shape.rules ?? []).map(({ rule }) => readRule(rule.trim(), place));
  const fixed = [...shape.primaryKey, ...shape.foreignKeys.flatMap(({ columns }) => columns)];
  return {
    shape,
    facts: {
      ...toBareFacts(shape),
      sums: facts.flatMap(({ sums = [] }) => sums),
      orders: facts.flatMap(({ orders = [] }) => orders),
      missingTogether: facts.flatMap(({ missingTogether = [] }) => missingTogether),
    },
    used: [],
    changeable: shape.columns.flatMap(({ name, type }, column) =>
      !fixed.includes(name) && (isNumberType(type) || type === 'DATE') ? [column] : [],
    ),
    primaryKey: shape.primaryKey.map(place),
  };
}

function readRule(
  rule: string,
  place: (name: string) => number,
): Partial<Pick<TableFacts, 'sums' | 'orders' | 'missingTogether'>> {
  const match = (pattern: RegExp) => {
    const found = pattern.exec(rule);
    const places = (found ?? [])
      .slice(1)
      .flatMap((names) => names.split('+').map((name) => place(name.trim())));
    return found && !places.includes(-1) ? places : undefined;
  };
  const sum = match(/^(\w+(?:\s*\+\s*\w+)+)\s*=\s*(\w+)$/);
  if (sum) return { sums: [sum] };
  const [small, large] = match(/^(\w+)\s*<=?\s*(\w+)$/) ?? [];
  if (small !== undefined && large !== undefined) return { orders: [[small, large]] };
  const [part, whole] = match(/^(\w+) IS NULL OR (\w+) IS NOT NULL$/i) ?? [];
  if (part !== undefined && whole !== undefined) return { missingTogether: [[whole, part]] };
  const [one, other] = match(/^\((\w+) IS NULL\) = \((\w+) IS NULL\)$/i) ?? [];
  const isBoth = one !== undefined && other !== undefined;
  return isBoth
    ? {
        missingTogether: [
          [one, other],
          [other, one],
        ],
      }
    : {};
}
