import type { KnownTable } from '#src/engine/known-table.ts';
import type { Engine, Limited } from '#src/engine/engine.ts';
import { timeLeftMs, timeLimitMs } from '#src/engine/time-limit.ts';
import { explainPipeline } from '#src/sandbox/explain/explain-pipeline.ts';
import { findNamedTables } from '#src/sandbox/find-tables.ts';
import { findPipelineWarnings } from '#src/sandbox/find-warnings.ts';
import { handOver } from '#src/sandbox/hand-over.ts';
import type { HandedTable } from '#src/sandbox/pipeline-reply.ts';
import { toResultTable } from '#src/sandbox/pipeline-result.ts';
import { readPipeline, type Pipeline } from '#src/sandbox/read-pipeline.ts';
import type { Sandbox, SandboxOutcome } from '#src/sandbox/sandbox.ts';
import type { RunPart } from '#src/ui/run/text-runner.ts';

/** Where pipelines of a page run, and what they may name. */
export interface PipelinePlace {
  readonly engine: Engine;
  readonly sandbox: Sandbox;
  readonly tables: readonly (KnownTable & {
    readonly columns: readonly { readonly name: string; readonly type: string; readonly nullable: boolean }[];
  })[];
}

/** As many rows as a query shows. */
const rowLimit = 1000;

/**
 * Runs a pipeline for the learner to see, on the tables that it names as they stand in the page's engine, and says what in it
 * looks like a slip although it ran. Its table is told in the types that the engine would give it.
 */
export async function runOnPage(
  { engine, sandbox, tables }: PipelinePlace,
  text: string,
  signal: AbortSignal,
): Promise<RunPart> {
  const read = readPipeline(text);
  if (!read.ok) return { outcome: { status: 'error', error: read.error } };
  const { pipeline } = read;
  const names = findNamedTables(
    pipeline,
    tables.map(({ name }) => name),
  );
  let startedAt = performance.now();
  const handed = await engine.use<HandedTable[]>(
    (database) => {
      startedAt = performance.now();
      return handOver(database, names);
    },
    { timeLimitMs },
  );
  if (handed.status !== 'ok') return toEngineOutcome(engine, handed);
  signal.throwIfAborted();
  const outcome = await sandbox.run(pipeline.body, handed.value, {
    rowLimit,
    timeLimitMs: timeLeftMs(performance.now() - startedAt),
  });
  return toRunPart(pipeline, outcome, { tables, elapsedMs: performance.now() - startedAt });
}

function toEngineOutcome(engine: Engine, used: Exclude<Limited<unknown>, { status: 'ok' }>): RunPart {
  if (used.status !== 'failed') return { outcome: used };
  const status = engine.status();
  const reload = status.state === 'failed' && status.reload === true;
  return { failure: used.message, reload };
}

function toRunPart(
  pipeline: Pipeline,
  outcome: SandboxOutcome,
  { tables, elapsedMs }: Pick<PipelinePlace, 'tables'> & { readonly elapsedMs: number },
): RunPart {
  switch (outcome.status) {
    case 'replied': {
      const { reply } = outcome;
      if (reply.status !== 'table')
        return { outcome: { status: 'error', error: explainPipeline(pipeline, reply, tables) } };
      return {
        outcome: { status: 'ok', table: toResultTable(reply, rowLimit), elapsedMs },
        suspicions: findPipelineWarnings(pipeline, reply, tables),
      };
    }
    case 'timeout':
      return { outcome: { status: 'timeout', limitMs: timeLimitMs } };
    case 'cancelled':
      return { outcome };
    case 'failed':
      return { failure: outcome.message, reload: false };
  }
}
