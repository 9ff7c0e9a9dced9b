import type { LessonChoice } from '#src/progress/choose-lesson.ts';
import { countWords } from '#src/words/count-words.ts';

/** Why a lesson was chosen, in a sentence or two. */
export function toChoiceWords({ reason, fits, minutesLeft, exercise }: LessonChoice): string {
  const time = countWords(minutesLeft, 'minute');
  const why = {
    begun: `You have begun it, and about ${time} of it are left.${exercise ? ` Go on with “${exercise.title}”.` : ''}`,
    first: `A good place to begin. It takes about ${time}.`,
    next: `It is the next lesson that you have not done. It takes about ${time}.`,
    ready: `It takes about ${time}, and builds only on what you have done.`,
  }[reason].replace('about 1 minute of it are', 'about 1 minute of it is');
  return fits ? why : `${why} That is more than you have: stop where you like, and your place is kept.`;
}
