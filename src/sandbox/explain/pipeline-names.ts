import type { Identifier } from 'acorn';
import type { FoundNode } from './pipeline-nodes.ts';

/** Names that a text reads as values: not members, not keys. */
export function listUsedNames(nodes: readonly FoundNode[]): FoundNode<Identifier>[] {
  return nodes.flatMap((found) => {
    const { node, within } = found;
    if (node.type !== 'Identifier') return [];
    const outer = within.at(-1);
    if (outer?.type === 'MemberExpression' && outer.property === node && !outer.computed) return [];
    // A short key, `{ limit }`, is both a name and a value.
    if (outer?.type === 'Property' && outer.key === node && !outer.shorthand && !outer.computed) return [];
    return [{ ...found, node }];
  });
}

/** Names that the text declares: by `const`, as a function, or as what a function is given. */
export function listDeclaredNames(nodes: readonly FoundNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (pattern: { readonly type: string } | null | undefined): void => {
    const node = pattern as {
      type: string;
      name?: string;
      properties?: { value?: { type: string }; argument?: { type: string } }[];
      elements?: ({ type: string } | null)[];
      left?: { type: string };
      argument?: { type: string };
    };
    if (!pattern) return;
    if (node.name !== undefined) names.add(node.name);
    for (const each of node.properties ?? []) take(each.value ?? each.argument);
    for (const each of node.elements ?? []) take(each);
    take(node.left);
    take(node.argument);
  };
  for (const { node } of nodes) {
    if (node.type === 'VariableDeclarator') take(node.id);
    if (node.type === 'FunctionDeclaration') take(node.id);
    if ('params' in node) for (const param of node.params) take(param);
  }
  return names;
}
