import { deleteDB } from 'idb';
import { withAttempt, withDraft, withKeptText, withLateDraft } from '../edit-record.ts';
import { createRecord, mergeRecords } from '../exercise-record.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { createProgressFile, mergeImported, mergePlaces } from '../progress-file.ts';
import type { ImportSummary, LastPlace } from '../progress-file.ts';
import { explainStoringProblem, supersededReason } from './explain-storing-problem.ts';
import { readPartingDrafts, removeAllPartingDrafts, removePartingDraft } from './parting-drafts.ts';
import {
  changePlace,
  changeRecord,
  clearDatabase,
  databaseName,
  openProgressDatabase,
  readPlace,
  readRecord,
  readRecords,
  readSetAside,
} from './progress-database.ts';
import type { DatabaseLoss, ProgressDatabase } from './progress-database.ts';
import type { ProgressStore } from './progress-store.ts';
import { openTabNotices } from './tab-notices.ts';
import { withTimeLimit } from './with-time-limit.ts';

const openLimitMs = 4_000;
const workLimitMs = 5_000;

type Edit = (record: ExerciseRecord) => ExerciseRecord;

/**
 * Opens what is kept in this browser. Never rejects. Whatever cannot be written stays in this page's memory and is written
 * as soon as the browser allows it; until then `status` says so.
 */
