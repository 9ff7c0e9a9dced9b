import { listNodes } from './explain/pipeline-nodes.ts';
import type { Pipeline } from './read-pipeline.ts';

/** Those of the tables that a pipeline names. */
export function findNamedTables({ program }: Pipeline, tables: readonly string[]): string[] {
  const names = new Set(
    listNodes(program).flatMap(({ node }) => (node.type === 'Identifier' ? [node.name] : [])),
  );
  return tables.filter((table) => names.has(table));
}
