import type { ShownFailure } from '../failure/to-failure.ts';
import type { ShownRun } from './shown-run.ts';

/** What came of running a text: its outcome, or why it could not be run when that was not the learner's doing. */
export type RunPart = Pick<ShownRun, 'outcome' | 'suspicions'> | ShownFailure;

/** How a text is run on a page: a query in the engine, a pipeline in the sandbox. */
export interface TextRunner {
  /** `signal` tells that the person no longer wants to know. Rejects with what did not arrive. */
  readonly run: (text: string, signal: AbortSignal) => Promise<RunPart>;
  /** Stops what is running now, and what a judge does with it. */
  readonly stop: () => void;
}
