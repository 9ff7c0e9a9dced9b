import type { HandedTable } from '../pipeline-reply.ts';
import { runPipeline } from '../run-pipeline.ts';
import type { SandboxOutcome } from '../sandbox.ts';

/**
 * Runs the body of a pipeline that stands in the project's own files, in this process and without a limit. What learners wrote
 * runs in the sandbox of a browser, never here.
 */
export function runAuthored(
  body: string,
  tables: readonly HandedTable[],
  rowLimit: number,
): Promise<SandboxOutcome> {
  return Promise.resolve({ status: 'replied', reply: runPipeline({ body, tables, rowLimit }) });
}
