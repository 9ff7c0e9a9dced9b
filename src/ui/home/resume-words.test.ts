import { expect, test } from 'vitest';
import { createRecord, type ExerciseRecord } from '#src/progress/exercise-record.ts';
import type { LessonSummary } from '#src/progress/lesson-summary.ts';
import { toResumeWords } from './resume-words.ts';

const at = '2026-05-03T12:00:00.000Z';

function lesson(id: string, names: readonly string[]): LessonSummary {
  const exercises = names.map((name) => ({ id: `${id}/${name}`, title: name, version: 'v1' }));
  return { id, title: `Lesson ${id}`, minutes: 20, version: 'v1', url: `/lessons/${id}/`, exercises };
}

const tracks = [
  { id: 't', title: 'Track', lessons: [lesson('t/01', ['one', 'two', 'three']), lesson('t/02', ['four'])] },
];
const done = (...ids: string[]) =>
  new Map<string, ExerciseRecord>(
    ids.map((id) => [id, { ...createRecord(id), completedAt: at, completedVersion: 'v1' }]),
  );

test.each([
  [
    'in the middle of a lesson',
    done('t/01/one'),
    { url: '/lessons/t/01/#two', link: 'Continue: two' },
    'It is in “Lesson t/01”. You have done 1 of 3 exercises. After that: “three”.',
  ],
  [
    'at the last exercise of a lesson',
    done('t/01/one', 't/01/two'),
    { url: '/lessons/t/01/#three', link: 'Continue: three' },
    'It is in “Lesson t/01”. You have done 2 of 3 exercises. After that: “Lesson t/02”.',
  ],
  [
    'between two lessons',
    done('t/01/one', 't/01/two', 't/01/three'),
    { url: '/lessons/t/02/', link: 'Continue: Lesson t/02' },
    'You have done 0 of 1 exercise.',
  ],
])('names the place, what is done and what is next %s', (_case, records, link, note) => {
  expect(toResumeWords(tracks, records, undefined)).toEqual({ ...link, note });
});

test.each([
  ['who has not begun', done()],
  ['who has done everything', done('t/01/one', 't/01/two', 't/01/three', 't/02/four')],
])('has no way on for somebody %s', (_case, records) => {
  expect(toResumeWords(tracks, records, undefined)).toBeUndefined();
});
