import { countWords } from '#src/words/count-words.ts';

/**
 * How long the rest of a lesson takes, in words, when every exercise takes its share of the time.
 *
 * @example
 * toTimeLeft(25, 2, 5) // => 'about 15 minutes left'
 */
export function toTimeLeft(minutes: number, done: number, total: number): string {
  if (done >= total) return 'nothing left to do';
  return `about ${countWords(Math.max(1, Math.round((minutes * (total - done)) / total)), 'minute')} left`;
}
