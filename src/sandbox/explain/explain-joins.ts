import type { AnyNode } from 'acorn';
import type { PipelineExplainer } from './failed-pipeline.ts';
import { listMethodCalls, type FoundNode } from './pipeline-nodes.ts';

const joins = ['join', 'join_left', 'join_right', 'join_full', 'semijoin', 'antijoin', 'lookup'];

/** The key of a join, as far as the text tells it. */
export interface JoinKey {
  /** The name of the other table, where it is a plain name. */
  readonly other: string;
  readonly key: AnyNode;
  readonly verb: string;
}

/** The joins of a text whose other table is named and whose key is given. */
export function listJoinKeys(nodes: readonly FoundNode[]): JoinKey[] {
  return listMethodCalls(nodes).flatMap(({ call: { arguments: given }, method, owner }) => {
    const [other, key] = given;
    if (!joins.includes(method.name) || owner === 'aq' || owner === 'op') return [];
    return other?.type === 'Identifier' && key ? [{ other: other.name, key, verb: method.name }] : [];
  });
}

/** `join(councils, 'council_code')`, where the other table calls its key by another name. */
export const explainJoins: PipelineExplainer = ({ nodes, reply, tables }) => {
  if (reply.status !== 'error') return undefined;
  for (const { other, key } of listJoinKeys(nodes)) {
    const columns = tables.find(({ name }) => name === other)?.columns.map(({ name }) => name);
    if (!columns || key.type !== 'Literal' || typeof key.value !== 'string') continue;
    if (columns.includes(key.value)) continue;
    const isElsewhere = tables.some(({ columns: all }) => all.some(({ name }) => name === key.value));
    if (!isElsewhere) continue;
    return {
      message: `\`${other}\` has no column \`${key.value}\`.`,
      advice: `Where the two tables have other names for the key, give both in a list: \`['${key.value}', '…']\`, that of \`${other}\` second.`,
      place: { start: key.start, end: key.end },
    };
  }
  return undefined;
};

/**
 * `join(emission_areas, ['council_code', 'year']).join(councils, ['council_code', 'code'])`: the first pair is one column of each
 * table, so both tables keep theirs, and a later step finds `council_code_1` and `council_code_2`.
 */
export const explainPairedKeys: PipelineExplainer = ({ nodes, reply, tables }) => {
  if (reply.status !== 'error' || !reply.message.startsWith('Invalid column reference')) return undefined;
  for (const { other, key } of listJoinKeys(nodes)) {
    const names = listPairedNames(key);
    const columns = tables.find(({ name }) => name === other)?.columns.map(({ name }) => name) ?? [];
    if (names.length === 0 || !names.every((name) => columns.includes(name))) continue;
    return {
      message: 'A list of two names is one column of each table.',
      advice: `For two columns of both tables, write \`${toDoubleList(names)}\`.`,
      place: { start: key.start, end: key.end },
    };
  }
  return undefined;
};

/** The two names of a key such as `['code', 'year']`; none where it has another form. */
export function listPairedNames(key: AnyNode): readonly string[] {
  if (key.type !== 'ArrayExpression' || key.elements.length !== 2) return [];
  const names = key.elements.flatMap((each) =>
    each?.type === 'Literal' && typeof each.value === 'string' ? [each.value] : [],
  );
  return names.length === 2 ? names : [];
}

/** How a key of these columns, of both tables, is written. */
export function toDoubleList(names: readonly string[]): string {
  const list = `[${names.map((name) => `'${name}'`).join(', ')}]`;
  return `[${list}, ${list}]`;
}

/** `orderby(d => op.abs(d.a))`: Arquero cannot call a function of `op` while it sorts. */
export const explainSorts: PipelineExplainer = ({ nodes, reply }) => {
  if (reply.status !== 'error') return undefined;
  const name = /^fn\.(\w+) is not a function/.exec(reply.message)?.[1];
  if (name === undefined) return undefined;
  const used = listMethodCalls(nodes).find(
    ({ owner, method, within }) =>
      owner === 'op' &&
      method.name === name &&
      listMethodCalls(within.map((node) => ({ node, within: [] }))).some(
        ({ method: outer }) => outer.name === 'orderby',
      ),
  );
  return {
    message: `\`op.${name}\` does not work inside \`orderby\`.`,
    advice: `Make a column of it first, with \`.derive({ name: d => op.${name}(…) })\`, and sort by that.`,
    ...(used && { place: { start: used.call.start, end: used.call.end } }),
  };
};
