import type { AnyNode } from 'acorn';
import type { MutatedPipeline, PipelineOperator, TextEdit } from './pipeline-operator.ts';

/** Steps whose leaving out is a slip that people make. */
const droppable = [
  'filter',
  'orderby',
  'slice',
  'dedupe',
  'groupby',
  'ungroup',
  'rename',
  'derive',
  'select',
  'impute',
];

const boundaries: Readonly<Record<string, readonly string[]>> = {
  '>': ['>='],
  '>=': ['>'],
  '<': ['<='],
  '<=': ['<'],
};
const turned: Readonly<Record<string, readonly string[]>> = {
  ...{ '>': ['<'], '>=': ['<='], '<': ['>'], '<=': ['>='] },
  ...{ '===': ['!=='], '!==': ['==='], '==': ['!='], '!=': ['=='] },
};
const counts = ['count', 'valid', 'distinct'];
const middles: Readonly<Record<string, readonly string[]>> = {
  mean: ['median', 'sum'],
  median: ['mean'],
  sum: ['mean', 'max'],
  min: ['max'],
  max: ['min'],
  rank: ['dense_rank', 'row_number'],
  dense_rank: ['rank'],
  row_number: ['rank'],
  lag: ['lead'],
  lead: ['lag'],
  first_value: ['last_value'],
  last_value: ['first_value'],
  stdev: ['stdevp'],
  stdevp: ['stdev'],
};
const roundings: Readonly<Record<string, readonly string[]>> = {
  round: ['floor', 'ceil'],
  floor: ['ceil', 'round'],
  ceil: ['floor', 'round'],
  trunc: ['round'],
};
const joins: Readonly<Record<string, readonly string[]>> = {
  join: ['join_left'],
  join_left: ['join', 'join_full'],
  join_right: ['join', 'join_full'],
  join_full: ['join', 'join_left'],
  semijoin: ['antijoin'],
  antijoin: ['semijoin'],
  union: ['concat'],
  concat: ['union'],
};

/** Edits of the operator between two operands: what it is swapped for. */
function swapBinary(
  { nodes, pipeline }: MutatedPipeline,
  swaps: Readonly<Record<string, readonly string[]>>,
): TextEdit[] {
  return nodes.flatMap(({ node }) => {
    if (node.type !== 'BinaryExpression') return [];
    const between = pipeline.text.slice(node.left.end, node.right.start);
    const start = node.left.end + between.indexOf(node.operator);
    return (swaps[node.operator] ?? []).map((text) => ({ start, end: start + node.operator.length, text }));
  });
}

/** Edits of the name of a method: what it is swapped for. */
function swapMethod(
  { calls }: MutatedPipeline,
  owner: 'op' | 'table',
  swaps: Readonly<Record<string, readonly string[]>>,
): TextEdit[] {
  return calls
    .filter((call) => (call.owner === 'op') === (owner === 'op') && call.owner !== 'aq')
    .flatMap(({ method: { name, start, end } }) => (swaps[name] ?? []).map((text) => ({ start, end, text })));
}

/** The list without one of its items, once for each; none where only one is there. */
function dropEach(items: readonly ({ readonly start: number; readonly end: number } | null)[]): TextEdit[] {
  const places = items.flatMap((item) => (item ? [item] : []));
  if (places.length < 2) return [];
  return places.map((place, index) => {
    const next = places[index + 1];
    const before = places[index - 1];
    return next
      ? { start: place.start, end: next.start, text: '' }
      : { start: before?.end ?? place.start, end: place.end, text: '' };
  });
}

const isNull = (node: AnyNode) =>
  (node.type === 'Literal' && node.value === null) ||
  (node.type === 'Identifier' && node.name === 'undefined');

