import type { ExerciseProgress, LessonProgress } from '#src/progress/lesson-progress.ts';
import { attemptsKept } from '#src/progress/exercise-record.ts';
import type { ImportSummary, ReplacedDates } from '#src/progress/progress-file.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { momentDayWords } from '#src/words/moment-words.ts';

/** How much of a lesson is done, in full. */
export function toLessonWords({ done, total }: LessonProgress): string {
  return `${done} of ${countWords(total, 'exercise')} done`;
}

/** How much of a lesson is done, short enough for a card; nothing before the lesson was opened. */
export function toLessonNote({ state, done, total }: LessonProgress): string {
  if (state === 'not-started') return '';
  return state === 'done' ? 'Done' : `${done} of ${total} done`;
}

export function toStateWords(state: ExerciseProgress['state']): string {
  return { 'not-started': 'Not started', tried: 'Tried', done: 'Done' }[state];
}

/** What an import did. `unreadable` counts the records of the file that were left out. */
export function toImportWords(
  { added, updated, unchanged, attemptsLeftOut }: ImportSummary,
  { unreadable, replacedDates }: { readonly unreadable: number; readonly replacedDates: ReplacedDates },
): string {
  if (added + updated + unchanged + unreadable === 0)
    return 'The file holds no progress. Nothing was changed.';
  const sentences = [
    `The file was imported: ${countWords(added, 'new record')}, ${updated} updated, ${unchanged} the same as here.`,
    'Where both had an answer, the better one was kept.',
  ];
  if (unreadable > 0)
    sentences.push(
      `${countWords(unreadable, 'record')} in the file could not be read and had to be left out.`,
    );
  if (replacedDates.count > 0) {
    const { count, instead } = replacedDates;
    sentences.push(
      `${countWords(count, 'date')} in the file could not be right, such as one in the future, and ${inNumber(count, 'was', 'were')} changed to ${momentDayWords(instead)}. The answers were kept.`,
    );
  }
  if (attemptsLeftOut > 0)
    sentences.push(
      `${countWords(attemptsLeftOut, 'old attempt')} ${inNumber(attemptsLeftOut, 'was', 'were')} left out: each exercise keeps its newest ${attemptsKept} attempts and the best one.`,
    );
  return sentences.join(' ');
}
