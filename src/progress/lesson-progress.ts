import type { ExerciseRecord } from './exercise-record.ts';
import type { ExerciseSummary, LessonSummary, TrackSummary } from './lesson-summary.ts';
import type { LastPlace } from './progress-file.ts';

export type RecordsById = ReadonlyMap<string, ExerciseRecord>;

export interface ExerciseProgress {
  readonly exercise: ExerciseSummary;
  readonly state: 'not-started' | 'tried' | 'done';
  /** The exercise is done, and its wording or data have changed since. It still counts. */
  readonly changed: boolean;
}

export interface LessonProgress {
  readonly lesson: LessonSummary;
  readonly done: number;
  readonly total: number;
  readonly state: 'not-started' | 'started' | 'done';
  readonly exercises: readonly ExerciseProgress[];
  /** The exercise to go on with; undefined when all are done or the lesson has none. */
  readonly resumeAt: ExerciseSummary | undefined;
}

/** A place to go to: the lesson's start when `exercise` is undefined. */
export interface ResumePlace {
  readonly lesson: LessonSummary;
  readonly exercise: ExerciseSummary | undefined;
}

/**
 * What has been done of one lesson. The exercise to go on with is the first that is not done from the last place
 * onwards, or else from the beginning.
 */
export function toLessonProgress(
  lesson: LessonSummary,
  records: RecordsById,
  lastPlace?: LastPlace,
): LessonProgress {
  const exercises = lesson.exercises.map((exercise) =>
    toExerciseProgress(exercise, records.get(exercise.id)),
  );
  const done = exercises.filter(({ state }) => state === 'done').length;
  const total = exercises.length;
  const visited = lastPlace?.lessonId === lesson.id;
  const started = visited || exercises.some(({ state }) => state !== 'not-started');
  const from = visited ? exercises.findIndex(({ exercise }) => exercise.id === lastPlace.exerciseId) : 0;
  const inTurn = [...exercises.slice(Math.max(from, 0)), ...exercises.slice(0, Math.max(from, 0))];
  return {
    lesson,
    done,
    total,
    state: total > 0 && done === total ? 'done' : started ? 'started' : 'not-started',
    exercises,
    resumeAt: inTurn.find(({ state }) => state !== 'done')?.exercise,
  };
}

/**
 * Where to go on: in the lesson of the last place while it has exercises to do, else in the next lesson that has, else in
 * an earlier one. Undefined before any lesson was opened, and when everything is done.
 */
export function findResumePlace(
  tracks: readonly TrackSummary[],
  records: RecordsById,
  lastPlace: LastPlace | undefined,
): ResumePlace | undefined {
  const lessons = tracks.flatMap((track) => track.lessons);
  const progress = lessons.map((lesson) => toLessonProgress(lesson, records, lastPlace));
  if (progress.every(({ state }) => state === 'not-started')) return undefined;
  const lastIndex = lessons.findIndex(({ id }) => id === lastPlace?.lessonId);
  const firstStarted = progress.findIndex(({ state }) => state === 'started');
  const from = Math.max(lastIndex === -1 ? firstStarted : lastIndex, 0);
  const next = [...progress.slice(from), ...progress.slice(0, from)].find(
    ({ resumeAt }) => resumeAt !== undefined,
  );
  if (next === undefined) return undefined;
  return { lesson: next.lesson, exercise: isAtStart(next) ? undefined : next.resumeAt };
}

/** The records of exercises that stand in no lesson any more. */
export function findOrphans(tracks: readonly TrackSummary[], records: RecordsById): ExerciseRecord[] {
  const known = new Set(
    tracks.flatMap(({ lessons }) => lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id))),
  );
  return [...records.values()].filter(({ exerciseId }) => !known.has(exerciseId));
}

/** The path of an exercise on its lesson's page: each exercise carries the last part of its id as its anchor. */
export function toExerciseUrl(lesson: LessonSummary, exercise: ExerciseSummary | undefined): string {
  return exercise === undefined
    ? lesson.url
    : `${lesson.url}#${exercise.id.slice(exercise.id.lastIndexOf('/') + 1)}`;
}

function toExerciseProgress(exercise: ExerciseSummary, record: ExerciseRecord | undefined): ExerciseProgress {
  const done = record?.completedAt != null;
  const tried = record !== undefined && (record.draft !== null || record.attempts.length > 0);
  return {
    exercise,
    state: done ? 'done' : tried ? 'tried' : 'not-started',
    changed: done && record.completedVersion !== exercise.version,
  };
}

function isAtStart({ state, exercises }: LessonProgress): boolean {
  return state === 'not-started' || exercises.every((exercise) => exercise.state === 'not-started');
}