export const pipelineOperators: readonly PipelineOperator[] = [
  {
    id: 'pipeline-step',
    sentence: 'One of the steps that the task asks for is not in your pipeline yet.',
    edit: ({ calls }) =>
      calls
        .filter(({ method, owner }) => owner !== 'op' && owner !== 'aq' && droppable.includes(method.name))
        .flatMap(({ call }) => {
          const { callee } = call;
          if (callee.type !== 'MemberExpression') return [];
          return [{ start: callee.object.end, end: call.end, text: '' }];
        }),
  },
  {
    id: 'pipeline-boundary',
    sentence: 'Look at the edge of your condition: does a value of exactly that count?',
    edit: (model) => swapBinary(model, boundaries),
  },
  {
    id: 'pipeline-comparison',
    sentence: 'Look at which way your comparison runs.',
    edit: (model) => swapBinary(model, turned),
  },
  {
    id: 'pipeline-and-or',
    sentence: 'Look at how your conditions go together: must all of them hold, or one?',
    edit: ({ nodes, pipeline }) =>
      nodes.flatMap(({ node }) => {
        if (node.type !== 'LogicalExpression' || node.operator === '??') return [];
        const start =
          node.left.end + pipeline.text.slice(node.left.end, node.right.start).indexOf(node.operator);
        return [{ start, end: start + 2, text: node.operator === '&&' ? '||' : '&&' }];
      }),
  },
  {
    id: 'pipeline-condition',
    sentence: 'One of the conditions in the task is not in your pipeline yet.',
    edit: ({ nodes, pipeline }) =>
      nodes.flatMap(({ node }) => {
        if (node.type !== 'LogicalExpression' || node.operator === '??') return [];
        // A guard against missing values is a slip of its own.
        return [node.left, node.right]
          .filter((kept) => !isGuard(kept === node.left ? node.right : node.left))
          .map((kept) => ({
            start: node.start,
            end: node.end,
            text: pipeline.text.slice(kept.start, kept.end),
          }));
      }),
  },
  {
    id: 'pipeline-null-guard',
    sentence: 'Look at missing values: in JavaScript they count as 0 in a comparison.',
    edit: ({ nodes, pipeline }) =>
      nodes.flatMap(({ node, within }) => {
        if (node.type === 'LogicalExpression' && node.operator === '??')
          return [
            { start: node.start, end: node.end, text: pipeline.text.slice(node.left.start, node.left.end) },
          ];
        if (node.type === 'LogicalExpression')
          return [node.left, node.right]
            .filter((kept) => isGuard(kept === node.left ? node.right : node.left))
            .map((kept) => ({
              start: node.start,
              end: node.end,
              text: pipeline.text.slice(kept.start, kept.end),
            }));
        const isWhole = within.at(-1)?.type === 'ArrowFunctionExpression';
        return isGuard(node) && isWhole ? [{ start: node.start, end: node.end, text: 'true' }] : [];
      }),
  },
  {
    id: 'pipeline-count',
    sentence: 'Look at what you count: rows, values that are there, or different values.',
    edit: (model) =>
      model.calls
        .filter(({ owner, method }) => owner === 'op' && counts.includes(method.name))
        .flatMap(({ method, call }) => {
          const given = call.arguments.length > 0;
          const others =
            method.name === 'count' || !given ? [] : counts.filter((name) => name !== method.name);
          return others.map((name) =>
            name === 'count'
              ? { start: method.start, end: call.end, text: 'count()' }
              : { start: method.start, end: method.end, text: name },
          );
        }),
  },
  {
    id: 'pipeline-function',
    sentence: 'Look at the function that you work the value out with.',
    edit: (model) => swapMethod(model, 'op', middles),
  },
  {
    id: 'pipeline-rounding',
    sentence: 'Look at how you round: up, down or to the nearest.',
    edit: (model) => [
      ...swapMethod(model, 'op', roundings),
      ...model.calls
        .filter(({ owner, method }) => owner === 'op' && method.name in roundings)
        .flatMap(({ call }) => {
          const [first] = call.arguments;
          return first
            ? [
                {
                  start: call.start,
                  end: call.end,
                  text: `(${model.pipeline.text.slice(first.start, first.end)})`,
                },
              ]
            : [];
        }),
    ],
  },
  {
    id: 'pipeline-group',
    sentence: 'Look at what makes a group.',
    edit: ({ calls }) =>
      calls.filter(({ method }) => method.name === 'groupby').flatMap(({ call }) => dropEach(call.arguments)),
  },
  {
    id: 'pipeline-sort-key',
    sentence: 'Look at what you sort by: the task names something that your `orderby` does not have.',
    edit: ({ calls }) =>
      calls.filter(({ method }) => method.name === 'orderby').flatMap(({ call }) => dropEach(call.arguments)),
  },
  {
    id: 'pipeline-sort-direction',
    sentence: 'Look at which way your sort runs.',
    edit: ({ calls, pipeline }) =>
      calls
        .filter(({ method }) => method.name === 'orderby')
        .flatMap(({ call }) =>
          call.arguments.map((key) => {
            const text = pipeline.text.slice(key.start, key.end);
            const down = /^aq\.desc\(([\s\S]*)\)$/.exec(text)?.[1];
            return { start: key.start, end: key.end, text: down ?? `aq.desc(${text})` };
          }),
        ),
  },
  {
    id: 'pipeline-join',
    sentence: 'Look at your join: which rows stay that have no match?',
    edit: (model) => swapMethod(model, 'table', joins),
  },
  {
    id: 'pipeline-number',
    sentence: 'Look at the numbers in your pipeline: one is not the one that the task names.',
    edit: ({ nodes, calls }) =>
      nodes.flatMap(({ node, within }) => {
        if (node.type !== 'Literal' || typeof node.value !== 'number') return [];
        const inSlice = calls.some(
          ({ call, method }) =>
            method.name === 'slice' && within.includes(call) && call.arguments.some((each) => each === node),
        );
        const compared = within.at(-1)?.type === 'BinaryExpression';
        if (!inSlice && !compared) return [];
        const next = [node.value + 1, ...(node.value > 0 ? [node.value - 1] : [])];
        return next.map((value) => ({ start: node.start, end: node.end, text: String(value) }));
      }),
  },
];

/** `d.column !== null`, in any of its forms. */
function isGuard(node: AnyNode): boolean {
  return (
    node.type === 'BinaryExpression' &&
    ['!==', '!='].includes(node.operator) &&
    (isNull(node.right) || isNull(node.left as AnyNode))
  );
}
