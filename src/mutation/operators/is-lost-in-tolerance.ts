import type { ComparisonRules } from './mutation-operator.ts';
import { constantOf, isFunction, isSelect } from '#src/syntax/node-kinds.ts';
import type { Visit } from '#src/syntax/walk-tree.ts';

/**
 * Whether a result without this rounding, or rounded to one more place, passes as equal: the exercise lets numbers
 * differ by half of the last place or more, and nothing but the result shows the rounded value.
 */
export function isLostInTolerance({ node, ancestors }: Visit, compare: ComparisonRules | undefined): boolean {
  const [select, ...others] = ancestors;
  if (!compare || !isFunction(node) || node.function_name !== 'round') return false;
  if (!isSelect(select) || others.length > 0) return false;
  const digits = constantOf(node.children[1]) ?? 0;
  if (typeof digits !== 'number' || compare.tolerance < 0.5 * 10 ** -digits) return false;
  if (!select.select_list.includes(node)) return false;
  // Rounding makes rows tie or equal, which the order, a limit or DISTINCT can show.
  const alias = node.alias.toLowerCase();
  return select.modifiers.every(
    (modifier) =>
      modifier.type === 'ORDER_MODIFIER' &&
      modifier.orders.every(
        ({ expression }) =>
          expression.class === 'COLUMN_REF' && expression.column_names.at(-1)?.toLowerCase() !== alias,
      ),
  );
}
