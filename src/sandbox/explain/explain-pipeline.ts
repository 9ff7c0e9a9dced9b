import type { KnownTable } from '#src/engine/known-table.ts';
import type { QueryError } from '#src/results/run-outcome.ts';
import type { Pipeline } from '../read-pipeline.ts';
import { explainCalls } from './explain-calls.ts';
import { explainColumns } from './explain-columns.ts';
import { explainJoins, explainPairedKeys, explainSorts } from './explain-joins.ts';
import { explainScope } from './explain-scope.ts';
import { explainNoTable } from './explain-no-table.ts';
import type { PipelineExplainer, FailedPipeline } from './failed-pipeline.ts';
import { listNodes } from './pipeline-nodes.ts';

const explainers: readonly PipelineExplainer[] = [
  ...[explainNoTable, explainCalls, explainScope, explainColumns],
  ...[explainJoins, explainPairedKeys, explainSorts],
];

/**
 * Why a pipeline gave no table, as sentences for a person who is new to JavaScript, with the place in the text. What the
 * engine said is kept under `details`.
 *
 * @param tables - Those that the pipeline can name.
 */
export function explainPipeline(
  pipeline: Pipeline,
  reply: FailedPipeline['reply'],
  tables: readonly KnownTable[],
): QueryError {
  const failure = { pipeline, nodes: listNodes(pipeline.program), reply, tables };
  const details = reply.status === 'error' ? `${reply.name}: ${reply.message}` : reply.status;
  for (const explain of explainers) {
    const advice = explain(failure);
    if (advice) return { ...advice, details };
  }
  if (details.includes('Octal literals'))
    return { message: 'A number has a comma in it.', advice: 'Write `1000000`, not `1,000,000`.', details };
  return {
    message: 'The pipeline did not run.',
    advice: reply.status === 'error' ? toFirstSentence(reply.message) : 'Look at its last step.',
    details,
  };
}

function toFirstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  return `JavaScript says: ${line.slice(0, 200)}`;
}
