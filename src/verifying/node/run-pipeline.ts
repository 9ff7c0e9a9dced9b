import type { HandedTable } from '#src/sandbox/pipeline-reply.ts';
import type { SandboxOutcome } from '#src/sandbox/sandbox.ts';

/** Where pipelines run: a browser's sandbox for what learners wrote, this process for what stands in the project's own files. */
export type RunPipeline = (
  body: string,
  tables: readonly HandedTable[],
  timeLimitMs: number,
) => Promise<SandboxOutcome>;
