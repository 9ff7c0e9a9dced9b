import { expect, test } from 'vitest';
import type { Exercise } from '#src/exercises/kinds.ts';
import type { Skill } from '#src/skills/skill.ts';
import type { Lesson } from './lesson.ts';
import { toCurriculum } from './curriculum.ts';

const skill = (id: string) => ({ id }) as Skill;
const lesson = (id: string, exercises: readonly Pick<Exercise, 'difficulty' | 'skills'>[]) =>
  ({ id, exercises }) as Lesson;

test('each skill has its lessons in their order, with the exercises of each level', () => {
  const lessons = [
    lesson('a/01', [
      { skills: ['join'], difficulty: 1 },
      { skills: ['join', 'sort'], difficulty: 2 },
      { skills: ['join'], difficulty: 3 },
    ]),
    lesson('a/02', [{ skills: ['sort'], difficulty: 4 }]),
    lesson('a/03', [{ skills: ['sort'], difficulty: 5 }]),
  ];
  const [join, sort, chart] = toCurriculum(lessons, ['join', 'sort', 'chart'].map(skill));
  expect(join?.counts).toEqual({ awareness: 2, working: 1, practitioner: 0 });
  expect(join?.lessons.map((each) => each.lesson.id)).toEqual(['a/01']);
  expect(sort?.counts).toEqual({ awareness: 1, working: 0, practitioner: 2 });
  expect(sort?.lessons.map((each) => each.lesson.id)).toEqual(['a/01', 'a/02', 'a/03']);
  expect(chart).toMatchObject({ counts: { awareness: 0, working: 0, practitioner: 0 }, lessons: [] });
});
