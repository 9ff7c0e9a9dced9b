import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { handOver } from '#src/sandbox/hand-over.ts';
import type { HandedTable, PipelineReply } from '#src/sandbox/pipeline-reply.ts';
import { toResultImport, type PipelineResult } from '#src/sandbox/pipeline-result.ts';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';

/** A pipeline that can be run on whatever rows its tables have. */
export interface PipelineAnswer {
  /** As it was written. */
  readonly text: string;
  /** Names of the real tables that it names. */
  readonly tables: readonly string[];
  /** Where it runs: the sandbox of a page, or in Node for what authors wrote. */
  readonly run: (tables: readonly HandedTable[], place: RunPlace) => Promise<SandboxOutcome>;
  /** Whether nothing of it outlives a run, so that its runs may share a worker. */
  readonly keepsNothing: boolean;
}

/** A worker of its own, or one in which the same text may have run before. */
export type RunPlace = 'fresh' | 'shared';

/** The pipeline gave no table. */
export class PipelineFailure extends Error {
  readonly reply: Exclude<PipelineReply, { status: 'table' }>;
  constructor(reply: Exclude<PipelineReply, { status: 'table' }>) {
    super('A pipeline gave no table.');
    this.reply = reply;
  }
}

/** Nobody knows what the pipeline would have given: it was stopped, or the sandbox broke. `message` says why. */
export class PipelineStopped extends Error {}

/**
 * Runs a pipeline on the tables that stand in the database now, and puts what it gives into a temporary table.
 *
 * Rejects with a `PipelineFailure` when it gives no table and with a `PipelineStopped` when it cannot be told.
 *
 * @param table - The name of the table to make.
 * @returns a query with the columns, rows and order of the result.
 */
export async function askPipeline(
  database: ArrowDatabase,
  answer: PipelineAnswer,
  table: string,
): Promise<string> {
  const outcome = await answer.run(await handOver(database, answer.tables), 'fresh');
  const { create, stream, query } = toResultImport(toResult(outcome), table);
  await database.query(create);
  await database.insertArrow(table, stream);
  return query;
}

/**
 * What a run gave, to be compared: at most `rowLimit` rows of it. Rejects as `askPipeline` does.
 *
 * @param name - Begins the names of what is made.
 */
export async function copyOutcome(
  database: ArrowDatabase,
  outcome: SandboxOutcome,
  { name, rowLimit }: { readonly name: string; readonly rowLimit: number },
): Promise<ResultCopy> {
  const [table, raw] = [`${name}_copy`, `${name}_raw`];
  const { create, stream, columns, rowCount, toCopy } = toResultImport(toResult(outcome), raw);
  // In one go: every message to the engine's worker takes its time.
  await database.query(`${create};\n${toCopy(table, rowLimit)}`);
  await database.insertArrow(raw, stream);
  return { table, columns, rowCount: Math.min(rowCount, rowLimit), cut: rowCount > rowLimit };
}

function toResult(outcome: SandboxOutcome): PipelineResult {
  switch (outcome.status) {
    case 'replied':
      if (outcome.reply.status === 'table') return outcome.reply;
      throw new PipelineFailure(outcome.reply);
    case 'timeout':
      throw new PipelineStopped('Your pipeline was still running when the time of the check was over.');
    case 'cancelled':
      throw new PipelineStopped('The check was stopped. Check again when you are ready.');
    case 'failed':
      throw new PipelineStopped(outcome.message);
  }
}
