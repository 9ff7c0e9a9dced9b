/** A node of DuckDB's own syntax tree, as `json_serialize_sql` gives it: plain JSON. */
export type SyntaxNode = { [key: string]: SyntaxValue };
export type SyntaxValue = null | boolean | number | string | SyntaxValue[] | SyntaxNode;

/** The way from the root to a place in the tree: property names and list positions. */
export type TreePath = readonly (string | number)[];

export interface Visit {
  readonly node: SyntaxNode;
  readonly path: TreePath;
  /** The nodes above this one, the root first. */
  readonly ancestors: readonly SyntaxNode[];
}

export function isNode(value: SyntaxValue | undefined): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nodes in a property that holds a list; empty when there is none. */
export function nodesIn(node: SyntaxNode | undefined, key: string): SyntaxNode[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The node in a property, if it holds one. */
export function nodeIn(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** Every object in the tree, parents before children. */
export function* walk(
  node: SyntaxNode,
  path: TreePath = [],
  ancestors: readonly SyntaxNode[] = [],
): Generator<Visit> {
  yield { node, path, ancestors };
  for (const [key, value] of Object.entries(node))
    yield* walkValue(value, [...path, key], [...ancestors, node]);
}

function* walkValue(value: SyntaxValue, path: TreePath, ancestors: readonly SyntaxNode[]): Generator<Visit> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walkValue(item, [...path, index], ancestors);
  } else if (isNode(value)) {
    yield* walk(value, path, ancestors);
  }
}

/** A copy of the tree with another value at one place; the original is untouched. */
export function replaceAt(tree: SyntaxNode, path: TreePath, value: SyntaxValue): SyntaxNode {
  const copy = structuredClone(tree);
  if (path.length === 0) return value as SyntaxNode;
  let holder: SyntaxValue = copy;
  for (const step of path.slice(0, -1))
    holder = (holder as Record<string | number, SyntaxValue>)[step] ?? null;
  (holder as Record<string | number, SyntaxValue>)[path[path.length - 1] as string | number] =
    structuredClone(value);
  return copy;
}

/** Two trees that differ in nothing but where their text stood. */
export function sameTree(a: SyntaxValue | undefined, b: SyntaxValue | undefined): boolean {
  return toKey(a) === toKey(b);
}

function toKey(value: SyntaxValue | undefined): string {
  return (
    JSON.stringify(value, (key, item: unknown) =>
      key === 'query_location' || key === 'alias' ? undefined : item,
    ) ?? ''
  );
}
