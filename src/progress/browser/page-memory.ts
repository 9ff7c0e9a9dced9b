import { createRecord, mergeRecords } from '../exercise-record.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { mergePlaces } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';

/** A person's work as this page last saw it, and what of it could not be written yet. */
export interface PageMemory {
  /** By exercise id. */
  readonly records: ReadonlyMap<string, ExerciseRecord>;
  /** The exercises whose last change is here only. */
  readonly unsaved: ReadonlySet<string>;
  readonly place: () => LastPlace | undefined;
  readonly placeIsUnsaved: () => boolean;
  /** Takes over one record as it is stored; `undefined` when none is. A change that is here only stays. */
  readonly take: (exerciseId: string, stored: ExerciseRecord | undefined) => void;
  /** Takes over all that is stored. */
  readonly takeAll: (stored: ReadonlyMap<string, ExerciseRecord>) => void;
  readonly takePlace: (stored: LastPlace | undefined) => void;
  /** Holds a record that was written just now, or that could not be. */
  readonly hold: (record: ExerciseRecord, saved: boolean) => void;
  readonly holdPlace: (place: LastPlace | undefined, saved: boolean) => void;
  /** The stored record together with the change that is here only; an empty one when there is neither. */
  readonly withUnsaved: (exerciseId: string, stored: ExerciseRecord | undefined) => ExerciseRecord;
  readonly forget: () => void;
}

/** Nothing is remembered at first. */
export function createPageMemory(): PageMemory {
  const records = new Map<string, ExerciseRecord>();
  const unsaved = new Set<string>();
  let place: LastPlace | undefined;
  let placeUnsaved = false;

  function withUnsaved(id: string, stored: ExerciseRecord | undefined): ExerciseRecord {
    const mine = unsaved.has(id) ? records.get(id) : undefined;
    if (stored === undefined || mine === undefined) return stored ?? mine ?? createRecord(id);
    return mergeRecords(mine, stored);
  }

  function take(id: string, stored: ExerciseRecord | undefined): void {
    if (stored !== undefined) records.set(id, withUnsaved(id, stored));
    else if (!unsaved.has(id)) records.delete(id);
  }

  return {
    records,
    unsaved,
    place: () => place,
    placeIsUnsaved: () => placeUnsaved,
    take,
    takeAll: (stored) => {
      for (const id of new Set([...records.keys(), ...stored.keys()])) take(id, stored.get(id));
    },
    takePlace: (stored) => {
      place = placeUnsaved ? mergePlaces(place, stored) : stored;
    },
    hold: (record, saved) => {
      records.set(record.exerciseId, record);
      if (saved) unsaved.delete(record.exerciseId);
      else unsaved.add(record.exerciseId);
    },
    holdPlace: (next, saved) => {
      place = next;
      placeUnsaved = !saved;
    },
    withUnsaved,
    forget: () => {
      records.clear();
      unsaved.clear();
      place = undefined;
      placeUnsaved = false;
    },
  };
}
