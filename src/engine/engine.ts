import type { Database } from '#src/results/database.ts';

/** What the page can say about the engine. */
export type EngineStatus =
  | { readonly state: 'idle' }
  /** `loadedBytes` and `totalBytes` count the engine and the data still to come. */
  | { readonly state: 'starting'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly state: 'ready' }
  | { readonly state: 'busy' }
  /** `message` is a sentence for the learner; `start()` tries again. */
  | { readonly state: 'failed'; readonly message: string };

/** What came of work that may be stopped. */
export type Limited<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'timeout'; readonly limitMs: number }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };

/** A query engine with tables attached. One for each page. */
export interface Engine {
  readonly status: () => EngineStatus;
  /** Calls back at every change; returns the way to stop listening. */
  readonly subscribe: (listener: (status: EngineStatus) => void) => () => void;
  /** Downloads, starts, attaches and locks. Safe to call again; after a failure it tries afresh. */
  readonly start: () => Promise<void>;
  /** Gives `work` the database alone, one at a time, and replaces the engine when the limit passes. */
  readonly use: <T>(work: (database: Database) => Promise<T>, options?: { timeLimitMs?: number }) => Promise<Limited<T>>;
  /** Stops what is running now. */
  readonly stop: () => void;
}
