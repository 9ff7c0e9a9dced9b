import type { Attempt } from './attempt.ts';
import { createAttemptReader } from './attempt.ts';
import { withAttempt, withDraft, withKeptText, withLateDraft } from './edit-record.ts';
import type { DraftChange } from './edit-record.ts';
import { createRecord, mergeRecords, parseRecord } from './exercise-record.ts';
import type { Draft, ExerciseRecord } from './exercise-record.ts';
import { readStoredMoment } from './moment.ts';
import { orNull, readCount, readFields, readId, readText, readValue } from './read-value.ts';
import type { Reader } from './read-value.ts';

/** One thing a person did to one exercise, as plain data: it can be kept until it is stored. */
export type RecordEdit =
  /** A text was typed. `late` when a page that is gone left it. */
  | ({ readonly kind: 'draft' | 'late-draft' } & DraftChange)
  /** A text was set aside. */
  | ({ readonly kind: 'kept' } & Draft)
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  /** So many hints are shown. */
  | { readonly kind: 'hints'; readonly shown: number }
  | { readonly kind: 'solution-seen' }
  /** A record from elsewhere joins what is here. */
  | { readonly kind: 'merge'; readonly record: ExerciseRecord };

/** An edit of one exercise's record. */
export interface ExerciseEdit {
  readonly exerciseId: string;
  readonly edit: RecordEdit;
}

/** The record after the edit. Doing the same edit once more changes nothing. */
export function applyEdit(record: ExerciseRecord, edit: RecordEdit): ExerciseRecord {
  switch (edit.kind) {
    case 'draft':
      return withDraft(record, edit);
    case 'late-draft':
      return withLateDraft(record, edit);
    case 'kept':
      return withKeptText(record, edit);
    case 'attempt':
      return withAttempt(record, edit.attempt);
    case 'hints':
      return { ...record, hintsShown: Math.max(record.hintsShown, edit.shown) };
    case 'solution-seen':
      return { ...record, solutionSeen: true };
    case 'merge':
      return mergeRecords(record, edit.record);
  }
}

/** The record after all edits, in their order; undefined when there is neither a record nor an edit. */
export function applyEdits(
  exerciseId: string,
  record: ExerciseRecord | undefined,
  edits: readonly RecordEdit[],
): ExerciseRecord | undefined {
  if (edits.length === 0) return record;
  return edits.reduce(applyEdit, record ?? createRecord(exerciseId));
}

/**
 * One edit for two that follow each other, where the second makes the first needless; undefined where both are needed.
 */
export function joinEdits(first: RecordEdit, second: RecordEdit): RecordEdit | undefined {
  if (first.kind !== 'draft' || second.kind !== 'draft' || second.replaces !== first.text) return undefined;
  return { ...second, replaces: first.replaces };
}

const readDraftChange = readFields<DraftChange>({
  text: readText,
  at: readStoredMoment,
  replaces: orNull(readText),
});
const readKept = readFields<Draft>({ text: readText, at: readStoredMoment });
const readAttempt = createAttemptReader(readStoredMoment);

/** Reads an edit that an earlier page left, as one that comes late: undefined when it is none. */
export function parseEdit(value: unknown): ExerciseEdit | undefined {
  const exerciseId = readValue(readFields({ exerciseId: readId }), value)?.exerciseId;
  const edit = readValue(readEdit, value);
  if (exerciseId === undefined || edit === undefined || toOwner(edit, exerciseId) !== exerciseId)
    return undefined;
  return { exerciseId, edit };
}

const readEdit: Reader<RecordEdit> = (value) => {
  // An earlier version of this site left drafts alone, without saying so.
  const kind = readValue(readFields({ kind: readText }), value)?.kind ?? 'draft';
  switch (kind) {
    case 'kept':
      return { kind, ...readKept(value) };
    case 'attempt':
      return { kind, ...readFields<{ attempt: Attempt }>({ attempt: readAttempt })(value) };
    case 'hints':
      return { kind, ...readFields({ shown: readCount })(value) };
    case 'solution-seen':
      return { kind };
    case 'merge':
      return { kind, ...readFields<{ record: ExerciseRecord }>({ record: readRecord })(value) };
    default:
      return { kind: 'late-draft', ...readDraftChange(value) };
  }
};

const readRecord: Reader<ExerciseRecord> = (value) =>
  // What is no record reads as one of another exercise, which is refused.
  parseRecord(value) ?? createRecord('');

function toOwner(edit: RecordEdit, exerciseId: string): string {
  if (edit.kind === 'attempt') return edit.attempt.exerciseId;
  return edit.kind === 'merge' ? edit.record.exerciseId : exerciseId;
}
