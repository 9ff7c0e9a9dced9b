import { findNearest } from '#src/engine/explain/nearest.ts';
import type { PipelineExplainer } from './failed-pipeline.ts';
import { listGivenNames, listMethodCalls, listQuotedColumns, listReadColumns } from './pipeline-nodes.ts';

// These steps make columns whose names stand in the data.
const makesColumns = ['pivot', 'spread', 'params'];
const usual = ['key', 'value', 'count'];

/** A column that no table has. */
export const explainColumns: PipelineExplainer = ({ nodes, reply, tables, pipeline }) => {
  if (reply.status !== 'error') return undefined;
  const calls = listMethodCalls(nodes).map(({ method }) => method.name);
  if (calls.some((name) => makesColumns.includes(name))) return undefined;
  const here = tables.filter(({ name }) =>
    nodes.some(({ node }) => node.type === 'Identifier' && node.name === name),
  );
  const own = here.flatMap(({ columns }) => columns.map(({ name }) => name));
  const given = listGivenNames(nodes);
  const joined = here.length > 1 ? own.flatMap((name) => [`${name}_1`, `${name}_2`]) : [];
  const known = new Set([...own, ...given, ...usual, ...joined]);
  const named = [...listReadColumns(nodes), ...listQuotedColumns(nodes)].toSorted(
    (a, b) => a.start - b.start,
  );
  const unknown = named.find(({ name }) => !known.has(name));
  if (!unknown) return undefined;
  const near = findNearest(unknown.name, [...own, ...given], 2);
  const all = own.slice(0, 8).map((name) => `\`${name}\``);
  return {
    message: `There is no column \`${unknown.name}\`.`,
    advice:
      near.length > 0
        ? `Did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?`
        : `The columns are ${all.join(', ')}${own.length > all.length ? ' and others' : ''}.`,
    place: { start: unknown.start, end: Math.min(unknown.end, pipeline.text.length) },
  };
};
