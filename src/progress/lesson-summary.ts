/** What the progress pages need to know of an exercise. */
export interface ExerciseSummary {
  /** Path id, such as `asking-questions/01-first-question/busiest`. */
  readonly id: string;
  readonly title: string;
  /** Hash of the exercise's file. */
  readonly version: string;
}

/** What the progress pages need to know of a lesson. */
export interface LessonSummary {
  /** Path id, such as `asking-questions/01-first-question`. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Hash of the lesson's files. */
  readonly version: string;
  /** Path of the lesson's page from the site's root, with a slash at the end. */
  readonly url: string;
  /** In the order in which they stand in the lesson. */
  readonly exercises: readonly ExerciseSummary[];
}

/** A track and its lessons, in the order in which they are taken. */
export interface TrackSummary {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonSummary[];
}
