import type { HandedTable, PipelineReply } from './pipeline-reply.ts';

/** What came of a run that may be stopped. */
export type SandboxOutcome =
  | { readonly status: 'replied'; readonly reply: PipelineReply }
  | { readonly status: 'timeout'; readonly limitMs: number }
  | { readonly status: 'cancelled' }
  /** The sandbox did not start, or it broke. `message` is for the learner. */
  | { readonly status: 'failed'; readonly message: string };

/** How a pipeline is run. */
export interface SandboxRunOptions {
  readonly rowLimit: number;
  readonly timeLimitMs: number;
  /**
   * Runs of one text that have the same number here share a worker, until a run without it or with another. Only a text that
   * keeps nothing between its runs may (see `keepsNothing`). Without it, the run has a worker of its own.
   */
  readonly series?: number;
}

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
    options: SandboxRunOptions,
  ) => Promise<SandboxOutcome>;
  /** Stops what is running now. */
  readonly stop: () => void;
  /** Lets the worker of a series go. */
  readonly endSeries: (series: number) => void;
}
