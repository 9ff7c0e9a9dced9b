import type { HandedTable, PipelineReply } from './pipeline-reply.ts';

/** What came of a run that may be stopped. */
export type SandboxOutcome =
  | { readonly status: 'replied'; readonly reply: PipelineReply }
  | { readonly status: 'timeout'; readonly limitMs: number }
  | { readonly status: 'cancelled' }
  /** The sandbox did not start, or it broke. `message` is for the learner. */
  | { readonly status: 'failed'; readonly message: string };

/** A place apart where a learner's JavaScript runs: nothing it does reaches the page, the network or what is stored. */
export interface Sandbox {
  /** Begins to load, so that the first run need not wait. */
  readonly start: () => void;
  /**
   * Runs the body of a pipeline, one at a time. The limit counts from when it begins to run. Never rejects.
   *
   * @param tables - Their bytes are handed over: they are empty here afterwards.
   */
  readonly run: (
    body: string,
    tables: readonly HandedTable[],
    options: { readonly rowLimit: number; readonly timeLimitMs: number },
  ) => Promise<SandboxOutcome>;
  /** Stops what is running now. */
  readonly stop: () => void;
}
