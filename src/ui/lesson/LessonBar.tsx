import type { ReactNode } from 'react';
import { toExerciseUrl } from '#src/progress/lesson-progress.ts';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { useLessonProgress } from '../progress/use-lesson-progress.ts';
import { toTimeLeft } from './time-left.ts';

interface Props {
  readonly lesson: LessonSummary;
}

/** A slim bar that follows the reader: how much is done, how long the rest takes, and the way to the next exercise. */
export function LessonBar({ lesson }: Props): ReactNode {
  const progress = useLessonProgress(lesson);
  const total = lesson.exercises.length;
  const done = progress?.done ?? 0;
  const next = progress?.resumeAt;
  return (
    <div className="app-lesson-bar">
      <p className="app-lesson-bar__words">
        {done} of {total} done, {toTimeLeft(lesson.minutes, done, total)}
        {next && done > 0 && (
          <a className="govuk-link app-lesson-bar__next" href={toExerciseUrl(lesson, next)}>
            Next: {next.title}
          </a>
        )}
      </p>
      <progress className="app-lesson-bar__line" value={done} max={total} aria-label="Exercises done" />
    </div>
  );
}
