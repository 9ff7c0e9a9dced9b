import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Acceptance } from './edition-finding.ts';

/** A new value for a field of a YAML file: names and positions lead to it. */
export interface FieldEdit {
  readonly path: readonly (string | number)[];
  readonly value: string | number;
}

/**
 * Puts new values into the text of a descriptor and leaves every other letter as its author wrote it.
 *
 * @example
 * editDescriptor('id: a\nrowCount: 3 # rows', [{ path: ['rowCount'], value: 4 }]) // => 'id: a\nrowCount: 4 # rows'
 *
 * @throws when a field is not there
 */
export function editDescriptor(text: string, edits: readonly FieldEdit[]): string {
  const document = parseDocument(text);
  const places = edits.map(({ path, value }) => {
    const node = path.reduce<unknown>((at, step) => child(at, step), document.contents);
    if (!isScalar(node) || node.range === null || node.range === undefined)
      throw new Error(`The descriptor has no field ${path.join('.')}.`);
    return { from: node.range[0], to: node.range[1], value: String(value) };
  });
  // From the end, so that the places before stay where they are.
  return places
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, value }) => result.slice(0, from) + value + result.slice(to), text);
}

/**
 * Puts what somebody accepted at the end of the text of a descriptor.
 *
 * @param on - The day, as ISO text.
 */
export function recordAcceptances(text: string, accepted: readonly Acceptance[], on: string): string {
  if (accepted.length === 0) return text;
  const items = accepted
    .map(
      ({ finding, reason }) =>
        `  - finding: ${JSON.stringify(finding)}\n    reason: ${JSON.stringify(reason)}\n    on: "${on}"\n`,
    )
    .join('');
  const list = /^accepted:\n/m;
  if (list.test(text)) return text.replace(list, (start) => `${start}${items}`);
  return `${text.replace(/\n*$/, '\n')}accepted:\n${items}`;
}

function child(at: unknown, step: string | number): Node | undefined {
  if (isMap(at)) {
    const pair = at.items.find(({ key }) => isScalar(key) && key.value === step);
    return pair?.value as Node | undefined;
  }
  return isSeq(at) ? (at.items[Number(step)] as Node | undefined) : undefined;
}
