import type { AnyNode } from 'acorn';
import { listNodes, type FoundNode } from './explain/pipeline-nodes.ts';
import { listDeclaredNames, listUsedNames } from './explain/pipeline-names.ts';
import { valueGlobals } from './language/globals.ts';
import type { Pipeline } from './read-pipeline.ts';

/** What a text may name from outside without reaching anything that outlives it. */
const harmless: ReadonlySet<string> = new Set([
  ...valueGlobals,
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite'],
]);
/** Members by which a text reaches what all runs in a worker share, among them all that changes Arquero itself. */
const shared =
  /^(__.*|constructor|prototype|caller|callee|arguments|assign|define.*|setPrototypeOf|add[A-Z].*|seed|internal|load.*|then|catch|finally)$/;

/**
 * Whether nothing of a pipeline outlives its run: it writes to no object, reaches no global but functions that only work
 * something out, and waits for nothing. Such a text gives the same in a worker that has run it before as in a fresh one. When in
 * doubt, false.
 *
 * @param tables - Names of the tables that it is given.
 */
export function keepsNothing({ program }: Pipeline, tables: readonly string[]): boolean {
  const nodes = listNodes(program);
  const known = new Set([...harmless, ...listDeclaredNames(nodes), ...tables]);
  return (
    listUsedNames(nodes).every(({ node }) => known.has(node.name)) &&
    nodes.every(({ node }) => isPassing(node)) &&
    !redeclares(nodes, tables)
  );
}

function isPassing(node: AnyNode): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return reachesNothing(node.property, node.computed);
    case 'Property':
      return reachesNothing(node.key, node.computed);
    case 'ObjectPattern':
      return node.properties.every(
        (each) => each.type !== 'Property' || reachesNothing(each.key, each.computed),
      );
    case 'AssignmentExpression':
      return node.left.type === 'Identifier';
    case 'UpdateExpression':
      return node.argument.type === 'Identifier';
    case 'UnaryExpression':
      return node.operator !== 'delete';
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left.type === 'VariableDeclaration' && !('await' in node && node.await);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return !node.async && !node.generator;
    case 'ThisExpression':
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'ImportExpression':
    case 'MetaProperty':
    case 'Super':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'TaggedTemplateExpression':
    case 'WithStatement':
      return false;
    default:
      return true;
  }
}

function reachesNothing(property: AnyNode, computed: boolean): boolean {
  if (property.type === 'Identifier' && !computed) return !shared.test(property.name);
  return (
    property.type === 'Literal' &&
    ['string', 'number'].includes(typeof property.value) &&
    !shared.test(String(property.value))
  );
}

/** A name of ours that means something else in the text would be mistaken for ours. */
function redeclares(nodes: readonly FoundNode[], tables: readonly string[]): boolean {
  const declared = listDeclaredNames(nodes);
  return ['aq', 'op', ...tables].some((name) => declared.has(name));
}
