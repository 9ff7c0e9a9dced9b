import type { KnownTable } from '#src/engine/known-table.ts';
import type { TextRange } from '#src/results/run-outcome.ts';
import type { PipelineReply } from '../pipeline-reply.ts';
import type { Pipeline } from '../read-pipeline.ts';
import type { FoundNode } from './pipeline-nodes.ts';

/** A pipeline that gave no table. */
export interface FailedPipeline {
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
export type PipelineExplainer = (failure: FailedPipeline) => PipelineAdvice | undefined;
