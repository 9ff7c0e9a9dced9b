import { describeQuery, type DescribedQuery } from '#src/compare/result-copy.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { handOver, type RowOrder } from '#src/sandbox/hand-over.ts';
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
  readonly run: (tables: readonly HandedTable[]) => Promise<SandboxOutcome>;
}

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
  { table, order = 'stored' }: { readonly table: string; readonly order?: RowOrder },
): Promise<DescribedQuery> {
  const outcome = await answer.run(await handOver(database, answer.tables, order));
  const result = toResult(outcome);
  const { create, stream, query } = toResultImport(result, table);
  await database.query(create);
  await database.insertArrow(table, stream);
  return describeQuery(database, query);
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
