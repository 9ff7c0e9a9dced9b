import type { KnownTable } from '#src/engine/known-table.ts';
import type { QueryError, TextRange } from '#src/results/run-outcome.ts';
import type { PipelineReply } from '../pipeline-reply.ts';
import type { Pipeline } from '../read-pipeline.ts';
import { explainCalls } from './explain-calls.ts';
import { explainColumns } from './explain-columns.ts';
import { explainNames } from './explain-names.ts';
import { explainNoTable } from './explain-no-table.ts';
import { listNodes, type FoundNode } from './pipeline-nodes.ts';

/** A pipeline that gave no table. */
export interface PipelineFailure {
  readonly pipeline: Pipeline;
  /** Of the whole text. */
  readonly nodes: readonly FoundNode[];
  readonly reply: Exclude<PipelineReply, { status: 'table' }>;
  readonly tables: readonly KnownTable[];
}

export interface PipelineAdvice {
  readonly message: string;
  readonly advice: string;
  readonly place?: TextRange;
}

/** What one part knows of a failure; undefined when it is none of its kind. */
export type PipelineExplainer = (failure: PipelineFailure) => PipelineAdvice | undefined;

const explainers: readonly PipelineExplainer[] = [explainNoTable, explainCalls, explainNames, explainColumns];

/**
 * Why a pipeline gave no table, as sentences for a person who is new to JavaScript, with the place in the text. What the
 * engine said is kept under `details`.
 *
 * @param tables - Those that the pipeline can name.
 */
export function explainPipeline(
  pipeline: Pipeline,
  reply: PipelineFailure['reply'],
  tables: readonly KnownTable[],
): QueryError {
  const failure = { pipeline, nodes: listNodes(pipeline.program), reply, tables };
  const details = reply.status === 'error' ? `${reply.name}: ${reply.message}` : reply.status;
  for (const explain of explainers) {
    const advice = explain(failure);
    if (advice) return { ...advice, details };
  }
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
