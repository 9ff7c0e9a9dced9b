import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { toLessonNote } from './progress-words.ts';
import { useLessonProgress } from './use-lesson-progress.ts';

interface Props {
  readonly lesson: LessonSummary;
}

/** How much of a lesson is done, for its card. Nothing until something is, and nothing where it cannot be read. */
export function LessonProgressNote({ lesson }: Props) {
  const progress = useLessonProgress(lesson);
  const note = progress === undefined ? '' : toLessonNote(progress);
  return note === '' ? null : <span className="app-progress-note">{note}</span>;
}
