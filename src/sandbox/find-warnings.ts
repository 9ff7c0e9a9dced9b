import type { AnyNode } from 'acorn';
import { listJoinKeys, listPairedNames, toDoubleList } from './explain/explain-joins.ts';
import { listMethodCalls, listNodes, listRowFunctions, type FoundNode } from './explain/pipeline-nodes.ts';
import { findLostValues } from './find-lost-values.ts';
import { findVainComparisons } from './find-vain-comparisons.ts';
import { methodFunctions } from './language/other-names.ts';
import type { PipelineReply } from './pipeline-reply.ts';
import type { Pipeline } from './read-pipeline.ts';

/** A table as far as it decides about warnings. */
interface WarnedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
}

/**
 * Sentences on what looks like a slip in a pipeline that ran: where Arquero gives a value, but not the one that is meant.
 *
 * @param tables - Those that the pipeline may name.
 */
export function findPipelineWarnings(
  pipeline: Pipeline,
  reply: Extract<PipelineReply, { status: 'table' }>,
  tables: readonly WarnedTable[],
): string[] {
  const nodes = listNodes(pipeline.program);
  const columns = new Set(tables.flatMap((table) => table.columns.map(({ name }) => name)));
  return [
    ...findLostValues(nodes, columns),
    ...findVainComparisons(nodes, tables),
    ...findLostMethods(nodes),
    ...findSecondArguments(nodes),
    ...findChains(nodes),
    ...findNullComparisons(nodes, tables),
    ...findMonths(nodes),
    ...(reply.rowCount === 0 ? findPairedKeys(nodes, tables) : []),
    ...(reply.isGrouped
      ? [
          'Your table is still split into groups, and nothing is worked out for each. Add `.rollup(…)` or `.count()`.',
        ]
      : []),
  ];
}

/** `d.name.trim()`: the method loses what it belongs to. */
function findLostMethods(nodes: readonly FoundNode[]): string[] {
  const rows = listRowFunctions(nodes);
  const isInRow = (node: AnyNode) => rows.some(({ start, end }) => start <= node.start && node.end <= end);
  const lost = listMethodCalls(nodes).find(
    ({ call, owner, method }) => isInRow(call) && owner === undefined && method.name in methodFunctions,
  );
  return lost
    ? [
        `\`.${lost.method.name}()\` after a column does not work in a step. Write \`op.${methodFunctions[lost.method.name] ?? ''}(…)\` around the column.`,
      ]
    : [];
}

/** `op.round(d.a, 1)`: the second argument is not read. */
function findSecondArguments(nodes: readonly FoundNode[]): string[] {
  const given = listMethodCalls(nodes).find(
    ({ owner, method, call }) =>
      (owner === 'op' || owner === 'Math') &&
      ['round', 'floor', 'ceil', 'trunc'].includes(method.name) &&
      call.arguments.length > 1,
  );
  if (!given) return [];
  const { name } = given.method;
  return [
    `\`op.${name}\` rounds to whole numbers: it does not read how many decimals you want. For one decimal write \`op.${name}(… * 10) / 10\`.`,
  ];
}

const comparisons = ['<', '<=', '>', '>='];

/** `1 < d.a < 5`: the second comparison is with true or false. */
function findChains(nodes: readonly FoundNode[]): string[] {
  const isChained = nodes.some(
    ({ node }) =>
      node.type === 'BinaryExpression' &&
      comparisons.includes(node.operator) &&
      [node.left, node.right].some(
        (side) => side.type === 'BinaryExpression' && comparisons.includes(side.operator),
      ),
  );
  return isChained
    ? ['Two comparisons in a row do not mean what they do on paper. Write `a < x && x < b`.']
    : [];
}

/** A missing value counts as 0 in a comparison. */
function findNullComparisons(nodes: readonly FoundNode[], tables: readonly WarnedTable[]): string[] {
  const used = tables.filter(({ name }) =>
    nodes.some(({ node }) => node.type === 'Identifier' && node.name === name),
  );
  const nullable = new Set(
    used.flatMap(({ columns }) => columns.filter((column) => column.nullable).map(({ name }) => name)),
  );
  const guarded = new Set(
    nodes.flatMap(({ node }) => {
      if (node.type !== 'BinaryExpression' || !['===', '!==', '==', '!='].includes(node.operator)) return [];
      const [left, right] = [node.left as AnyNode, node.right];
      return isNullWord(right) ? columnOf(left) : isNullWord(left) ? columnOf(right) : [];
    }),
  );
  const doubtful = nodes.flatMap(({ node }) => {
    if (node.type !== 'BinaryExpression' || !comparisons.includes(node.operator)) return [];
    const [left, right] = [node.left as AnyNode, node.right];
    const [column, limit, operator] =
      columnOf(left).length > 0
        ? [columnOf(left), right, node.operator]
        : [columnOf(right), left, turn(node.operator)];
    return column.filter(
      (name) => nullable.has(name) && !guarded.has(name) && zeroFits(operator, numberOf(limit)),
    );
  });
  const [first] = doubtful;
  return first === undefined
    ? []
    : [
        `\`${first}\` has missing values, and in JavaScript they count as 0 here: your condition keeps them. To leave them out, add \`d.${first} !== null\`.`,
      ];
}

const turn = (operator: string) => ({ '<': '>', '<=': '>=', '>': '<', '>=': '<=' })[operator] ?? operator;

/** Whether 0 meets the condition; of a limit that is not known, nobody can tell. */
function zeroFits(operator: string, limit: number | undefined): boolean {
  if (limit === undefined) return false;
  return { '<': limit > 0, '<=': limit >= 0, '>': limit < 0, '>=': limit <= 0 }[operator] ?? false;
}

function numberOf(node: AnyNode): number | undefined {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  return node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal'
    ? -Number(node.argument.value)
    : undefined;
}

function columnOf(node: AnyNode): string[] {
  return node.type === 'MemberExpression' &&
    !node.computed &&
    node.property.type === 'Identifier' &&
    node.object.type === 'Identifier'
    ? [node.property.name]
    : [];
}

function isNullWord(node: AnyNode): boolean {
  return (
    (node.type === 'Literal' && node.value === null) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}

/** `op.month(d.day)` without `+ 1`. */
function findMonths(nodes: readonly FoundNode[]): string[] {
  const bare = listMethodCalls(nodes).some(({ owner, method, within }) => {
    const outer = within.at(-1);
    const isShifted = outer?.type === 'BinaryExpression' && outer.operator === '+';
    return owner === 'op' && ['month', 'utcmonth'].includes(method.name) && !isShifted;
  });
  return bare
    ? ['`op.month` counts from 0: January is 0 and December is 11. Add 1 for the usual number.']
    : [];
}

/** `join(other, ['a', 'b'])`, meant as two columns of both tables: it looks for an `a` that equals a `b`. */
function findPairedKeys(nodes: readonly FoundNode[], tables: readonly WarnedTable[]): string[] {
  const paired = listJoinKeys(nodes).flatMap(({ other, key, verb }) => {
    if (!['join', 'semijoin'].includes(verb)) return [];
    const names = listPairedNames(key);
    const columns = tables.find(({ name }) => name === other)?.columns ?? [];
    const areBoth = names.every((each) => columns.some(({ name }) => name === each));
    return names.length > 0 && areBoth ? [names] : [];
  });
  const [names] = paired;
  return names
    ? [
        `No row matches. A list of two names is one column of each table. For two columns of both, write \`${toDoubleList(names)}\`.`,
      ]
    : [];
}
