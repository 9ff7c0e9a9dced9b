import { toExerciseUrl } from '#src/progress/lesson-progress.ts';
import type { ExerciseProgress, LessonProgress, RecordsById } from '#src/progress/lesson-progress.ts';
import { OtherDrafts } from './OtherDrafts.tsx';
import { toLessonWords, toStateWords } from './progress-words.ts';

interface Props {
  readonly progress: LessonProgress;
  readonly records: RecordsById;
}

const tagColour = { 'not-started': 'grey', tried: 'blue', done: 'green' } as const;

/** One lesson: how much is done, and the state of each exercise. */
export function LessonProgressPanel({ progress, records }: Props) {
  const { lesson, done, total, exercises } = progress;
  const kept = exercises.flatMap(({ exercise }) =>
    (records.get(exercise.id)?.otherDrafts ?? []).map((draft) => ({ exercise, draft })),
  );
  return (
    <article className="app-progress__lesson">
      <h3 className="govuk-heading-m">
        <a className="govuk-link" href={lesson.url}>
          {lesson.title}
        </a>
      </h3>
      {total > 0 && (
        <p className="govuk-body app-progress__total">
          {toLessonWords(progress)}
          <progress
            className="app-progress__bar"
            value={done}
            max={total}
            aria-label={`Done of ${lesson.title}`}
          />
        </p>
      )}
      <ul className="govuk-list app-progress__exercises">
        {exercises.map((item) => (
          <ExerciseLine key={item.exercise.id} item={item} url={toExerciseUrl(lesson, item.exercise)} />
        ))}
      </ul>
      <OtherDrafts kept={kept} />
    </article>
  );
}

function ExerciseLine({ item, url }: { readonly item: ExerciseProgress; readonly url: string }) {
  const { exercise, state, changed } = item;
  return (
    <li className="app-progress__exercise">
      <span className="app-progress__name">
        <a className="govuk-link" href={url}>
          {exercise.title}
        </a>
        {changed && (
          <span className="app-progress__note">
            This exercise has changed since you answered it. Your answer still counts.
          </span>
        )}
      </span>
      <strong className={`govuk-tag govuk-tag--${tagColour[state]}`}>{toStateWords(state)}</strong>
    </li>
  );
}
