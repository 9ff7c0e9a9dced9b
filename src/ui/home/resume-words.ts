import { findResumePlace, toExerciseUrl, toLessonProgress } from '#src/progress/lesson-progress.ts';
import type { RecordsById } from '#src/progress/lesson-progress.ts';
import type { TrackSummary } from '#src/progress/lesson-summary.ts';
import type { LastPlace } from '#src/progress/progress-file.ts';
import { countWords } from '#src/words/count-words.ts';

/** The way on for somebody who comes back. */
export interface ResumeWords {
  readonly url: string;
  /** What the link says. */
  readonly link: string;
  /** Where that is, what is done of it and what comes after, a sentence each. */
  readonly note: string;
}

/** The words of the way on; undefined for somebody who has not begun, or who has done every exercise. */
export function toResumeWords(
  tracks: readonly TrackSummary[],
  records: RecordsById,
  lastPlace: LastPlace | undefined,
): ResumeWords | undefined {
  const place = findResumePlace(tracks, records, lastPlace);
  if (place === undefined) return undefined;
  const { lesson, exercise } = place;
  const { done, total, exercises } = toLessonProgress(lesson, records, lastPlace);
  const lessons = tracks.flatMap((track) => track.lessons);
  const open = exercises.filter((each) => each.state !== 'done').map((each) => each.exercise);
  const here = exercise ?? open[0];
  const next =
    open[open.findIndex(({ id }) => id === here?.id) + 1] ??
    lessons[lessons.findIndex(({ id }) => id === lesson.id) + 1];
  return {
    url: toExerciseUrl(lesson, exercise),
    link: `Continue: ${(exercise ?? lesson).title}`,
    note: [
      exercise && `It is in “${lesson.title}”.`,
      `You have done ${done} of ${countWords(total, 'exercise')}.`,
      next && `After that: “${next.title}”.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}
