import { expect, test } from 'vitest';
import { toLessonProgress } from '#src/progress/lesson-progress.ts';
import { createRecord } from '#src/progress/exercise-record.ts';
import { toImportWords, toLessonNote, toLessonWords } from './progress-words.ts';

const exercises = ['t/l/a', 't/l/b'].map((id) => ({ id, title: id, version: 'v1' }));
const lesson = { id: 't/l', title: 'Lesson', minutes: 20, version: 'v1', url: '/lessons/t/l/', exercises };
const done = (id: string) =>
  [id, { ...createRecord(id), completedAt: '2026-05-03T12:00:00.000Z', completedVersion: 'v1' }] as const;

test.each([
  [[], '', '0 of 2 exercises done'],
  [['t/l/a'], '1 of 2 done', '1 of 2 exercises done'],
  [['t/l/a', 't/l/b'], 'Done', '2 of 2 exercises done'],
])('with %j done the card says "%s" and the page "%s"', (ids, note, words) => {
  const progress = toLessonProgress(lesson, new Map(ids.map(done)));
  expect([toLessonNote(progress), toLessonWords(progress)]).toEqual([note, words]);
});

test('a lesson with one exercise is counted in the singular', () => {
  const progress = toLessonProgress({ ...lesson, exercises: exercises.slice(0, 1) }, new Map());
  expect(toLessonWords(progress)).toBe('0 of 1 exercise done');
});

const summary = { added: 0, updated: 0, unchanged: 0, attemptsLeftOut: 0 };
const read = { unreadable: 0, replacedDates: { count: 0, instead: '2026-05-03T12:00:00.000Z' } };

test.each([
  [summary, read, 'holds no progress'],
  [{ ...summary, added: 1, updated: 2, unchanged: 3 }, read, '1 new record, 2 updated, 3 the same as here'],
  [{ ...summary, added: 2 }, { ...read, unreadable: 1 }, '1 record in the file could not be read'],
  [
    { ...summary, added: 2 },
    { ...read, replacedDates: { ...read.replacedDates, count: 2 } },
    '2 dates in the file could not be right, such as one in the future, and were changed to 3 May 2026',
  ],
  [{ ...summary, added: 2, attemptsLeftOut: 1 }, read, '1 old attempt was left out'],
])('an import of %j, read with %j, says what it did', (did, outcome, words) => {
  expect(toImportWords(did, outcome)).toContain(words);
});
