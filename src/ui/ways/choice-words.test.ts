import { expect, test } from 'vitest';
import type { LessonChoice } from '#src/progress/choose-lesson.ts';
import { toChoiceWords } from './choice-words.ts';

const lesson = { id: 'a/1', title: 'A', minutes: 25, version: '', url: '/', exercises: [], needs: [] };
const exercise = { id: 'a/1/two', title: 'Two', version: '' };
const choice: LessonChoice = { lesson, exercise: undefined, minutesLeft: 25, reason: 'first', fits: true };

test.each<[Partial<LessonChoice>, string]>([
  [{}, 'A good place to begin. It takes about 25 minutes.'],
  [
    { reason: 'begun', exercise, minutesLeft: 1 },
    'You have begun it, and about 1 minute of it is left. Go on with “Two”.',
  ],
  [
    { reason: 'begun', exercise, minutesLeft: 12 },
    'You have begun it, and about 12 minutes of it are left. Go on with “Two”.',
  ],
  [
    { reason: 'next', fits: false },
    'It is the next lesson that you have not done. It takes about 25 minutes. That is more than you have: stop where you like, and your place is kept.',
  ],
  [{ reason: 'ready' }, 'It takes about 25 minutes, and builds only on what you have done.'],
])('says why: %j', (change, words) => {
  expect(toChoiceWords({ ...choice, ...change })).toBe(words);
});
