import { expect, test } from 'vitest';
import { createRecord } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { findOrphans, findResumePlace, toExerciseUrl, toLessonProgress } from './lesson-progress.ts';
import type { LessonSummary } from './lesson-summary.ts';

const at = '2026-05-03T12:00:00.000Z';

function lesson(id: string, names: readonly string[]): LessonSummary {
  const exercises = names.map((name) => ({ id: `${id}/${name}`, title: name, version: 'v1' }));
  return { id, title: id, minutes: 20, version: 'v1', url: `/lessons/${id}/`, exercises };
}

const first = lesson('t/01', ['one', 'two', 'three']);
const second = lesson('t/02', ['four', 'five']);
const tracks = [{ id: 't', title: 'Track', lessons: [first, second] }];

const done = (exerciseId: string, completedVersion = 'v1'): ExerciseRecord => ({
  ...createRecord(exerciseId),
  completedAt: at,
  completedVersion,
});
const tried = (exerciseId: string): ExerciseRecord => ({
  ...createRecord(exerciseId),
  draft: 'SELECT',
  draftAt: at,
});
const byId = (...records: ExerciseRecord[]) => new Map(records.map((record) => [record.exerciseId, record]));
const place = (lessonId: string, exerciseId: string | null = null) => ({ lessonId, exerciseId, at });

test('counts what is done and tells tried exercises from untouched ones', () => {
  const progress = toLessonProgress(first, byId(done('t/01/one'), tried('t/01/two')));
  expect(progress).toMatchObject({ done: 1, total: 3, state: 'started' });
  expect(progress.exercises.map(({ state }) => state)).toEqual(['done', 'tried', 'not-started']);
});

test('an exercise that changed since still counts as done, and says so', () => {
  const progress = toLessonProgress(first, byId(done('t/01/one', 'v0')));
  expect(progress.done).toBe(1);
  expect(progress.exercises[0]).toMatchObject({ state: 'done', changed: true });
});

test('a lesson without exercises is never done', () => {
  expect(toLessonProgress(lesson('t/09', []), byId())).toMatchObject({
    state: 'not-started',
    resumeAt: undefined,
  });
});

test.each<[string, ExerciseRecord[], ReturnType<typeof place> | undefined, string | undefined]>([
  ['the first exercise at the start', [], undefined, 'one'],
  ['the last place when it is not done', [done('t/01/one')], place('t/01', 't/01/three'), 'three'],
  ['the one after the last place when that is done', [done('t/01/two')], place('t/01', 't/01/two'), 'three'],
  ['an earlier one when all later ones are done', [done('t/01/three')], place('t/01', 't/01/three'), 'one'],
  [
    'the first when the last place is gone from the lesson',
    [tried('t/01/two')],
    place('t/01', 't/01/gone'),
    'one',
  ],
  ['none when all are done', [done('t/01/one'), done('t/01/two'), done('t/01/three')], undefined, undefined],
])('a lesson goes on at %s', (_case, records, lastPlace, expected) => {
  expect(toLessonProgress(first, byId(...records), lastPlace).resumeAt?.title).toBe(expected);
});

const allOfFirst = [done('t/01/one'), done('t/01/two'), done('t/01/three')];

test.each<[string, ExerciseRecord[], ReturnType<typeof place> | undefined, string | undefined]>([
  ['nowhere before anything was opened', [], undefined, undefined],
  ['at the start of a lesson that was only opened', [], place('t/02'), '/lessons/t/02/'],
  ['at the exercise after the last one', [done('t/01/one')], place('t/01', 't/01/one'), '/lessons/t/01/#two'],
  ['at the next lesson when this one is done', allOfFirst, place('t/01', 't/01/three'), '/lessons/t/02/'],
  ['in the started lesson when no place is known', [tried('t/02/five')], undefined, '/lessons/t/02/#four'],
  [
    'in an earlier lesson when the last is done',
    [done('t/02/four'), done('t/02/five')],
    place('t/02'),
    '/lessons/t/01/',
  ],
  ['in a started lesson when the place is gone', [tried('t/02/five')], place('t/99'), '/lessons/t/02/#four'],
  [
    'nowhere when all is done',
    [...allOfFirst, done('t/02/four'), done('t/02/five')],
    place('t/02'),
    undefined,
  ],
])('resumes %s', (_case, records, lastPlace, expected) => {
  const resume = findResumePlace(tracks, byId(...records), lastPlace);
  expect(resume && toExerciseUrl(resume.lesson, resume.exercise)).toBe(expected);
});

test('work on exercises that left their lesson is found', () => {
  expect(findOrphans(tracks, byId(done('t/01/one'), tried('t/01/gone')))).toEqual([tried('t/01/gone')]);
});
