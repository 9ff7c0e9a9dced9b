import { deleteDB } from 'idb';
import { createDatabaseCalls, patienceMs } from './database-calls.ts';
import type { DatabaseCalls, DatabaseWork } from './database-calls.ts';
import { toStoringProblem } from './explain-storing-problem.ts';
import type { StoringProblem } from './explain-storing-problem.ts';
import { clearDatabase, databaseName, openProgressDatabase } from './progress-database.ts';
import type { DatabaseLoss, ProgressDatabase } from './progress-database.ts';
import { withTimeLimit } from './with-time-limit.ts';

/** A database that is lost so often in a row, without an answer in between, is left alone for a while. */
const mostLosses = 2;
const deleteLimitMs = 5_000;

/** What brought the database back: the page's start, its return to view, an answer after a wait, or a loss. */
export type OpeningCause = 'start' | 'return' | 'answer' | 'loss';

/** This page's way to the database, which may be missing at first, get lost and come back. */
export interface ProgressConnection {
  /** Tries work on the database; undefined, with a problem to tell, when that fails. It waits once, not at every call. */
  readonly attempt: <T>(work: DatabaseWork<T>) => Promise<{ readonly value: T } | undefined>;
  /** Why work is not saved; undefined when it is. */
  readonly problem: () => StoringProblem | undefined;
  /** Takes the warning back, once all is written, unless there is still no database. */
  readonly clearProblem: () => void;
  /** Opens the database. It never rejects and waits no longer than the patience: `problem` says how it went. */
  readonly connect: (cause: OpeningCause) => Promise<void>;
  /** Ends all work at once and lets go of the database, so that a page put aside holds up no other. */
  readonly leave: () => void;
  /** Opens the database again after `leave`; nothing where it was not left. */
  readonly comeBack: () => void;
  /** Removes all that is stored. Rejects when the browser would not remove it. */
  readonly empty: () => Promise<void>;
}

interface ConnectionState {
  database: ProgressDatabase | undefined;
  problem: StoringProblem | undefined;
  /** False while the database is there and does not answer, as when another tab holds it. */
  answers: boolean;
  left: boolean;
  /** In a row, without an answer in between. */
  losses: number;
  /** It was lost, and what is in it now has not been looked at. */
  isLost: boolean;
}

const atFirst: ConnectionState = {
  database: undefined,
  problem: undefined,
  answers: true,
  left: false,
  losses: 0,
  isLost: false,
};

/**
 * @param onOpened runs each time the database opens or answers again
 * @param onChange runs when the database was lost, or came back
 */
export function createProgressConnection(
  onOpened: (cause: OpeningCause) => Promise<void>,
  onChange: () => void,
): ProgressConnection {
  const calls = createDatabaseCalls();
  const state: ConnectionState = { ...atFirst };

  async function attempt<T>(work: DatabaseWork<T>): Promise<{ readonly value: T } | undefined> {
    const { database, answers } = state;
    if (database === undefined || !answers) return undefined;
    try {
      const value = await calls.call(database, work);
      state.losses = 0;
      return { value };
    } catch (error) {
      // Whoever took the database away has said why.
      if (state.database !== database) return undefined;
      state.problem = toStoringProblem(error);
      if (state.problem === 'late') void waitForAnswer(database);
      else if (meansLoss(error)) {
        database.close();
        lose('terminated');
      }
      return undefined;
    }
  }

  async function waitForAnswer(database: ProgressDatabase): Promise<void> {
    state.answers = false;
    try {
      await calls.waitForAnswer(database);
    } catch {
      if (state.database === database) lose('terminated');
      return;
    }
    if (state.database === database) await take(database, 'answer');
  }

  async function take(database: ProgressDatabase, cause: OpeningCause): Promise<void> {
    const { isLost } = state;
    Object.assign(state, { database, answers: true, problem: undefined, isLost: false });
    await onOpened(isLost ? 'loss' : cause);
    onChange();
  }

  function lose(loss: DatabaseLoss): void {
    Object.assign(state, { database: undefined, losses: state.losses + 1, isLost: true });
    if (loss === 'superseded') state.problem = 'superseded';
    else if (state.losses <= mostLosses) void connect('loss');
    onChange();
  }

  async function open(cause: OpeningCause): Promise<void> {
    const opened = await openProgressDatabase((loss) => {
      if (state.database === opened) lose(loss);
    });
    if (state.left || state.database !== undefined) opened.close();
    else await take(opened, cause);
  }

  async function connect(cause: OpeningCause): Promise<void> {
    calls.begin();
    state.left = false;
    const fail = (error: unknown) => {
      if (state.database !== undefined || state.left) return;
      state.problem = toStoringProblem(error);
      onChange();
    };
    const opening = open(cause);
    // One that fails after the patience has another cause to tell.
    opening.catch(fail);
    await withTimeLimit(() => opening, { firstMs: patienceMs, wholeMs: patienceMs }).catch(fail);
  }

  return {
    attempt,
    problem: () => state.problem,
    clearProblem: () => {
      if (state.database !== undefined && state.answers) state.problem = undefined;
    },
    connect,
    leave: () => leave(state, calls),
    comeBack: () => {
      if (state.left) void connect('return');
    },
    empty: async () => {
      if ((await attempt(clearDatabase)) !== undefined) {
        state.problem = undefined;
        return;
      }
      // The last resort: remove the whole database and make a new one.
      letGo(state)();
      await withTimeLimit(() => deleteDB(databaseName), { firstMs: deleteLimitMs, wholeMs: deleteLimitMs });
      void connect('start');
    },
  };
}

function leave(state: ConnectionState, calls: DatabaseCalls): void {
  state.left = true;
  const close = letGo(state);
  calls.endAll();
  close();
}

/** Uses the database no more; the way to close it comes back. */
function letGo(state: ConnectionState): () => void {
  const { database } = state;
  state.database = undefined;
  return () => database?.close();
}

/** Whether the way to the database is broken, as when the browser deleted it or its server ended, and a new one may work. */
function meansLoss(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError'].includes(error.name);
}
