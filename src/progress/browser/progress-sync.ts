import { withLateDraft } from '../edit-record.ts';
import { createRecord } from '../exercise-record.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { mergePlaces } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';
import type { PageMemory } from './page-memory.ts';
import { readPartingDrafts, removePartingDraft } from './parting-drafts.ts';
import { changePlace, changeRecord, readPlace, readRecord, readRecords } from './progress-database.ts';
import type { ProgressConnection } from './progress-connection.ts';

export type RecordEdit = (record: ExerciseRecord) => ExerciseRecord;
export type PlaceEdit = (place: LastPlace | undefined) => LastPlace | undefined;

/**
 * Keeps the page's memory and the database alike. One call must end before the next begins. Where the database cannot
 * be reached, edits go to memory alone, and are written after the next edit that succeeds.
 */
export interface ProgressSync {
  readonly readAll: () => Promise<void>;
  readonly readOne: (exerciseId: string) => Promise<void>;
  readonly change: (exerciseId: string, edit: RecordEdit) => Promise<void>;
  readonly changePlace: (edit: PlaceEdit) => Promise<void>;
  /** Writes what earlier failures left in memory, and takes the warning back when all is written. */
  readonly saveUnsaved: () => Promise<void>;
  /** Stored values that were no records, when last counted. */
  readonly setAsideCount: () => number;
  readonly forget: () => void;
}

export function createProgressSync(
  { attempt, clearProblem }: ProgressConnection,
  memory: PageMemory,
): ProgressSync {
  let setAside = 0;

  async function change(id: string, edit: RecordEdit): Promise<void> {
    const saved = await attempt((open) =>
      changeRecord(open, id, (stored) => edit(memory.withUnsaved(id, stored))),
    );
    if (saved === undefined) return memory.hold(edit(memory.records.get(id) ?? createRecord(id)), false);
    memory.hold(saved.value, true);
    await saveUnsaved();
  }

  async function changeLastPlace(edit: PlaceEdit): Promise<void> {
    const saved = await attempt((open) => changePlace(open, edit));
    memory.holdPlace(saved === undefined ? edit(memory.place()) : saved.value, saved !== undefined);
  }

  async function saveUnsaved(): Promise<void> {
    for (const id of memory.unsaved) {
      const saved = await attempt((open) =>
        changeRecord(open, id, (stored) => memory.withUnsaved(id, stored)),
      );
      if (saved === undefined) return;
      memory.hold(saved.value, true);
    }
    if (memory.placeIsUnsaved()) await changeLastPlace((stored) => mergePlaces(stored, memory.place()));
    if (!memory.placeIsUnsaved()) clearProblem();
  }

  return {
    readAll: async () => {
      const stored = await attempt(readRecords);
      const storedPlace = await attempt(readPlace);
      if (stored !== undefined) {
        memory.takeAll(stored.value.records);
        setAside = stored.value.setAside;
      }
      if (storedPlace !== undefined) memory.takePlace(storedPlace.value);
    },
    readOne: async (id) => {
      const stored = await attempt((open) => readRecord(open, id));
      if (stored !== undefined) memory.take(id, stored.value);
    },
    change,
    changePlace: changeLastPlace,
    saveUnsaved,
    setAsideCount: () => setAside,
    forget: () => {
      memory.forget();
      setAside = 0;
    },
  };
}

/** Saves the texts that earlier pages left; each is removed once it is stored. `inTurn` is where edits wait. */
export async function savePartingDrafts(
  { change }: ProgressSync,
  { unsaved }: PageMemory,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  for (const draft of readPartingDrafts()) {
    await inTurn(() => change(draft.exerciseId, (record) => withLateDraft(record, draft)));
    if (!unsaved.has(draft.exerciseId)) removePartingDraft(draft);
  }
}
