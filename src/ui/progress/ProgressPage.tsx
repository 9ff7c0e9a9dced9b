import { useId, useState } from 'react';
import {
  findOrphans,
  findResumePlace,
  toExerciseUrl,
  toLessonProgress,
} from '#src/progress/lesson-progress.ts';
import type { TrackSummary } from '#src/progress/lesson-summary.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { siteUrl } from '../site-url.ts';
import { DeletePanel } from './DeletePanel.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import { LessonProgressPanel } from './LessonProgressPanel.tsx';
import { SavingProblem } from './SavingProblem.tsx';
import { useProgress } from './use-progress.ts';

interface Props {
  readonly tracks: readonly TrackSummary[];
}

/** What somebody has done in this browser, and what they can do with the record of it. */
export function ProgressPage({ tracks }: Props) {
  const progress = useProgress();
  const [message, setMessage] = useState('');
  const manageId = useId();
  if (progress === undefined) {
    return (
      <p className="govuk-body" role="status">
        Reading your progress…
      </p>
    );
  }
  const { store, records, lastPlace, status, setAsideCount, hasRead } = progress;
  const resume = findResumePlace(tracks, records, lastPlace);
  const orphans = findOrphans(tracks, records);
  const finished = tracks
    .flatMap(({ lessons }) => lessons)
    .every((lesson) => toLessonProgress(lesson, records).resumeAt === undefined);

  return (
    <div className="app-progress">
      {!status.saving && <SavingProblem reason={status.reason} />}
      {status.saving && status.note !== undefined && (
        <p className="app-notice app-notice--warn">{status.note}</p>
      )}
      <p className="govuk-inset-text">
        This is recorded only in this browser, by yourself. It is not an exam record.
      </p>
      {resume !== undefined && (
        <p className="govuk-body app-progress__start">
          <a
            className="govuk-button app-progress__resume"
            href={toExerciseUrl(resume.lesson, resume.exercise)}
          >
            Resume where you stopped
          </a>
          <span className="app-progress__place">
            {resume.lesson.title}
            {resume.exercise !== undefined && `: ${resume.exercise.title}`}
          </span>
        </p>
      )}
      {hasRead && resume === undefined && records.size === 0 && (
        <p className="govuk-body">You have not started a lesson in this browser yet.</p>
      )}
      {records.size > 0 && <RecordLink />}
      {finished && records.size > 0 && <p className="govuk-body">You have done every exercise.</p>}

      {tracks.map((track) => (
        <section key={track.id} aria-labelledby={`track-${track.id}`}>
          <h2 className="govuk-heading-l" id={`track-${track.id}`}>
            {track.title}
          </h2>
          {track.lessons.map((lesson) => (
            <LessonProgressPanel
              key={lesson.id}
              progress={toLessonProgress(lesson, records, lastPlace)}
              records={records}
            />
          ))}
        </section>
      ))}

      {orphans.length > 0 && (
        <p className="govuk-body">
          You also worked on {countWords(orphans.length, 'exercise')} that{' '}
          {inNumber(orphans.length, 'is', 'are')} no longer in a lesson. Your answers stay in the file you
          export.
        </p>
      )}
      {setAsideCount > 0 && (
        <p className="govuk-body">
          {countWords(setAsideCount, 'stored record')} could not be read and{' '}
          {inNumber(setAsideCount, 'was', 'were')} set aside. Your other progress is safe. What was set aside
          is in the file you export.
        </p>
      )}

      <section aria-labelledby={manageId}>
        <h2 className="govuk-heading-l" id={manageId}>
          Keep, move or delete your progress
        </h2>
        <div role="status" className="app-progress__message">
          {message !== '' && <p className="govuk-body govuk-!-font-weight-bold">{message}</p>}
        </div>
        <ExportPanel store={store} onMessage={setMessage} />
        <ImportPanel store={store} onMessage={setMessage} />
        <DeletePanel store={store} onMessage={setMessage} />
      </section>
    </div>
  );
}

function RecordLink() {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={siteUrl('/progress/record/')}>
        See what you have shown, by skill
      </a>
      , to print or to keep as a file.
    </p>
  );
}
