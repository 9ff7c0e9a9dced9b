import { toLessonProgress } from './lesson-progress.ts';
import type { LessonProgress, RecordsById } from './lesson-progress.ts';
import type { ExerciseSummary, LessonSummary } from './lesson-summary.ts';
import type { LastPlace } from './progress-file.ts';

/** A lesson that somebody may be sent to. */
export interface LessonOnOffer extends LessonSummary {
  /** Ids of lessons to take first. */
  readonly needs: readonly string[];
}

/** Where to go with the time there is, and why there. */
export interface LessonChoice {
  readonly lesson: LessonOnOffer;
  /** The exercise to go on with; undefined for the lesson's beginning. */
  readonly exercise: ExerciseSummary | undefined;
  /** About how many minutes of it are left. */
  readonly minutesLeft: number;
  readonly reason: 'begun' | 'first' | 'next' | 'ready';
  /** It fits into the time; otherwise it can be left half way. */
  readonly fits: boolean;
}

interface Candidate {
  readonly lesson: LessonOnOffer;
  readonly progress: LessonProgress;
  readonly minutesLeft: number;
  readonly isReady: boolean;
}

/**
 * The lesson to take now. What is begun comes first, then the next that builds on nothing unfinished; one that fits into the
 * time before one that does not.
 *
 * @param lessons - In the order in which they are best taken: that of the site, or of a path.
 * @param minutes - How much time there is.
 * @returns undefined when every lesson is done.
 */
export function chooseLesson(
  lessons: readonly LessonOnOffer[],
  records: RecordsById,
  lastPlace: LastPlace | undefined,
  minutes: number,
): LessonChoice | undefined {
  const all = lessons.map((lesson) => ({ lesson, progress: toLessonProgress(lesson, records, lastPlace) }));
  const isDone = (id: string) =>
    all.find(({ lesson }) => lesson.id === id)?.progress.state === 'done' ||
    !all.some((each) => each.lesson.id === id);
  const open: Candidate[] = all
    .filter(({ progress }) => progress.state !== 'done')
    .map(({ lesson, progress }) => ({
      lesson,
      progress,
      minutesLeft: toMinutesLeft(progress),
      isReady: lesson.needs.every(isDone),
    }));
  const begun = open
    .filter(({ progress }) => progress.done > 0 || progress.exercises.some(({ state }) => state === 'tried'))
    .toSorted(
      (a, b) => Number(b.lesson.id === lastPlace?.lessonId) - Number(a.lesson.id === lastPlace?.lessonId),
    );
  const ready = open.filter(({ isReady }) => isReady);
  const fits = ({ minutesLeft }: Candidate) => minutesLeft <= minutes;
  // Who comes for the first time begins at the beginning.
  const isNew = open.length === all.length && begun.length === 0;
  const chosen =
    begun.find(fits) ?? begun[0] ?? (isNew ? undefined : ready.find(fits)) ?? ready[0] ?? open[0];
  if (chosen === undefined) return undefined;
  const isBegun = begun.includes(chosen);
  return {
    lesson: chosen.lesson,
    exercise: isBegun ? chosen.progress.resumeAt : undefined,
    minutesLeft: chosen.minutesLeft,
    reason: isBegun ? 'begun' : isNew ? 'first' : chosen === open[0] ? 'next' : 'ready',
    fits: fits(chosen),
  };
}

/** The minutes of a lesson, less the share of its exercises that is done; at least one. */
function toMinutesLeft({ lesson, done, total }: LessonProgress): number {
  return total === 0 ? lesson.minutes : Math.max(1, Math.round((lesson.minutes * (total - done)) / total));
}
