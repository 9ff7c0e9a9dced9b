import { mergePlaces } from '../progress-file.ts';
import type { RecordEdit } from '../record-edit.ts';
import { toPlace } from '../to-place.ts';
import { exportProgress, importProgress } from './carry-progress.ts';
import { explainStoringProblem, toEmptiedNote } from './explain-storing-problem.ts';
import type { StoringProblem } from './explain-storing-problem.ts';
import { createPageMemory } from './page-memory.ts';
import type { PageMemory } from './page-memory.ts';
import { createProgressConnection } from './progress-connection.ts';
import type { OpeningCause, ProgressConnection } from './progress-connection.ts';
import type { ProgressStore, StoreStatus } from './progress-store.ts';
import { createProgressSync } from './progress-sync.ts';
import { createRetry } from './retry.ts';
import { openTabNotices } from './tab-notices.ts';
import { createUnsavedEdits, toPageName } from './unsaved-edits.ts';
import type { UnsavedEdits } from './unsaved-edits.ts';

/**
 * Opens what is kept in this browser. Never rejects, and waits for the database only a moment. Whatever cannot be stored
 * stays with this page, and where the next page finds it, and is stored as soon as the browser allows it; until then
 * `status` says so.
 */
export async function openProgressStore(): Promise<ProgressStore> {
  const listeners = new Set<() => void>();
  const notify = () => {
    if (mayPass(connection.problem())) retry.start();
    listeners.forEach((listener) => listener());
  };
  const inTurn = createQueue();
  const unsaved = createUnsavedEdits(toPageName(new Date()));
  const memory = createPageMemory(unsaved);
  const connection = createProgressConnection(takeUp, notify);
  const sync = createProgressSync(connection, memory, unsaved);
  const shown = new Set<string>();
  let note: string | undefined;
  let isDeleted = false;

  const notices = openTabNotices((notice) => {
    isDeleted ||= notice === 'deleted';
    if (notice === 'deleted') sync.forget();
    notify();
  });
  const changed = () => {
    notices.send('changed');
    notify();
  };
  const retry = createRetry(async () => {
    await connection.connect('start');
    await inTurn(sync.saveAll);
    changed();
    return mayPass(connection.problem());
  });

  /** Brings page and database together each time the database is there again. */
  async function takeUp(cause: OpeningCause): Promise<void> {
    // What a person deleted in another tab must not come back from this one.
    if (cause === 'loss' && !isDeleted) {
      if (await inTurn(() => sync.readAfterLoss(shown))) note = toEmptiedNote(shown.size > 0);
    } else {
      await inTurn(sync.readAll);
    }
    await inTurn(sync.saveAll);
  }

  async function edit(id: string, work: RecordEdit): Promise<void> {
    shown.add(id);
    isDeleted = false;
    unsaved.add(id, work);
    await inTurn(() => sync.save(id));
    changed();
  }

  followPageLife(connection);
  const unreadable = takeOverEarlier(unsaved, memory);
  await connection.connect('start');
  await inTurn(() => sync.setAside(unreadable));
  notify();

  return {
    status: () => toStatus(connection.problem(), unsaved, note),
    hasRead: () => sync.hasRead() || !['late', undefined].includes(connection.problem()),
    setAsideCount: sync.setAsideCount,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: async (id) => {
      shown.add(id);
      await inTurn(() => sync.readOne(id));
      return memory.get(id);
    },
    all: async () => {
      await inTurn(sync.readAll);
      return memory.all();
    },
    edit,
    lastPlace: async () => {
      await inTurn(sync.readAll);
      return memory.place();
    },
    changePlace: async (edit) => {
      await inTurn(() => sync.changePlace(edit));
      changed();
    },
    exportFile: () => inTurn(() => exportProgress(sync, memory, connection)),
    importFile: async (file) => {
      const summary = await inTurn(() => importProgress(sync, memory, unsaved, file));
      changed();
      return summary;
    },
    deleteEverything: async () => {
      // Before and after: a page that hears of it late would bring back what it shows.
      notices.send('deleted');
      await inTurn(() => connection.empty().finally(sync.forget));
      note = undefined;
      notices.send('deleted');
      notify();
    },
  };
}

/** Whether a problem may be over without a word from the browser. */
function mayPass(problem: StoringProblem | undefined): boolean {
  return problem === 'refused' || problem === 'full';
}

function toStatus(
  problem: StoringProblem | undefined,
  unsaved: UnsavedEdits,
  note: string | undefined,
): StoreStatus {
  if (problem === undefined) return { saving: true, note };
  return { saving: false, reason: explainStoringProblem(problem, unsaved.keeping()) };
}

/** Takes over what earlier pages left. The rest, which cannot be read, is set aside once the database is open. */
function takeOverEarlier(unsaved: UnsavedEdits, memory: PageMemory): ReadonlyMap<string, string> {
  const unreadable = unsaved.takeOver();
  for (const id of unsaved.exerciseIds()) {
    const last = unsaved.of(id).at(-1)?.edit;
    if (last?.kind === 'late-draft')
      memory.holdPlace(mergePlaces(memory.place(), toPlace(id, last.at)), false);
  }
  return unreadable;
}

/** A page that is left may be kept as it is, to be shown again: then it must hold nothing that others wait for. */
function followPageLife({ leave, comeBack }: ProgressConnection): void {
  window.addEventListener('pagehide', leave, { capture: true });
  window.addEventListener('pageshow', comeBack);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') comeBack();
  });
}

/** One piece of work after another: an edit always sees the one before it. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let queue: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
}
