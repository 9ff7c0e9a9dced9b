import type { ExerciseRecord } from '../exercise-record.ts';
import { mergePlaces } from '../progress-file.ts';
import type { LastPlace } from '../progress-file.ts';
import { applyEdits } from '../record-edit.ts';
import type { UnsavedEdits } from './unsaved-edits.ts';

/** A person's work as this page last saw it stored, with what of it could not be stored yet. */
export interface PageMemory {
  /** The record of an exercise with all edits; undefined when nothing was done. */
  readonly get: (exerciseId: string) => ExerciseRecord | undefined;
  /** All records by exercise id. */
  readonly all: () => Map<string, ExerciseRecord>;
  readonly place: () => LastPlace | undefined;
  readonly placeIsUnsaved: () => boolean;
  /** Takes over one record as it is stored; `undefined` when none is. */
  readonly take: (exerciseId: string, stored: ExerciseRecord | undefined) => void;
  /** Takes over all that is stored, and gives back what was stored before and is no longer. */
  readonly takeAll: (stored: ReadonlyMap<string, ExerciseRecord>) => ExerciseRecord[];
  readonly takePlace: (stored: LastPlace | undefined) => void;
  readonly holdPlace: (place: LastPlace | undefined, saved: boolean) => void;
  readonly forget: () => void;
}

/** Nothing is remembered at first. */
export function createPageMemory(unsaved: UnsavedEdits): PageMemory {
  let seen = new Map<string, ExerciseRecord>();
  let place: LastPlace | undefined;
  let placeUnsaved = false;

  const get = (id: string) =>
    applyEdits(
      id,
      seen.get(id),
      unsaved.of(id).map(({ edit }) => edit),
    );

  return {
    get,
    all: () => {
      const ids = new Set([...seen.keys(), ...unsaved.exerciseIds()]);
      return new Map([...ids].flatMap((id) => [[id, get(id)] as const]).filter(isKnown));
    },
    place: () => place,
    placeIsUnsaved: () => placeUnsaved,
    take: (id, stored) => {
      if (stored === undefined) seen.delete(id);
      else seen.set(id, stored);
    },
    takeAll: (stored) => {
      const gone = [...seen.values()].filter(({ exerciseId }) => !stored.has(exerciseId));
      seen = new Map(stored);
      return gone;
    },
    takePlace: (stored) => {
      place = placeUnsaved ? mergePlaces(place, stored) : stored;
    },
    holdPlace: (next, saved) => {
      place = next;
      placeUnsaved = !saved;
    },
    forget: () => {
      seen.clear();
      unsaved.forget();
      place = undefined;
      placeUnsaved = false;
    },
  };
}

function isKnown(entry: readonly [string, ExerciseRecord | undefined]): entry is [string, ExerciseRecord] {
  return entry[1] !== undefined;
}
