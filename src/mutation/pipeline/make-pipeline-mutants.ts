import { listMethodCalls, listNodes } from '#src/sandbox/explain/pipeline-nodes.ts';
import { readPipeline, type Pipeline } from '#src/sandbox/read-pipeline.ts';
import type { PipelineOperator } from './pipeline-operator.ts';
import { pipelineOperators } from './pipeline-operators.ts';

/** A small edit of a model answer: a pipeline that a learner may well write, and that must be refused. */
export interface PipelineMutant {
  /** The id of the mutation operator that made it. */
  readonly operator: string;
  /** What a learner whose result matches should look at. */
  readonly sentence: string;
  readonly text: string;
}

/** Every mutant of a pipeline, made in its own text at the places that its tree gives, without repeats and without itself. */
export function makePipelineMutants(
  pipeline: Pipeline,
  operators: readonly PipelineOperator[] = pipelineOperators,
): PipelineMutant[] {
  const nodes = listNodes(pipeline.program);
  const model = { pipeline, nodes, calls: listMethodCalls(nodes) };
  const mutants = new Map<string, PipelineMutant>();
  for (const { id, sentence, edit } of operators) {
    for (const { start, end, text: instead } of edit(model)) {
      const text = pipeline.text.slice(0, start) + instead + pipeline.text.slice(end);
      if (text === pipeline.text || mutants.has(text) || !readPipeline(text).ok) continue;
      mutants.set(text, { operator: id, sentence, text });
    }
  }
  return [...mutants.values()];
}
