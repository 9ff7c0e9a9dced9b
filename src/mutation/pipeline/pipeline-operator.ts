import type { FoundNode, MethodCall } from '#src/sandbox/explain/pipeline-nodes.ts';
import type { Pipeline } from '#src/sandbox/read-pipeline.ts';

/** A stretch of the model answer's text, and what a slip writes there. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an operator is given: the model answer with all its nodes. */
export interface MutatedPipeline {
  readonly pipeline: Pipeline;
  readonly nodes: readonly FoundNode[];
  readonly calls: readonly MethodCall[];
}

/** A kind of slip in a pipeline. */
export interface PipelineOperator {
  readonly id: string;
  /** What a learner whose result matches should look at. */
  readonly sentence: string;
  /** Each place where the slip can be made. */
  readonly edit: (model: MutatedPipeline) => readonly TextEdit[];
}
