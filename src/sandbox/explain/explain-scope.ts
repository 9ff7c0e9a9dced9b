import type { Identifier } from 'acorn';
import { findNearest } from '#src/engine/explain/nearest.ts';
import { helpers, opFunctions, verbs } from '../language/verbs.ts';
import { valueGlobals } from '../language/globals.ts';
import { otherFunctions } from '../language/other-names.ts';
import type { PipelineAdvice, PipelineExplainer, FailedPipeline } from './failed-pipeline.ts';
import { listDeclaredNames, listUsedNames } from './pipeline-names.ts';
import { listRowFunctions, type FoundNode } from './pipeline-nodes.ts';

const opNames = opFunctions.map(({ name }) => name);
const globals = [...valueGlobals, 'Object', 'RegExp', 'console'];

/** Names that nothing has, and names that a step cannot see. */
export const explainScope: PipelineExplainer = (failure) => {
  if (failure.reply.status !== 'error') return undefined;
  const declared = listDeclaredNames(failure.nodes);
  const tables = failure.tables.map(({ name }) => name);
  const used = listUsedNames(failure.nodes);
  for (const found of used) {
    const { node } = found;
    if (declared.has(node.name) || tables.includes(node.name) || globals.includes(node.name)) continue;
    return explainUnknown(found, failure, tables);
  }
  return findOuter(used, declared, failure) ?? findAssigned(failure);
};

function explainUnknown(
  { node, within }: FoundNode<Identifier>,
  { nodes, tables: known }: FailedPipeline,
  tables: readonly string[],
): PipelineAdvice {
  const place = { start: node.start, end: node.end };
  const outer = within.at(-1);
  const isCalled = outer?.type === 'CallExpression' && outer.callee === node;
  if (isCalled && helpers.some(({ name }) => name === node.name) && !opNames.includes(node.name))
    return { message: `\`${node.name}\` belongs to \`aq\`.`, advice: `Write \`aq.${node.name}(…)\`.`, place };
  if (isCalled && verbs.some(({ name }) => name === node.name) && !opNames.includes(node.name))
    return {
      message: `A full stop is missing before \`${node.name}\`.`,
      advice: `Write \`.${node.name}(…)\`.`,
      place,
    };
  const written = { NULL: 'null', None: 'null', TRUE: 'true', True: 'true', FALSE: 'false', False: 'false' }[
    node.name
  ];
  if (written !== undefined)
    return { message: `JavaScript does not know \`${node.name}\`.`, advice: `Write \`${written}\`.`, place };
  const columns = known.flatMap((table) => table.columns.map(({ name }) => name));
  if (isCalled || (opNames.includes(node.name) && !columns.includes(node.name))) {
    const name = opNames.includes(node.name)
      ? node.name
      : (otherFunctions[node.name] ??
        otherFunctions[node.name.toLowerCase()] ??
        findNearest(node.name, opNames, 1)[0]);
    const form = opFunctions.find((each) => each.name === name)?.form;
    return {
      message: `There is no function \`${node.name}\` by itself.`,
      advice: form === undefined ? 'Functions stand after `op.`.' : `Write \`${form}\`.`,
      place,
    };
  }
  if (outer?.type === 'MemberExpression' && within.some(({ type }) => type === 'CallExpression')) {
    const [nearTable] = findNearest(node.name, tables, 1);
    if (nearTable === undefined || node.name.length <= 3)
      return {
        message: `An arrow is missing: \`${node.name}\` is not known here.`,
        advice: `Say first what a row is called: \`${node.name} => ${node.name}.…\`.`,
        place,
      };
  }
  const [near] = findNearest(node.name, tables, 1);
  const isOwner = outer?.type === 'MemberExpression' && outer.object === node;
  if (isOwner && near !== undefined)
    return { message: `There is no table \`${node.name}\`.`, advice: `Did you mean \`${near}\`?`, place };
  if (columns.includes(node.name)) {
    const isInFunction = listRowFunctions(nodes).some(
      ({ start, end }) => start <= node.start && node.end <= end,
    );
    return {
      message: `\`${node.name}\` is a column, and a column belongs to a row.`,
      advice: isInFunction
        ? `Write \`d.${node.name}\`.`
        : `Write \`d => d.${node.name}\`, or \`'${node.name}'\` in quotes.`,
      place,
    };
  }
  return {
    message: `There is nothing named \`${node.name}\`.`,
    advice:
      near === undefined
        ? `The tables here are ${tables.map((name) => `\`${name}\``).join(', ')}. A text stands in quotes.`
        : `Did you mean the table \`${near}\`?`,
    place,
  };
}

/** A row function that uses a name from outside it: Arquero reads the function's text, and finds no value there. */
function findOuter(
  used: readonly FoundNode<Identifier>[],
  declared: ReadonlySet<string>,
  { nodes, tables }: FailedPipeline,
): PipelineAdvice | undefined {
  for (const row of listRowFunctions(nodes)) {
    const isInside = (node: { readonly start: number; readonly end: number }) =>
      row.start <= node.start && node.end <= row.end;
    const own = listDeclaredNames(nodes.filter(({ node }) => isInside(node)));
    const outer = used.find(
      ({ node }) =>
        isInside(node) &&
        !own.has(node.name) &&
        (declared.has(node.name) || tables.some(({ name }) => name === node.name)),
    );
    if (!outer) continue;
    const { name, start, end } = outer.node;
    return {
      message: `A step does not see \`${name}\` from outside.`,
      advice: `Write its value here, or hand it over: \`.params({ ${name} })\` before, and \`(d, $) => … $.${name}\` in the step.`,
      place: { start, end },
    };
  }
  return undefined;
}

/** `d.a = 1` where a comparison is meant. */
function findAssigned({ nodes }: FailedPipeline): PipelineAdvice | undefined {
  for (const { node, within } of nodes) {
    if (
      node.type !== 'AssignmentExpression' ||
      !within.some(({ type }) => type === 'ArrowFunctionExpression')
    )
      continue;
    return {
      message: 'A single `=` gives a value; it does not compare.',
      advice: 'Write `===` to ask whether two values are the same.',
      place: { start: node.left.end, end: node.right.start },
    };
  }
  return undefined;
}
