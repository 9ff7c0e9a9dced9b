import type { Comparison } from './mutation-operator.ts';
import { nodeIn, nodesIn, walk, type Visit } from '#src/syntax/syntax-tree.ts';

/**
 * Whether a result without this rounding, or rounded to one more place, passes as equal: the exercise lets numbers
 * differ by half of the last place or more, and nothing but the result shows the rounded value.
 */
export function isLostInTolerance({ node, ancestors }: Visit, compare: Comparison | undefined): boolean {
  const [select] = ancestors;
  if (!compare || node['function_name'] !== 'round' || ancestors.length !== 1 || !select) return false;
  const digits = nodeIn(nodesIn(node, 'children')[1], 'value')?.['value'] ?? 0;
  if (typeof digits !== 'number' || compare.tolerance < 0.5 * 10 ** -digits) return false;
  if (!nodesIn(select, 'select_list').includes(node)) return false;
  // Rounding makes rows tie or equal, which the order, a limit or DISTINCT can show.
  const alias = String(node['alias']).toLowerCase();
  return nodesIn(select, 'modifiers').every(
    (modifier) =>
      modifier['type'] === 'ORDER_MODIFIER' &&
      nodesIn(modifier, 'orders').every((order) => {
        const expression = nodeIn(order, 'expression');
        return (
          expression?.['class'] === 'COLUMN_REF' &&
          [...walk(expression)].every(({ node: part }) => {
            const names = part['column_names'];
            return !Array.isArray(names) || String(names.at(-1)).toLowerCase() !== alias;
          })
        );
      }),
  );
}
