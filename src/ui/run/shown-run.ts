import type { RunOutcome } from '#src/results/run-outcome.ts';

/** What is under way. A check begins with a run. */
export type Doing = 'nothing' | 'run' | 'check';

/** What came of the last run. Everything in it is about `text`. */
export interface ShownRun<Judged = unknown> {
  readonly text: string;
  /** What was asked for, so that it can be tried again. */
  readonly attempted: 'run' | 'check';
  readonly outcome?: RunOutcome;
  /** Sentences on what looks like a slip in a query that ran. */
  readonly suspicions?: readonly string[];
  /** What a check adds. */
  readonly judged?: Judged;
  /** Why it could not be done, when that was not the learner's doing. */
  readonly failure?: string;
  /** Whether only loading the page again helps after that failure. */
  readonly reload?: boolean;
}
