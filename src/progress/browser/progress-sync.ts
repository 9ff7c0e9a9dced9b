import { createRecord, mergeRecords, sameRecord } from '../exercise-record.ts';
import { mergePlaces } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';
import { applyEdits } from '../record-edit.ts';
import { dropText } from './kept-text.ts';
import type { PageMemory } from './page-memory.ts';
import {
  changePlace,
  changeRecord,
  readPlace,
  readRecord,
  readRecords,
  setTextsAside,
} from './progress-database.ts';
import type { ProgressConnection } from './progress-connection.ts';
import type { UnsavedEdits } from './unsaved-edits.ts';

export type PlaceEdit = (place: LastPlace | undefined) => LastPlace | undefined;

/**
 * Keeps the page's memory and the database alike. One call must end before the next begins. What cannot be stored stays
 * with the unsaved edits.
 */
export interface ProgressSync {
  readonly readAll: () => Promise<void>;
  readonly readOne: (exerciseId: string) => Promise<void>;
  /** Stores the edits of one exercise that wait, and with them all others that do; then the warning is taken back. */
  readonly save: (exerciseId: string) => Promise<void>;
  readonly saveAll: () => Promise<void>;
  readonly changePlace: (edit: PlaceEdit) => Promise<void>;
  /**
   * After the database was lost: reads what is there now, and brings back the records of these exercises where it has less
   * of them than this page. True when something that was stored is gone.
   */
  readonly readAfterLoss: (exerciseIds: ReadonlySet<string>) => Promise<boolean>;
  /** Sets aside kept texts that are no edits, by key, and removes them where they stood. */
  readonly setAside: (texts: ReadonlyMap<string, string>) => Promise<void>;
  /** Whether stored work was read at least once. */
  readonly hasRead: () => boolean;
  /** Stored values that were no records, when last counted. */
  readonly setAsideCount: () => number;
  readonly forget: () => void;
}

export function createProgressSync(
  { attempt, clearProblem }: ProgressConnection,
  memory: PageMemory,
  unsaved: UnsavedEdits,
): ProgressSync {
  let setAside = 0;
  let hasRead = false;

  /** Gives back the records that were stored before and are no longer. */
  async function readAll() {
    const stored = await attempt(readRecords);
    const storedPlace = await attempt(readPlace);
    if (storedPlace !== undefined) memory.takePlace(storedPlace.value);
    if (stored === undefined) return [];
    setAside = stored.value.setAside;
    hasRead = true;
    return memory.takeAll(stored.value.records);
  }

  async function saveOne(id: string): Promise<boolean> {
    const edits = unsaved.take(id);
    if (edits.length === 0) return true;
    const saved = await attempt((open, call) =>
      changeRecord(
        open,
        call,
        id,
        (stored) =>
          applyEdits(
            id,
            stored,
            edits.map(({ edit }) => edit),
          ) ?? createRecord(id),
      ),
    );
    if (saved !== undefined) memory.take(id, saved.value);
    unsaved.settle(edits, saved !== undefined);
    return saved !== undefined;
  }

  async function changeLastPlace(edit: PlaceEdit): Promise<void> {
    const saved = await attempt((open, call) => changePlace(open, call, edit));
    memory.holdPlace(saved === undefined ? edit(memory.place()) : saved.value, saved !== undefined);
  }

  async function saveAll(): Promise<void> {
    for (const id of unsaved.exerciseIds()) if (!(await saveOne(id))) return;
    if (memory.placeIsUnsaved()) await changeLastPlace((stored) => mergePlaces(stored, memory.place()));
    if (!memory.placeIsUnsaved()) clearProblem();
  }

  return {
    readAll: async () => void (await readAll()),
    readOne: async (id) => {
      const stored = await attempt((open, call) => readRecord(open, call, id));
      if (stored !== undefined) memory.take(id, stored.value);
    },
    save: async (id) => {
      if (await saveOne(id)) await saveAll();
    },
    saveAll,
    changePlace: changeLastPlace,
    readAfterLoss: async (ids) => {
      const before = [...ids].flatMap((id) => memory.get(id) ?? []);
      const gone = await readAll();
      for (const record of before) {
        const now = memory.get(record.exerciseId);
        if (now === undefined || !sameRecord(mergeRecords(now, record), now))
          unsaved.add(record.exerciseId, { kind: 'merge', record });
      }
      return gone.length > 0;
    },
    setAside: async (texts) => {
      if (texts.size === 0) return;
      const values = [...texts].map(([key, text]) => `${key}: ${text}`);
      const stored = await attempt((open, call) => setTextsAside(open, call, values));
      if (stored !== undefined) for (const key of texts.keys()) dropText(key);
    },
    hasRead: () => hasRead,
    setAsideCount: () => setAside,
    forget: () => {
      memory.forget();
      setAside = 0;
    },
  };
}
