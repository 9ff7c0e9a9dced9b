import type { Attempt } from '../attempt.ts';
import type { DraftChange } from '../edit-record.ts';
import type { Draft, ExerciseRecord } from '../exercise-record.ts';
import type { ImportSummary, LastPlace, ProgressFile } from '../progress-file.ts';

/** Whether what a person does is kept. `reason` is a sentence for the page, with what to do. */
export type StoreStatus = { readonly saving: true } | { readonly saving: false; readonly reason: string };

/**
 * What is kept of a person's work in this browser. No call rejects because the browser cannot store: then the page works
 * from memory and `status` says so.
 */
export interface ProgressStore {
  readonly status: () => StoreStatus;
  /** Stored values that were not records and stand aside, unread. */
  readonly setAsideCount: () => number;
  /** Calls back when records or the status may have changed, here or in another tab; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: (exerciseId: string) => Promise<ExerciseRecord | undefined>;
  /** All records by exercise id. */
  readonly all: () => Promise<ReadonlyMap<string, ExerciseRecord>>;
  readonly saveDraft: (exerciseId: string, change: DraftChange) => Promise<void>;
  /** Sets a text aside that is about to leave the editor. */
  readonly keepText: (exerciseId: string, draft: Draft) => Promise<void>;
  readonly addAttempt: (attempt: Attempt) => Promise<void>;
  /** Remembers one more hint as shown. */
  readonly addHint: (exerciseId: string) => Promise<void>;
  readonly markSolutionSeen: (exerciseId: string) => Promise<void>;
  readonly lastPlace: () => Promise<LastPlace | undefined>;
  readonly setLastPlace: (place: LastPlace) => Promise<void>;
  readonly exportFile: () => Promise<ProgressFile>;
  /** Merges a file into what is here. */
  readonly importFile: (file: ProgressFile) => Promise<ImportSummary>;
  /** Removes all records, here and in every open tab. Rejects when the browser would not remove them. */
  readonly deleteEverything: () => Promise<void>;
}
