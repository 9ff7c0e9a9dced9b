import { deleteDB } from 'idb';
import { explainStoringProblem, supersededReason } from './explain-storing-problem.ts';
import { clearDatabase, databaseName, openProgressDatabase } from './progress-database.ts';
import type { DatabaseLoss, ProgressDatabase } from './progress-database.ts';
import { withTimeLimit } from './with-time-limit.ts';

const openLimitMs = 4_000;
const workLimitMs = 5_000;

/** This page's way to the database, which may be missing at first, get lost and come back. */
export interface ProgressConnection {
  /** Tries work on the database; undefined, with a problem to tell, when that fails. */
  readonly attempt: <T>(
    work: (open: ProgressDatabase) => Promise<T>,
  ) => Promise<{ readonly value: T } | undefined>;
  /** Why work is not saved, as a sentence for the page; undefined when it is. */
  readonly problem: () => string | undefined;
  /** Takes the warning back, once all is written, unless there is still no database. */
  readonly clearProblem: () => void;
  /** Opens the database. It never rejects: `problem` says how it went. */
  readonly connect: () => Promise<void>;
  /** Removes all that is stored. Rejects when the browser would not remove it. */
  readonly empty: () => Promise<void>;
}

/**
 * @param onOpened runs each time the database opens, before the page goes on
 * @param onChange runs when the database was lost, or came back
 */
export function createProgressConnection(
  onOpened: () => Promise<void>,
  onChange: () => void,
): ProgressConnection {
  let database: ProgressDatabase | undefined;
  let problem: string | undefined;

  async function attempt<T>(
    work: (open: ProgressDatabase) => Promise<T>,
  ): Promise<{ readonly value: T } | undefined> {
    if (database === undefined) return undefined;
    try {
      return { value: await withTimeLimit(work(database), workLimitMs) };
    } catch (error) {
      problem = explainStoringProblem(error);
      return undefined;
    }
  }

  function lose(loss: DatabaseLoss): void {
    database = undefined;
    problem = loss === 'superseded' ? supersededReason : explainStoringProblem(undefined);
    if (loss === 'terminated') void connect().then(onChange);
    onChange();
  }

  async function connect(): Promise<void> {
    const opening = openProgressDatabase(lose).then(async (opened) => {
      database = opened;
      problem = undefined;
      await onOpened();
      onChange();
    });
    try {
      await withTimeLimit(opening, openLimitMs);
    } catch (error) {
      problem = explainStoringProblem(error);
    }
  }

  /** The last resort when the records cannot be cleared: remove the whole database and make a new one. */
  async function replaceDatabase(): Promise<void> {
    database?.close();
    database = undefined;
    await withTimeLimit(deleteDB(databaseName), workLimitMs);
    void connect();
  }

  return {
    attempt,
    problem: () => problem,
    clearProblem: () => {
      if (database !== undefined) problem = undefined;
    },
    connect,
    empty: async () => {
      const cleared = await attempt(clearDatabase);
      if (cleared === undefined) await replaceDatabase();
      else problem = undefined;
    },
  };
}
