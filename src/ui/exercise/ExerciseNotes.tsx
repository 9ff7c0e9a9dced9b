import type { ReactNode } from 'react';
import type { ExerciseOutline } from '#src/exercises/sql/outline.ts';
import type { ExerciseRecordHandle } from '../progress/use-exercise-record.ts';

interface Props {
  readonly exercise: ExerciseOutline;
  readonly saved: ExerciseRecordHandle;
  readonly restored: boolean;
  readonly onStartAgain: () => void;
}

/** What a person should know before they go on: done already, text brought back, nothing can be saved. */
export function ExerciseNotes({ exercise, saved, restored, onStartAgain }: Props): ReactNode {
  const { record, ready, canSave, reason } = saved;
  return (
    <>
      {record?.completedAt != null && (
        <p className="app-exercise__note">
          <strong className="govuk-tag govuk-tag--green">Done</strong> You answered{' '}
          {record.completedVersion === exercise.version ? 'this' : 'an earlier version of this exercise'} on{' '}
          {dateWords.format(new Date(record.completedAt))}.
        </p>
      )}
      {ready && !canSave && <p className="app-notice app-notice--warn">{reason}</p>}
      {restored && (
        <p className="app-exercise__note">
          Your text from last time is back.{' '}
          <button type="button" className="app-link-button" onClick={onStartAgain}>
            Start again
          </button>
        </p>
      )}
    </>
  );
}

const dateWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
