import type { ArrowDatabase } from '#src/results/database.ts';

/** What the page can say about the engine. */
export type EngineStatus =
  | { readonly state: 'idle' }
  /** `loadedBytes` of `totalBytes` of the engine and the data are here; all of them when it only restarts. */
  | { readonly state: 'starting'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly state: 'ready' }
  | { readonly state: 'busy' }
  /** `message` is a sentence for the learner; `start()` tries again, unless only to `reload` the page helps. */
  | { readonly state: 'failed'; readonly message: string; readonly reload?: boolean };

/** What came of work that may be stopped. */
export type Limited<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'timeout'; readonly limitMs: number }
  | { readonly status: 'cancelled' }
  /** The engine did not start, or it died. `message` is a sentence for the learner. */
  | { readonly status: 'failed'; readonly message: string };

/**
 * Work that has the database to itself. It calls `spoil` when it cannot leave the database as it found it: the engine
 * is then replaced before the next work begins.
 */
export type EngineWork<T> = (database: ArrowDatabase, spoil: () => void) => Promise<T>;

/** A query engine with tables attached. One for each page. */
export interface Engine {
  readonly status: () => EngineStatus;
  /** Calls back at every change; returns the way to stop listening. */
  readonly subscribe: (listener: (status: EngineStatus) => void) => () => void;
  /**
   * Downloads, starts, attaches and locks. Safe to call again; after a failure it tries afresh. It never rejects: the
   * status says how it went.
   */
  readonly start: () => Promise<void>;
  /**
   * Starts the engine when needed, gives `work` the database alone, one at a time, and replaces the engine when the
   * limit passes. The limit counts from when the work begins. Rejects only with what `work` itself throws.
   */
  readonly use: <T>(work: EngineWork<T>, options?: { timeLimitMs?: number }) => Promise<Limited<T>>;
  /** Stops what is running now. */
  readonly stop: () => void;
}
