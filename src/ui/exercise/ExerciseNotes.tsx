import type { ReactNode } from 'react';
import { momentDayWords } from '#src/words/moment-words.ts';
import { HintList } from './HintList.tsx';
import type { ExerciseWork } from './use-exercise-work.ts';

interface Props {
  readonly exercise: { readonly version: string };
  readonly work: ExerciseWork;
  /** The newest answer was checked and is not right. */
  readonly isWrongNow: boolean;
  readonly onStartAgain: () => void;
}

/** What a person should know before they go on: done already, text brought back, nothing can be saved, hints. */
export function ExerciseNotes({ exercise, work, isWrongNow, onStartAgain }: Props): ReactNode {
  const { record, reason } = work.saved;
  return (
    <>
      {record?.completedAt != null && (
        <p className="app-exercise__note">
          {/* Above a cross it would say two things at once. */}
          {!isWrongNow && <strong className="govuk-tag govuk-tag--green">Done</strong>}{' '}
          {isWrongNow ? 'Your newest answer is not right yet. You answered' : 'You answered'}{' '}
          {record.completedVersion === exercise.version ? 'this' : 'an earlier version of this exercise'} on{' '}
          {momentDayWords(record.completedAt)}.
        </p>
      )}
      {reason !== undefined && <p className="app-notice app-notice--warn">{reason}</p>}
      {work.answer.restored && (
        <p className="app-exercise__note">
          Your answer from last time is back.{' '}
          <button type="button" className="app-link-button" onClick={onStartAgain}>
            Start again
          </button>
        </p>
      )}
      <p role="status" className="app-exercise__note">
        {work.answer.foundEarlier &&
          'Your answer from last time is kept: see “Earlier versions” under Your progress. '}
        {work.solution.note}
      </p>
      <p role="status" className="govuk-visually-hidden">
        {work.said}
      </p>
      <div aria-live="polite">
        <HintList hints={work.hints.shown} total={work.hints.total} />
      </div>
    </>
  );
}
