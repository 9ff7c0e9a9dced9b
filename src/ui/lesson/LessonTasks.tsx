import type { ReactNode } from 'react';
import { toExerciseUrl } from '#src/progress/lesson-progress.ts';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { toStateWords } from '../progress/progress-words.ts';
import { useLessonProgress } from '../progress/use-lesson-progress.ts';

interface Props {
  readonly lesson: LessonSummary;
}

/** The exercises of a lesson as a list of tasks, each with how far it is. */
export function LessonTasks({ lesson }: Props): ReactNode {
  const progress = useLessonProgress(lesson);
  return (
    <ol className="govuk-task-list app-tasks">
      {lesson.exercises.map((exercise, index) => {
        const statusId = `task-${index + 1}-status`;
        return (
          <li key={exercise.id} className="govuk-task-list__item govuk-task-list__item--with-link">
            <div className="govuk-task-list__name-and-hint">
              <a
                className="govuk-link govuk-task-list__link"
                href={toExerciseUrl(lesson, exercise)}
                aria-describedby={statusId}
              >
                {index + 1}. {exercise.title}
              </a>
            </div>
            <div className="govuk-task-list__status" id={statusId}>
              <Status state={progress?.exercises[index]?.state} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type State = Parameters<typeof toStateWords>[0];

/** As in GOV.UK's task list: what is done stands back, what is to do stands out. */
function Status({ state }: { readonly state: State | undefined }): ReactNode {
  // In the page as the server made it: seen by who has no progress here.
  if (state === undefined)
    return (
      <strong className="govuk-tag govuk-tag--grey app-tasks__unread">{toStateWords('not-started')}</strong>
    );
  if (state === 'done') return toStateWords(state);
  return (
    <strong className={`govuk-tag govuk-tag--${state === 'tried' ? 'blue' : 'grey'}`}>
      {toStateWords(state)}
    </strong>
  );
}
