import type { Attempt } from './attempt.ts';
import { justAfter } from './moment.ts';
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
 * The record with a text that a page left behind when it was closed: in front when nothing newer is stored, or when what is
 * stored is what that text replaced, whatever the clocks said. Else it goes among the other texts.
 */
export function withLateDraft(record: ExerciseRecord, change: DraftChange): ExerciseRecord {
  if (record.draft === change.text) return record;
  const isNext = record.draft === null || record.draft === change.replaces;
  if (isNext || record.draftAt === null || record.draftAt <= change.at) return withDraft(record, change);
  return { ...record, ...toDraftFields([...toDrafts(record), change]) };
}

/** The record with a text set aside, such as the one that Reset takes out of the editor. Blank texts are not kept. */
export function withKeptText(record: ExerciseRecord, { text, at }: Draft): ExerciseRecord {
  const drafts = toDrafts(record);
  if (text.trim() === '' || drafts.some((draft) => draft.text === text)) return record;
  if (record.draftAt === null) return { ...record, ...toDraftFields([{ text, at }]) };
  const kept = toDraftFields([...drafts, { text, at: at < record.draftAt ? at : record.draftAt }]);
  if (kept.draft === record.draft) return { ...record, ...kept };
  // Below the text in the editor, however the clocks ran.
  return withDraft({ ...record, ...kept }, { text: record.draft ?? '', at: record.draftAt, replaces: null });
}

/** The record with one more attempt; a passed one completes the exercise. */
export function withAttempt(record: ExerciseRecord, attempt: Attempt): ExerciseRecord {
  const changed = { ...record, attempts: [...record.attempts, attempt] };
  return mergeRecords(changed, changed);
}
