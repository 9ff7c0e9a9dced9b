import type { AnyNode, ArrowFunctionExpression, CallExpression, Identifier, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';

/** A node with those it stands in, the nearest last. */
export interface FoundNode<N extends AnyNode = AnyNode> {
  readonly node: N;
  readonly within: readonly AnyNode[];
}

/** Every node of a text in the order of its end, each with what it stands in. */
export function listNodes(program: Program): FoundNode[] {
  const found: FoundNode[] = [];
  fullAncestor(program, (node, _state, ancestors) => {
    found.push({ node: node as AnyNode, within: (ancestors as AnyNode[]).slice(0, -1) });
  });
  return found;
}

/** A call of a method: `table.verb(…)`, `op.count()`. */
export interface MethodCall {
  readonly call: CallExpression;
  readonly method: Identifier;
  /** The name before the dot, where it is a plain name. */
  readonly owner: string | undefined;
  readonly within: readonly AnyNode[];
}

export function listMethodCalls(nodes: readonly FoundNode[]): MethodCall[] {
  return nodes.flatMap(({ node, within }) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const { object, property, computed } = node.callee;
    if (computed || property.type !== 'Identifier') return [];
    const owner = object.type === 'Identifier' ? object.name : undefined;
    return [{ call: node, method: property, owner, within }];
  });
}

/** Functions that look at a row: those that are handed to a step, in an object or directly. */
export function listRowFunctions(nodes: readonly FoundNode[]): ArrowFunctionExpression[] {
  return nodes.flatMap(({ node, within }) => {
    const isHanded = within.some(({ type }) => type === 'CallExpression');
    return node.type === 'ArrowFunctionExpression' && isHanded ? [node] : [];
  });
}

/** A column that a text names, and where. */
export interface NamedColumn {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The columns that row functions read: `d.column`, `d['column']`, `({ column }) => …`. */
export function listReadColumns(nodes: readonly FoundNode[]): NamedColumn[] {
  const functions = listRowFunctions(nodes);
  const rows = new Map(
    functions.flatMap((node) => {
      const [first, second] = node.params;
      // A join hands over a row of each table.
      return [first, ...(isJoined(node, nodes) ? [second] : [])].flatMap((param) =>
        param?.type === 'Identifier' ? [[param.name, node] as const] : [],
      );
    }),
  );
  const read = nodes.flatMap(({ node }) => {
    if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return [];
    if (!rows.has(node.object.name)) return [];
    const { property, computed } = node;
    if (!computed && property.type === 'Identifier') return [toNamed(property.name, property)];
    return property.type === 'Literal' && typeof property.value === 'string'
      ? [toNamed(property.value, property)]
      : [];
  });
  const taken = functions.flatMap(({ params: [first] }) =>
    first?.type === 'ObjectPattern'
      ? first.properties.flatMap((each) =>
          each.type === 'Property' && each.key.type === 'Identifier'
            ? [toNamed(each.key.name, each.key)]
            : [],
        )
      : [],
  );
  return [...read, ...taken];
}

function isJoined(node: ArrowFunctionExpression, nodes: readonly FoundNode[]): boolean {
  const within = nodes.find((each) => each.node === node)?.within ?? [];
  const call = within.findLast(({ type }) => type === 'CallExpression');
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  return call.callee.property.type === 'Identifier' && /join|cross|lookup/.test(call.callee.property.name);
}

const columnVerbs = [
  'select',
  'groupby',
  'orderby',
  'dedupe',
  'fold',
  'pivot',
  'unroll',
  'spread',
  'relocate',
];

/** The columns that are handed to steps and aggregates as texts: `groupby('column')`, `op.mean('column')`. */
export function listQuotedColumns(nodes: readonly FoundNode[]): NamedColumn[] {
  return nodes.flatMap(({ node, within }) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string') return [];
    const outer = within.filter(({ type }) => type !== 'ArrayExpression');
    const call = outer.at(-1);
    if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
    const { object, property } = call.callee;
    if (property.type !== 'Identifier') return [];
    const owner = object.type === 'Identifier' ? object.name : undefined;
    const isColumn =
      owner === 'op' ||
      (owner === 'aq'
        ? ['desc', 'not', 'range'].includes(property.name)
        : columnVerbs.includes(property.name));
    return isColumn ? [toNamed(node.value, node)] : [];
  });
}

/** Names that the text itself gives to columns: keys of objects that are handed to steps, and texts in them. */
export function listGivenNames(nodes: readonly FoundNode[]): string[] {
  return nodes.flatMap(({ node }) => {
    if (node.type !== 'Property') return [];
    const key =
      node.key.type === 'Identifier'
        ? [node.key.name]
        : node.key.type === 'Literal'
          ? [String(node.key.value)]
          : [];
    const value = node.value.type === 'Literal' ? [String(node.value.value)] : [];
    const listed =
      node.value.type === 'ArrayExpression'
        ? node.value.elements.flatMap((each) => (each?.type === 'Literal' ? [String(each.value)] : []))
        : [];
    return [...key, ...value, ...listed];
  });
}

function toNamed(
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
): NamedColumn {
  return { name, start, end };
}
