import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FieldPath } from './schema-at.ts';

/**
 * The line, from 1, where a field of a YAML document stands. For a field that is missing: the line of the nearest
 * field around it.
 */
export function lineOfPath(document: Document, lineCounter: LineCounter, path: FieldPath): number {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      // The key's own place, because the value may start on a later line.
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined;
      if (node === undefined) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return Math.max(1, lineCounter.linePos(offset).line);
}

/**
 * The line, from 1, where a field stands in the text of a YAML file, for rules that need more than that one file.
 *
 * @example
 * lineInText('id: a\ntables:\n  - name: b', 'tables.0.name') // => 3
 */
export function lineInText(text: string, path: string): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  return lineOfPath(document, lineCounter, path.split('.'));
}
