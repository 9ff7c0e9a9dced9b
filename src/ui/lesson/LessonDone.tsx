import type { ReactNode } from 'react';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { toLessonWords } from '../progress/progress-words.ts';
import { useLessonProgress } from '../progress/use-lesson-progress.ts';

interface Props {
  readonly lesson: LessonSummary;
}

/** At the lesson's end: that all of it is done, or what is not. Nothing for somebody who only reads. */
export function LessonDone({ lesson }: Props): ReactNode {
  const progress = useLessonProgress(lesson);
  if (progress === undefined || progress.done === 0) return null;
  if (progress.done === progress.total)
    return (
      <p className="app-finish__done">
        <strong className="govuk-tag govuk-tag--green">Lesson done</strong> You have done all {progress.total}{' '}
        exercises.
      </p>
    );
  return (
    <p className="app-finish__done">
      {toLessonWords(progress)}.{' '}
      <a className="govuk-link" href="#tasks">
        See what is left
      </a>
    </p>
  );
}
