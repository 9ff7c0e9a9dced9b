import type { ExerciseRecord } from '../exercise-record.ts';
import type { ImportSummary, LastPlace, ProgressFile } from '../progress-file.ts';
import type { RecordEdit } from '../record-edit.ts';
import type { PlaceEdit } from './progress-sync.ts';

/**
 * Whether what a person does is kept. `reason` is sentences for the page, with what to do; `note` tells of something that
 * happened to what was saved.
 */
export type StoreStatus =
  | { readonly saving: true; readonly note: string | undefined }
  | { readonly saving: false; readonly reason: string };

/**
 * What is kept of a person's work in this browser. No call rejects because the browser cannot store: then the page works
 * from memory and `status` says so.
 */
export interface ProgressStore {
  readonly status: () => StoreStatus;
  /** Whether stored work was read, or it is certain that none can be; else it may still come. */
  readonly hasRead: () => boolean;
  /** Stored values that were not records and stand aside, unread. */
  readonly setAsideCount: () => number;
  /** Calls back when records or the status may have changed, here or in another tab; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: (exerciseId: string) => Promise<ExerciseRecord | undefined>;
  /** All records by exercise id. */
  readonly all: () => Promise<ReadonlyMap<string, ExerciseRecord>>;
  /**
   * Keeps what was done. Before it returns the edit stands where the next page finds it; it resolves when it is stored or
   * cannot be just now.
   */
  readonly edit: (exerciseId: string, edit: RecordEdit) => Promise<void>;
  readonly lastPlace: () => Promise<LastPlace | undefined>;
  /** Changes the last place by what it is when its turn comes. */
  readonly changePlace: (edit: PlaceEdit) => Promise<void>;
  readonly exportFile: () => Promise<ProgressFile>;
  /** Merges a file into what is here. */
  readonly importFile: (file: ProgressFile) => Promise<ImportSummary>;
  /** Removes all records, here and in every open tab. Rejects when the browser would not remove them. */
  readonly deleteEverything: () => Promise<void>;
}
