import type { SyntaxNode } from './syntax-tree.ts';

/** The way from the root to a place in the tree: property names and list positions. */
export type TreePath = readonly (string | number)[];

export interface Visit<N extends SyntaxNode = SyntaxNode> {
  readonly node: N;
  readonly path: TreePath;
  /** The nodes above this one, the root first. */
  readonly ancestors: readonly SyntaxNode[];
}

/** Every object in the tree, parents before children. */
export function* walk(
  node: SyntaxNode,
  path: TreePath = [],
  ancestors: readonly SyntaxNode[] = [],
): Generator<Visit> {
  yield { node, path, ancestors };
  for (const [part, steps] of partsOf(node)) yield* walk(part, [...path, ...steps], [...ancestors, node]);
}

/** The objects directly in a node, with the way to each: one step, or several where it stands in a list. */
export function partsOf(node: SyntaxNode): [part: SyntaxNode, steps: TreePath][] {
  return Object.entries(node).flatMap(([key, value]) => nodesAt(value, [key]));
}

function nodesAt(value: unknown, steps: TreePath): [SyntaxNode, TreePath][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => nodesAt(item, [...steps, index]));
  return isObject(value) ? [[value as SyntaxNode, steps]] : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A copy of a node with other parts. `change` gives back what is to stay. */
export function mapParts<N extends SyntaxNode>(
  node: N,
  change: (part: SyntaxNode, steps: TreePath) => SyntaxNode,
): N {
  const map = (value: unknown, steps: TreePath): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => map(item, [...steps, index]));
    return isObject(value) ? change(value as SyntaxNode, steps) : value;
  };
  const parts = Object.entries(node).map(([key, value]) => [key, map(value, [key])] as const);
  return Object.fromEntries(parts) as object as N;
}

/** A copy of the tree with other nodes in it, the parts of each before itself. `change` gives back what is to stay. */
export function mapTree<N extends SyntaxNode>(tree: N, change: (node: SyntaxNode) => SyntaxNode): N {
  return change(mapParts(tree, (part) => mapTree(part, change))) as N;
}

/** A copy of the tree with another node at one place, which must be one that may stand there. */
export function replaceAt<N extends SyntaxNode>(tree: N, path: TreePath, node: SyntaxNode): N {
  const put = (holder: unknown, [step, ...rest]: TreePath): unknown => {
    if (step === undefined) return node;
    if (Array.isArray(holder)) return holder.with(Number(step), put(holder[Number(step)], rest));
    return { ...(holder as object), [step]: put((holder as Record<string, unknown>)[step], rest) };
  };
  return put(tree, path) as N;
}

/** Whether two nodes differ in nothing but where their text stood and in the names that they give. */
export function sameTree(a: SyntaxNode | undefined, b: SyntaxNode | undefined): boolean {
  return toNodeKey(a) === toNodeKey(b);
}

function toNodeKey(node: SyntaxNode | undefined): string {
  return (
    JSON.stringify(node, (key, item: unknown) =>
      key === 'query_location' || key === 'alias' ? undefined : item,
    ) ?? ''
  );
}
