import type { AnyNode } from 'acorn';
import { listMethodCalls, listRowFunctions, type FoundNode } from './explain/pipeline-nodes.ts';
import { aggregates, windowFunctions } from './language/verbs.ts';

const ofColumn = new Set([...aggregates, ...windowFunctions].map(({ name }) => name));

/**
 * Sentences on places where no value of a column reaches a sum or a comparison, so that it is worked out with a text or with
 * nothing, and the answer is `NaN` or has no rows.
 *
 * @param columns - Names of the columns that the pipeline may name.
 */
export function findLostValues(nodes: readonly FoundNode[], columns: ReadonlySet<string>): string[] {
  const rows = listRowFunctions(nodes);
  const isInRow = (node: AnyNode) => rows.some(({ start, end }) => start <= node.start && node.end <= end);
  return [
    ...findQuotedColumn(nodes, columns, isInRow),
    ...findEarlyMath(nodes, isInRow),
    ...findComma(nodes),
  ];
}

type Test = (node: AnyNode) => boolean;

/** `d => 'volume' > 1`, `d => op.mean('volume')`: in a function, a name in quotes is a text. */
function findQuotedColumn(
  nodes: readonly FoundNode[],
  columns: ReadonlySet<string>,
  isInRow: Test,
): string[] {
  const nameOf = (node: AnyNode | undefined) =>
    node?.type === 'Literal' && typeof node.value === 'string' && columns.has(node.value)
      ? node.value
      : undefined;
  const given = listMethodCalls(nodes)
    .filter(({ owner, method, call }) => owner === 'op' && ofColumn.has(method.name) && isInRow(call))
    .map(({ call }) => nameOf(call.arguments[0]));
  const compared = nodes.map(({ node }) => {
    if (node.type !== 'BinaryExpression' || !isInRow(node)) return undefined;
    const [left, right] = [node.left as AnyNode, node.right as AnyNode];
    const isNumber = (side: AnyNode) => side.type === 'Literal' && typeof side.value === 'number';
    return isNumber(right) ? nameOf(left) : isNumber(left) ? nameOf(right) : undefined;
  });
  const name = [...given, ...compared].find((each) => each !== undefined);
  return name === undefined
    ? []
    : [`Inside a function, \`'${name}'\` in quotes is a text and not the column. Write \`d.${name}\`.`];
}

/** `op.mean('volume') * 10` outside a function: there is no value yet. */
function findEarlyMath(nodes: readonly FoundNode[], isInRow: Test): string[] {
  const early = listMethodCalls(nodes).find(({ owner, method, call, within }) => {
    if (owner !== 'op' || !ofColumn.has(method.name) || isInRow(call)) return false;
    const outer = within.at(-1);
    if (outer?.type === 'BinaryExpression' || outer?.type === 'UnaryExpression') return true;
    if (outer?.type !== 'CallExpression' || outer.callee.type !== 'MemberExpression') return false;
    const { object } = outer.callee;
    return object.type === 'Identifier' && (object.name === 'op' || object.name === 'Math');
  });
  if (!early) return [];
  const { name } = early.method;
  return [
    `\`op.${name}(…)\` has no value yet where you go on working with it. Write a function: \`d => … op.${name}(d.column) …\`.`,
  ];
}

/** `filter(d => d.volume > 1, 500)`: the comma ends the condition. */
function findComma(nodes: readonly FoundNode[]): string[] {
  const cut = listMethodCalls(nodes).some(({ method, call }) => {
    const [first, second] = call.arguments;
    return (
      method.name === 'filter' &&
      first?.type === 'ArrowFunctionExpression' &&
      second?.type === 'Literal' &&
      typeof second.value === 'number'
    );
  });
  return cut ? ['A comma ends the condition here. Write numbers without commas: `1500`, not `1,500`.'] : [];
}
