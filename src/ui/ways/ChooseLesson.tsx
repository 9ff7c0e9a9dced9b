import { useId, useState } from 'react';
import { chooseLesson, type LessonOnOffer } from '#src/progress/choose-lesson.ts';
import { toExerciseUrl } from '#src/progress/lesson-progress.ts';
import { useProgress, type Progress } from '../progress/use-progress.ts';
import { toChoiceWords } from './choice-words.ts';

/** A way through the lessons, as the choice needs it. */
export interface PathOnOffer {
  readonly id: string;
  readonly title: string;
  readonly lessonIds: readonly string[];
}

interface Props {
  readonly lessons: readonly LessonOnOffer[];
  readonly paths: readonly PathOnOffer[];
}

const times = [10, 20, 30] as const;

/** Says which lesson to take with the time there is, and why. */
export function ChooseLesson({ lessons, paths }: Props) {
  const progress = useProgress();
  const [minutes, setMinutes] = useState<number>(20);
  const [pathId, setPathId] = useState('');
  const id = useId();
  const path = paths.find((each) => each.id === pathId);
  const offered = path
    ? path.lessonIds.flatMap((lessonId) => lessons.filter((lesson) => lesson.id === lessonId))
    : lessons;
  return (
    <section className="app-panel app-choose" aria-labelledby={`${id}-title`}>
      <h2 className="govuk-heading-m" id={`${id}-title`}>
        What shall I do now?
      </h2>
      <div className="app-choose__questions">
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend">I have</legend>
          <div className="govuk-radios govuk-radios--inline govuk-radios--small">
            {times.map((time) => (
              <div className="govuk-radios__item" key={time}>
                <input
                  className="govuk-radios__input"
                  id={`${id}-${time}`}
                  name={`${id}-time`}
                  type="radio"
                  checked={minutes === time}
                  onChange={() => setMinutes(time)}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={`${id}-${time}`}>
                  {time} minutes
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={`${id}-path`}>
            My work is most like
          </label>
          <select
            className="govuk-select"
            id={`${id}-path`}
            value={pathId}
            onChange={(event) => setPathId(event.target.value)}
          >
            <option value="">any of these: all lessons</option>
            {paths.map(({ id: value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div role="status" className="app-choose__answer">
        {progress ? (
          <Choice lessons={offered} progress={progress} minutes={minutes} />
        ) : (
          <p className="govuk-body">Reading what you have done…</p>
        )}
      </div>
    </section>
  );
}

function Choice({
  lessons,
  progress,
  minutes,
}: {
  readonly lessons: readonly LessonOnOffer[];
  readonly progress: Progress;
  readonly minutes: number;
}) {
  const choice = chooseLesson(lessons, progress.records, progress.lastPlace, minutes);
  if (choice === undefined)
    return (
      <p className="govuk-body">
        You have done all of these lessons. Choose another path, or ask your own question in Explore.
      </p>
    );
  return (
    <>
      <p className="govuk-body-l">
        <a className="govuk-link" href={toExerciseUrl(choice.lesson, choice.exercise)}>
          {choice.lesson.title}
        </a>
      </p>
      <p className="govuk-body">{toChoiceWords(choice)}</p>
    </>
  );
}
