import type { Attempt } from './attempt.ts';
import { mergeRecords, toDraftFields, toDrafts } from './exercise-record.ts';
import type { Draft, ExerciseRecord } from './exercise-record.ts';

/** A text typed in one tab. `replaces` is the text that tab last knew to be stored; null when it knew of none. */
export interface DraftChange extends Draft {
  readonly replaces: string | null;
}

/**
 * The record with a newly typed text in front. A stored text that the typing tab had not seen came from another tab:
 * it moves to `otherDrafts`.
 */
export function withDraft(record: ExerciseRecord, { text, at, replaces }: DraftChange): ExerciseRecord {
  const kept = toDrafts(record).filter((draft) => draft.text !== replaces && draft.text !== text);
  // A clock that ran fast elsewhere must not put an older text in front of what was just typed.
  const moment = kept.reduce((latest, draft) => (draft.at >= latest ? justAfter(draft.at) : latest), at);
  return { ...record, ...toDraftFields([{ text, at: moment }, ...kept]) };
}

/**
 * The record with a text that a page left behind when it was closed: in front when nothing newer is stored, else among the
 * other texts.
 */
export function withLateDraft(record: ExerciseRecord, change: DraftChange): ExerciseRecord {
  if (record.draftAt === null || record.draftAt <= change.at) return withDraft(record, change);
  return { ...record, ...toDraftFields([...toDrafts(record), change]) };
}

/** The record with a text set aside, such as the one that Reset takes out of the editor. Blank texts are not kept. */
export function withKeptText(record: ExerciseRecord, { text, at }: Draft): ExerciseRecord {
  const drafts = toDrafts(record);
  if (text.trim() === '' || drafts.some((draft) => draft.text === text)) return record;
  if (record.draftAt === null) return { ...record, ...toDraftFields([{ text, at }]) };
  // Below the text in the editor, however the clocks ran.
  const moment = at < record.draftAt ? at : new Date(Date.parse(record.draftAt) - 1).toISOString();
  return { ...record, ...toDraftFields([...drafts, { text, at: moment }]) };
}

/** The record with one more attempt; a passed one completes the exercise. */
export function withAttempt(record: ExerciseRecord, attempt: Attempt): ExerciseRecord {
  const changed = { ...record, attempts: [...record.attempts, attempt] };
  return mergeRecords(changed, changed);
}

function justAfter(moment: string): string {
  return new Date(Date.parse(moment) + 1).toISOString();
}
