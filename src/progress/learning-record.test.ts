import { expect, test } from 'vitest';
import type { Attempt } from './attempt.ts';
import { createRecord, type ExerciseRecord } from './exercise-record.ts';
import { toLearningRecord, type RecordableLesson } from './learning-record.ts';

const exercise = (name: string, level: 'awareness' | 'working', ...skills: string[]) => ({
  id: `t/01/${name}`,
  title: name,
  skills,
  level,
});
const lessons: RecordableLesson[] = [
  {
    id: 't/01',
    title: 'First',
    exercises: [
      exercise('one', 'awareness', 'select'),
      exercise('two', 'working', 'select', 'explain'),
      exercise('three', 'working', 'explain'),
    ],
  },
  {
    id: 't/02',
    title: 'Second',
    exercises: [{ ...exercise('four', 'awareness', 'select'), id: 't/02/four' }],
  },
];

function attempt(id: string, day: string, passed: boolean, help: Partial<Attempt> = {}): Attempt {
  return {
    exerciseId: id,
    exerciseVersion: 'v1',
    lessonVersion: 'v1',
    at: `2026-05-${day}T12:00:00.000Z`,
    answer: '',
    verdict: passed ? 'correct' : 'wrong-rows',
    passed,
    hintsUsed: 0,
    solutionSeen: false,
    ...help,
  };
}

const recordOf = (id: string, attempts: readonly Attempt[], fields: Partial<ExerciseRecord> = {}) =>
  [
    id,
    {
      ...createRecord(id),
      attempts,
      completedAt: attempts.findLast(({ passed }) => passed)?.at ?? null,
      ...fields,
    },
  ] as const;

test('counts the answer that passed with the least help, by lesson and by skill and level', () => {
  const records = new Map([
    recordOf('t/01/one', [
      attempt('t/01/one', '01', false),
      attempt('t/01/one', '02', true, { hintsUsed: 2 }),
      attempt('t/01/one', '09', true),
    ]),
    recordOf('t/01/two', [attempt('t/01/two', '03', true, { hintsUsed: 1, solutionSeen: true })]),
    recordOf('t/01/three', [attempt('t/01/three', '04', false)]),
    recordOf('t/02/four', [attempt('t/02/four', '05', true, { hintsUsed: 3 })]),
  ]);
  const { lessons: shown, skills } = toLearningRecord(lessons, records);
  expect(
    shown.map(({ lesson, shown: ofLesson }) => [
      lesson.title,
      ofLesson.map(({ exercise: { title }, help, hints, at }) => [title, help, hints, at.slice(0, 10)]),
    ]),
  ).toEqual([
    [
      'First',
      [
        ['one', 'none', 0, '2026-05-09'],
        ['two', 'solution', 1, '2026-05-03'],
      ],
    ],
    ['Second', [['four', 'hints', 3, '2026-05-05']]],
  ]);
  expect(Object.fromEntries(skills)).toEqual({
    select: {
      awareness: { solved: 2, unaided: 1 },
      working: { solved: 1, unaided: 0 },
      practitioner: { solved: 0, unaided: 0 },
    },
    explain: {
      awareness: { solved: 0, unaided: 0 },
      working: { solved: 1, unaided: 0 },
      practitioner: { solved: 0, unaided: 0 },
    },
  });
});

test('where no attempt is kept, what is kept of the exercise counts', () => {
  const at = '2026-05-06T12:00:00.000Z';
  const records = new Map([recordOf('t/01/one', [], { completedAt: at, hintsShown: 1 })]);
  expect(toLearningRecord(lessons, records).lessons[0]?.shown).toMatchObject([
    { at, help: 'hints', hints: 1 },
  ]);
});

test('nothing shown is an empty record', () => {
  expect(toLearningRecord(lessons, new Map())).toEqual({ lessons: [], skills: new Map() });
});
