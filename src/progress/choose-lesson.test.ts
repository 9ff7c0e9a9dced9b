import { expect, test } from 'vitest';
import { chooseLesson, type LessonOnOffer } from './choose-lesson.ts';
import { createRecord, type ExerciseRecord } from './exercise-record.ts';

const at = '2026-05-03T12:00:00.000Z';

function lesson(id: string, minutes: number, needs: readonly string[] = []): LessonOnOffer {
  const exercises = ['one', 'two', 'three', 'four'].map((name) => ({
    id: `${id}/${name}`,
    title: name,
    version: 'v1',
  }));
  return { id, title: id, minutes, version: 'v1', url: `/lessons/${id}/`, exercises, needs };
}

const lessons = [
  lesson('a/1', 25),
  lesson('a/2', 30, ['a/1']),
  lesson('b/1', 15, ['a/1']),
  lesson('c/1', 20, ['b/1']),
];
const done = (...ids: string[]) =>
  new Map<string, ExerciseRecord>(
    ids.map((id) => [id, { ...createRecord(id), completedAt: at, completedVersion: 'v1' }]),
  );
const all = (id: string) => ['one', 'two', 'three', 'four'].map((name) => `${id}/${name}`);

test.each([
  ['who has done nothing begins at the beginning, if it fits or not', done(), 20, 'a/1', 'first', false],
  ['who has time for it too', done(), 30, 'a/1', 'first', true],
  [
    'who has begun goes on, with the minutes that are left',
    done('a/1/one', 'a/1/two'),
    15,
    'a/1',
    'begun',
    true,
  ],
  ['what is begun comes before what is next', done(...all('a/1'), 'b/1/one'), 30, 'b/1', 'begun', true],
  ['the next lesson, where it fits', done(...all('a/1')), 30, 'a/2', 'next', true],
  ['a later one that fits, and builds on what is done', done(...all('a/1')), 20, 'b/1', 'ready', true],
  ['none that builds on what is not done', done(...all('a/1')), 10, 'a/2', 'next', false],
] as const)('chooses for %s', (_case, records, minutes, id, reason, fits) => {
  expect(chooseLesson(lessons, records, undefined, minutes)).toMatchObject({ lesson: { id }, reason, fits });
});

test('goes on with the exercise after the last, and of two begun lessons with the last one', () => {
  const records = done('a/1/one', 'b/1/one', 'b/1/two');
  expect(chooseLesson(lessons, records, undefined, 30)).toMatchObject({
    lesson: { id: 'a/1' },
    exercise: { title: 'two' },
    minutesLeft: 19,
  });
  const lastPlace = { lessonId: 'b/1', exerciseId: 'b/1/two', at };
  expect(chooseLesson(lessons, records, lastPlace, 30)).toMatchObject({
    lesson: { id: 'b/1' },
    exercise: { title: 'three' },
    minutesLeft: 8,
  });
});

test('nothing is left when all is done', () => {
  expect(chooseLesson(lessons, done(...lessons.flatMap(({ id }) => all(id))), undefined, 30)).toBeUndefined();
});

test('a path without the lessons that are needed still has a way in', () => {
  expect(chooseLesson(lessons.slice(1), done(), undefined, 60)).toMatchObject({ lesson: { id: 'a/2' } });
});

test('a newcomer begins at the beginning, though a lesson that needs nothing is shorter', () => {
  const shorter = [...lessons, lesson('d/1', 10)];
  expect(chooseLesson(shorter, done(), undefined, 20)).toMatchObject({
    lesson: { id: 'a/1' },
    reason: 'first',
  });
});
