import type { KnownTable } from '#src/engine/known-table.ts';
import type { QueryError } from '#src/results/run-outcome.ts';
import { explainPipeline } from '#src/sandbox/explain/explain-pipeline.ts';
import { findNamedTables } from '#src/sandbox/find-tables.ts';
import { keepsNothing } from '#src/sandbox/keeps-nothing.ts';
import type { HandedTable } from '#src/sandbox/pipeline-reply.ts';
import { readPipeline } from '#src/sandbox/read-pipeline.ts';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';
import type { PipelineAnswer, PipelineFailure, RunPlace } from './pipeline-answer.ts';

/** A text that was read as a pipeline, with what is said where it gives no table. */
export interface ReadAnswer {
  readonly answer: PipelineAnswer;
  readonly explain: (reply: PipelineFailure['reply']) => QueryError;
}

/** Runs the body of a pipeline on tables. */
export type RunPipelineBody = (
  body: string,
  handed: readonly HandedTable[],
  place: RunPlace,
) => Promise<SandboxOutcome>;

/** Texts that are known to be right, as answers. */
export function toAcceptedAnswers(
  texts: readonly string[],
  tables: readonly KnownTable[],
  run: RunPipelineBody,
): PipelineAnswer[] {
  return texts.flatMap((text) => {
    const read = toPipelineAnswer(text, tables, run);
    return read.ok ? [read.answer] : [];
  });
}

/**
 * Reads a learner's text as an answer. A text that is no JavaScript is explained.
 *
 * @param tables - Those that the text may name.
 * @param run - Runs the body of a pipeline.
 */
export function toPipelineAnswer(
  text: string,
  tables: readonly KnownTable[],
  run: RunPipelineBody,
): ({ readonly ok: true } & ReadAnswer) | { readonly ok: false; readonly error: QueryError } {
  const read = readPipeline(text);
  if (!read.ok) return read;
  const { pipeline } = read;
  const names = tables.map(({ name }) => name);
  return {
    ok: true,
    answer: {
      text,
      tables: findNamedTables(pipeline, names),
      run: (handed, place) => run(pipeline.body, handed, place),
      keepsNothing: keepsNothing(pipeline, names),
    },
    explain: (reply) => explainPipeline(pipeline, reply, tables),
  };
}
