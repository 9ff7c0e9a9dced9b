import { findNearest } from '#src/engine/explain/nearest.ts';
import { aggregates, opFunctions, tableMethods, verbs, windowFunctions } from '../language/verbs.ts';
import { methodFunctions, otherFunctions, otherVerbs } from '../language/other-names.ts';
import type { PipelineAdvice, PipelineExplainer, FailedPipeline } from './failed-pipeline.ts';
import { listMethodCalls, listRowFunctions, type MethodCall } from './pipeline-nodes.ts';

const opNames = opFunctions.map(({ name }) => name);
const wholeTable = new Set([...aggregates, ...windowFunctions].map(({ name }) => name));
const verbNames = verbs.map(({ name }) => name);

/** Steps and functions that are not there, or are called in a way that Arquero does not know. */
export const explainCalls: PipelineExplainer = (failure) => {
  if (failure.reply.status !== 'error') return undefined;
  for (const call of listMethodCalls(failure.nodes)) {
    const advice = explainCall(call, failure);
    if (advice) return advice;
  }
  return findBareFunction(failure) ?? findUnnamed(failure);
};

function explainCall(call: MethodCall, failure: FailedPipeline): PipelineAdvice | undefined {
  const { method, owner } = call;
  const place = { start: method.start, end: method.end };
  if (owner === 'op') {
    if (opNames.includes(method.name)) return undefined;
    return {
      message: `\`op\` has no function \`${method.name}\`.`,
      advice: toOpAdvice(method.name),
      place,
    };
  }
  if (owner === 'aq' && method.name === 'desc' && isInRow(call, failure))
    return {
      message: '`aq.desc` stands inside the function.',
      advice: "Put it around the column, without a function: `.orderby(aq.desc('column'))`.",
      place,
    };
  if (owner === 'aq' || owner === 'Math' || owner === 'JSON') return undefined;
  const sorted = method.name === 'orderby' ? findDirection(call) : undefined;
  if (sorted) return sorted;
  if (isInRow(call, failure)) {
    const instead = methodFunctions[method.name];
    return instead === undefined
      ? undefined
      : {
          message: `A step does not know \`.${method.name}()\`.`,
          advice: `Write \`op.${instead}(…)\` around the column.`,
          place,
        };
  }
  const later = findLater(call, method.name);
  if (later) return { ...later, place };
  const chosen = findChosenByFunction(call);
  if (chosen) return chosen;
  if (verbNames.includes(method.name) || tableMethods.includes(method.name)) return undefined;
  const other = otherVerbs[method.name] ?? otherVerbs[method.name.toLowerCase()];
  const [near] = findNearest(method.name, verbNames, 1);
  return {
    message: `A table has no step \`${method.name}\`.`,
    advice:
      other !== undefined
        ? `In Arquero it is \`${other}\`.`
        : near !== undefined
          ? `Did you mean \`${near}\`?`
          : 'Look at the steps that the editor offers after a full stop.',
    place,
  };
}

function toOpAdvice(name: string): string {
  const other = otherFunctions[name] ?? otherFunctions[name.toLowerCase()];
  if (other !== undefined) return `Write \`op.${other}(…)\`.`;
  const [near] = findNearest(name, opNames, 1);
  return near === undefined
    ? 'Look at the functions that the editor offers after `op.`.'
    : `Did you mean \`op.${near}\`?`;
}

/** `orderby('a', 'desc')`: Arquero takes the direction for a column. */
function findDirection({ call }: MethodCall): PipelineAdvice | undefined {
  const [first, ...rest] = call.arguments;
  const direction = rest.find(
    (each) => each.type === 'Literal' && /^(?:asc|desc)(?:ending)?$/i.test(String(each.value)),
  );
  if (!direction || !first) return undefined;
  const column = first.type === 'Literal' ? String(first.value) : 'column';
  const isDown = direction.type === 'Literal' && /^desc/i.test(String(direction.value));
  return {
    message: 'The direction is not a text of its own here.',
    advice: isDown
      ? `Write \`.orderby(aq.desc('${column}'))\` for the largest first.`
      : `Leave it out: \`.orderby('${column}')\` begins with the smallest.`,
    place: { start: direction.start, end: direction.end },
  };
}

