import { withAttempt, withDraft, withKeptText } from '../edit-record.ts';
import { exportProgress, importProgress } from './carry-progress.ts';
import { createPageMemory } from './page-memory.ts';
import { removeAllPartingDrafts } from './parting-drafts.ts';
import { createProgressConnection } from './progress-connection.ts';
import type { ProgressStore, StoreStatus } from './progress-store.ts';
import { createProgressSync, savePartingDrafts } from './progress-sync.ts';
import type { RecordEdit } from './progress-sync.ts';
import { openTabNotices } from './tab-notices.ts';

/**
 * Opens what is kept in this browser. Never rejects. Whatever cannot be written stays in this page's memory and is written
 * as soon as the browser allows it; until then `status` says so.
 */
export async function openProgressStore(): Promise<ProgressStore> {
  const listeners = new Set<() => void>();
  const notify = () => listeners.forEach((listener) => listener());
  const inTurn = createQueue();
  const memory = createPageMemory();
  const connection = createProgressConnection(async () => {
    await inTurn(sync.readAll);
    await inTurn(sync.saveUnsaved);
  }, notify);
  const sync = createProgressSync(connection, memory);
  const notices = openTabNotices((notice) => {
    if (notice === 'deleted') sync.forget();
    notify();
  });
  const changed = () => {
    notices.send('changed');
    notify();
  };

  async function edit(id: string, work: RecordEdit): Promise<void> {
    await inTurn(() => sync.change(id, work));
    changed();
  }

  await connection.connect();
  await savePartingDrafts(sync, memory, inTurn);

  return {
    status: (): StoreStatus => {
      const reason = connection.problem();
      return reason === undefined ? { saving: true } : { saving: false, reason };
    },
    setAsideCount: sync.setAsideCount,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (id) =>
      inTurn(async () => {
        await sync.readOne(id);
        return memory.records.get(id);
      }),
    all: () =>
      inTurn(async () => {
        await sync.readAll();
        return new Map(memory.records);
      }),
    saveDraft: (id, draft) => edit(id, (record) => withDraft(record, draft)),
    keepText: (id, draft) => edit(id, (record) => withKeptText(record, draft)),
    addAttempt: (made) => edit(made.exerciseId, (record) => withAttempt(record, made)),
    addHint: (id) => edit(id, (record) => ({ ...record, hintsShown: record.hintsShown + 1 })),
    markSolutionSeen: (id) => edit(id, (record) => ({ ...record, solutionSeen: true })),
    lastPlace: () =>
      inTurn(async () => {
        await sync.readAll();
        return memory.place();
      }),
    setLastPlace: async (next) => {
      await inTurn(() => sync.changePlace(() => next));
      changed();
    },
    exportFile: () => inTurn(() => exportProgress(sync, memory, connection)),
    importFile: async (file) => {
      const summary = await inTurn(() => importProgress(sync, memory, file));
      changed();
      return summary;
    },
    deleteEverything: async () => {
      await inTurn(async () => {
        removeAllPartingDrafts();
        await connection.empty().finally(sync.forget);
      });
      notices.send('deleted');
      notify();
    },
  };
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
