import { waitForTurn } from './progress-database.ts';
import type { DatabaseCall, ProgressDatabase } from './progress-database.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** So long a page waits for the database at its start, all calls together, and later for the first answer to a call. */
export const patienceMs = 1_500;
/** So long a call may take that is being answered: to read very many records. */
const wholeMs = 30_000;
/** At the end of the patience a call still gets this long: the database may be well. */
const leastMs = 200;

export type DatabaseWork<T> = (open: ProgressDatabase, call: DatabaseCall) => Promise<T>;

/** The calls to the database that are under way. */
export interface DatabaseCalls {
  /** From now on the calls share one patience, until it has passed. */
  readonly begin: () => void;
  /** Rejects with a `TimeoutError` when no answer comes, and ends the work then. */
  readonly call: <T>(open: ProgressDatabase, work: DatabaseWork<T>) => Promise<T>;
  /** Waits without a limit until the database answers. */
  readonly waitForAnswer: (open: ProgressDatabase) => Promise<void>;
  /** Ends all: each rejects. */
  readonly endAll: () => void;
}

export function createDatabaseCalls(): DatabaseCalls {
  const running = new Set<AbortController>();
  let patientUntil = 0;

  async function run<T>(work: (controller: AbortController) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    running.add(controller);
    try {
      return await work(controller);
    } catch (error) {
      controller.abort();
      throw error;
    } finally {
      running.delete(controller);
    }
  }

  return {
    begin: () => {
      patientUntil = performance.now() + patienceMs;
    },
    call: (open, work) =>
      run(({ signal }) => {
        const restMs = patientUntil - performance.now();
        const firstMs = restMs > 0 ? Math.max(leastMs, restMs) : patienceMs;
        return withTimeLimit((answered) => work(open, { answered, signal }), { firstMs, wholeMs });
      }),
    waitForAnswer: (open) => run(({ signal }) => waitForTurn(open, signal)),
    endAll: () => {
      for (const controller of running) controller.abort();
    },
  };
}