export async function openProgressStore(): Promise<ProgressStore> {
  const listeners = new Set<() => void>();
  /** Records as this page last saw them. */
  const memory = new Map<string, ExerciseRecord>();
  /** Those whose last change is in memory only. */
  const unsaved = new Set<string>();
  let place: LastPlace | undefined;
  let placeUnsaved = false;
  let setAside = 0;
  let reason: string | undefined;
  let database: ProgressDatabase | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const notify = () => listeners.forEach((listener) => listener());
  const notices = openTabNotices((notice) => {
    if (notice === 'deleted') forget();
    notify();
  });
  const changed = () => {
    notices.send('changed');
    notify();
  };

  function forget(): void {
    memory.clear();
    unsaved.clear();
    place = undefined;
    placeUnsaved = false;
    setAside = 0;
  }

  /** One piece of work after another: an edit always sees the one before it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  /** Tries work on the database; undefined, with a reason in the status, when that fails. */
  async function attempt<T>(
    work: (open: ProgressDatabase) => Promise<T>,
  ): Promise<{ readonly value: T } | undefined> {
    if (database === undefined) return undefined;
    try {
      return { value: await withTimeLimit(work(database), workLimitMs) };
    } catch (error) {
      reason = explainStoringProblem(error);
      return undefined;
    }
  }

  function lose(loss: DatabaseLoss): void {
    database = undefined;
    reason = loss === 'superseded' ? supersededReason : explainStoringProblem(undefined);
    if (loss === 'terminated') void connect().then(notify);
    notify();
  }

  async function connect(): Promise<void> {
    const opening = openProgressDatabase(lose).then(async (opened) => {
      database = opened;
      reason = undefined;
      await inTurn(readAll);
      await inTurn(saveUnsaved);
      notify();
    });
    try {
      await withTimeLimit(opening, openLimitMs);
    } catch (error) {
      reason = explainStoringProblem(error);
    }
  }

  async function readAll(): Promise<void> {
    const stored = await attempt(readRecords);
    const storedPlace = await attempt(readPlace);
    if (stored !== undefined) {
      for (const id of memory.keys())
        if (!unsaved.has(id) && !stored.value.records.has(id)) memory.delete(id);
      for (const record of stored.value.records.values()) remember(record);
      setAside = stored.value.setAside;
    }
    if (storedPlace !== undefined)
      place = placeUnsaved ? mergePlaces(place, storedPlace.value) : storedPlace.value;
  }

  function remember(stored: ExerciseRecord): void {
    const id = stored.exerciseId;
    memory.set(id, unsaved.has(id) ? withUnsaved(id, stored) : stored);
  }

  function withUnsaved(id: string, stored: ExerciseRecord | undefined): ExerciseRecord {
    const mine = unsaved.has(id) ? memory.get(id) : undefined;
    if (stored === undefined || mine === undefined) return stored ?? mine ?? createRecord(id);
    return mergeRecords(mine, stored);
  }

  async function change(id: string, edit: Edit): Promise<void> {
    const saved = await attempt((open) => changeRecord(open, id, (stored) => edit(withUnsaved(id, stored))));
    if (saved === undefined) {
      memory.set(id, edit(memory.get(id) ?? createRecord(id)));
      unsaved.add(id);
      return;
    }
    memory.set(id, saved.value);
    unsaved.delete(id);
    await saveUnsaved();
  }

  async function changeLastPlace(
    edit: (stored: LastPlace | undefined) => LastPlace | undefined,
  ): Promise<void> {
    const saved = await attempt((open) => changePlace(open, edit));
    place = saved === undefined ? edit(place) : saved.value;
    placeUnsaved = saved === undefined;
  }

  /** Writes what earlier failures left in memory, and takes the warning back when all is written. */
  async function saveUnsaved(): Promise<void> {
    for (const id of unsaved) {
      const saved = await attempt((open) => changeRecord(open, id, (stored) => withUnsaved(id, stored)));
      if (saved === undefined) return;
      memory.set(id, saved.value);
      unsaved.delete(id);
    }
    if (placeUnsaved) await changeLastPlace((stored) => mergePlaces(stored, place));
    if (database !== undefined && !placeUnsaved) reason = undefined;
  }

  async function savePartingDrafts(): Promise<void> {
    for (const draft of readPartingDrafts()) {
      await inTurn(() => change(draft.exerciseId, (record) => withLateDraft(record, draft)));
      if (!unsaved.has(draft.exerciseId)) removePartingDraft(draft);
    }
  }

  async function edit(id: string, work: Edit): Promise<void> {
    await inTurn(() => change(id, work));
    changed();
  }

  await connect();
  await savePartingDrafts();

  return {
    status: () => (reason === undefined ? { saving: true } : { saving: false, reason }),
    setAsideCount: () => setAside,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (id) =>
      inTurn(async () => {
        const stored = await attempt((open) => readRecord(open, id));
        if (stored?.value !== undefined) remember(stored.value);
        else if (stored !== undefined && !unsaved.has(id)) memory.delete(id);
        return memory.get(id);
      }),
    all: () =>
      inTurn(async () => {
        await readAll();
        return new Map(memory);
      }),
    saveDraft: (id, draft) => edit(id, (record) => withDraft(record, draft)),
    keepText: (id, draft) => edit(id, (record) => withKeptText(record, draft)),
    addAttempt: (made) => edit(made.exerciseId, (record) => withAttempt(record, made)),
    addHint: (id) => edit(id, (record) => ({ ...record, hintsShown: record.hintsShown + 1 })),
    markSolutionSeen: (id) => edit(id, (record) => ({ ...record, solutionSeen: true })),
    lastPlace: () =>
      inTurn(async () => {
        await readAll();
        return place;
      }),
    setLastPlace: async (next) => {
      await inTurn(() => changeLastPlace(() => next));
      changed();
    },
    exportFile: () =>
      inTurn(async () => {
        await readAll();
        const texts = await attempt(readSetAside);
        return createProgressFile({
          exportedAt: new Date().toISOString(),
          records: memory.values(),
          lastPlace: place ?? null,
          setAside: texts?.value ?? [],
        });
      }),
    importFile: async (file) => {
      const summary: Record<keyof ImportSummary, number> = { added: 0, updated: 0, unchanged: 0 };
      await inTurn(async () => {
        await readAll();
        for (const theirs of file.records) {
          const known = memory.get(theirs.exerciseId);
          summary[mergeImported(known, theirs).effect] += 1;
          await change(theirs.exerciseId, (record) => mergeRecords(record, theirs));
        }
        if (file.lastPlace !== null)
          await changeLastPlace((mine) => mergePlaces(mine, file.lastPlace ?? undefined));
      });
      changed();
      return summary;
    },
    deleteEverything: async () => {
      await inTurn(async () => {
        removeAllPartingDrafts();
        const cleared = await attempt(clearDatabase);
        forget();
        if (cleared === undefined) await replaceDatabase();
        else reason = undefined;
      });
      notices.send('deleted');
      notify();
    },
  };

  /** The last resort when the records cannot be cleared: remove the whole database and make a new one. */
  async function replaceDatabase(): Promise<void> {
    database?.close();
    database = undefined;
    await withTimeLimit(deleteDB(databaseName), workLimitMs);
    void connect();
  }
}
