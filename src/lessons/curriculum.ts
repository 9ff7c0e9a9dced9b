import type { Exercise } from '#src/exercises/kinds.ts';
import { skillLevels } from '#src/skills/skill-levels.ts';
import type { Skill, SkillLevel } from '#src/skills/skill.ts';
import type { Lesson } from './lesson.ts';

/** So many exercises at each level. */
export type LevelCounts = Readonly<Record<SkillLevel, number>>;

/** Where one skill is practised. */
export interface SkillPractice {
  readonly skill: Skill;
  readonly counts: LevelCounts;
  /** Lessons with an exercise for it, in the order in which they are taken. */
  readonly lessons: readonly { readonly lesson: Lesson; readonly counts: LevelCounts }[];
}

/** The level that an exercise asks for: difficulty 1 and 2 is awareness, 3 working, 4 and 5 practitioner. */
export function toSkillLevel({ difficulty }: Pick<Exercise, 'difficulty'>): SkillLevel {
  if (difficulty <= 2) return 'awareness';
  return difficulty === 3 ? 'working' : 'practitioner';
}

/** Where each skill is practised and how far, counted from the exercises. */
export function toCurriculum(lessons: readonly Lesson[], skills: readonly Skill[]): SkillPractice[] {
  return skills.map((skill) => {
    const practised = lessons
      .map((lesson) => ({
        lesson,
        counts: countLevels(lesson.exercises.filter((exercise) => exercise.skills.includes(skill.id))),
      }))
      .filter(({ counts }) => skillLevels.some(({ id }) => counts[id] > 0));
    return { skill, lessons: practised, counts: addCounts(practised.map(({ counts }) => counts)) };
  });
}

function countLevels(exercises: readonly Exercise[]): LevelCounts {
  const count = (level: SkillLevel) => exercises.filter((each) => toSkillLevel(each) === level).length;
  return { awareness: count('awareness'), working: count('working'), practitioner: count('practitioner') };
}

function addCounts(all: readonly LevelCounts[]): LevelCounts {
  const add = (level: SkillLevel) => all.reduce((sum, counts) => sum + counts[level], 0);
  return { awareness: add('awareness'), working: add('working'), practitioner: add('practitioner') };
}