/** `op.mean('column').toFixed(1)`: there is no value yet. */
function findLater(
  { call: { callee } }: MethodCall,
  name: string,
): Omit<PipelineAdvice, 'place'> | undefined {
  const before = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (before?.type !== 'CallExpression' || before.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = before.callee;
  if (object.type !== 'Identifier' || object.name !== 'op' || property.type !== 'Identifier')
    return undefined;
  return {
    message: `\`op.${property.name}(…)\` has no \`.${name}()\`.`,
    advice: `To go on with its value, write a function: \`d => op.round(op.${property.name}(d.column) * 10) / 10\`.`,
  };
}

/** `groupby(d => d.year)`: these steps take names. */
function findChosenByFunction({ call, method }: MethodCall): PipelineAdvice | undefined {
  if (method.name !== 'groupby' && method.name !== 'select') return undefined;
  const given = call.arguments.find(({ type }) => type === 'ArrowFunctionExpression');
  if (given?.type !== 'ArrowFunctionExpression') return undefined;
  const { body, start, end } = given;
  const column =
    body.type === 'MemberExpression' && body.property.type === 'Identifier' ? body.property.name : 'column';
  return {
    message: `\`${method.name}\` takes names of columns, not a function.`,
    advice: `Write \`.${method.name}('${column}')\`.`,
    place: { start, end },
  };
}

/** Whether a call stands in a function that looks at a row. */
function isInRow({ call }: MethodCall, { nodes }: FailedPipeline): boolean {
  return listRowFunctions(nodes).some(({ start, end }) => start <= call.start && call.end <= end);
}

/** `op.count` without brackets. */
function findBareFunction({ nodes }: FailedPipeline): PipelineAdvice | undefined {
  for (const { node, within } of nodes) {
    if (node.type !== 'MemberExpression' || node.computed) continue;
    if (node.object.type !== 'Identifier' || node.object.name !== 'op' || node.property.type !== 'Identifier')
      continue;
    const outer = within.at(-1);
    if (outer?.type === 'CallExpression' && outer.callee === node) continue;
    const { name } = node.property;
    const form = opFunctions.find((each) => each.name === name)?.form ?? `op.${name}(…)`;
    return {
      message: `Brackets are missing after \`op.${name}\`.`,
      advice: `Write \`${form}\`.`,
      place: { start: node.start, end: node.end },
    };
  }
  return undefined;
}

/** `rollup(op.count())`, which gives the new column no name, and `derive({ x: 'column' })`. */
function findUnnamed({ nodes, pipeline }: FailedPipeline): PipelineAdvice | undefined {
  for (const { call, method } of listMethodCalls(nodes)) {
    if (method.name !== 'rollup' && method.name !== 'derive') continue;
    const [first] = call.arguments;
    if (first && first.type !== 'ObjectExpression') {
      const written = pipeline.text.slice(first.start, first.end);
      const place = { start: first.start, end: first.end };
      const advice = `Give it one in curly brackets: \`.${method.name}({ name: ${written} })\`.`;
      return { message: 'The new column has no name.', advice, place };
    }
    for (const each of first?.type === 'ObjectExpression' ? first.properties : []) {
      if (each.type !== 'Property' || each.value.type !== 'Literal' || typeof each.value.value !== 'string')
        continue;
      const isAggregate = wholeTable.has(each.value.value);
      return {
        message: 'A text does not say how the column is worked out.',
        advice: isAggregate
          ? `Write \`op.${each.value.value}(…)\`, without quotes.`
          : `Write \`d => d.${each.value.value}\` for the value of a column.`,
        place: { start: each.value.start, end: each.value.end },
      };
    }
  }
  return undefined;
}
