import type { SkillLevel } from '#src/skills/skill.ts';
import { findBestAttempt } from './exercise-record.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { RecordsById } from './lesson-progress.ts';

/** An exercise with what it shows. */
export interface RecordableExercise {
  readonly id: string;
  readonly title: string;
  /** Ids of the skills that it practises. */
  readonly skills: readonly string[];
  readonly level: SkillLevel;
}

/** A lesson with its exercises, as a record of learning needs it. */
export interface RecordableLesson {
  readonly id: string;
  readonly title: string;
  readonly exercises: readonly RecordableExercise[];
}

/** An exercise that was solved, and with what help at best. */
export interface ShownExercise {
  readonly exercise: RecordableExercise;
  /** When that answer was checked. */
  readonly at: string;
  /** `solution` where one had been looked at before the answer. */
  readonly help: 'none' | 'hints' | 'solution';
  readonly hints: number;
}

/** What one person has shown, as this browser recorded it. */
export interface LearningRecord {
  /** Lessons in which something was shown, in their order. */
  readonly lessons: readonly {
    readonly lesson: RecordableLesson;
    readonly shown: readonly ShownExercise[];
  }[];
  /** For each skill, in no order: how many exercises were solved at a level, and how many of them without any help. */
  readonly skills: ReadonlyMap<string, Readonly<Record<SkillLevel, SkillShown>>>;
}

export interface SkillShown {
  readonly solved: number;
  readonly unaided: number;
}

/** Puts together what the records of exercises show: of each exercise the answer that passed with the least help. */
export function toLearningRecord(lessons: readonly RecordableLesson[], records: RecordsById): LearningRecord {
  const shown = lessons
    .map((lesson) => ({
      lesson,
      shown: lesson.exercises.flatMap((exercise) => {
        const record = records.get(exercise.id);
        return record?.completedAt == null ? [] : [toShown(exercise, record, record.completedAt)];
      }),
    }))
    .filter((each) => each.shown.length > 0);
  const all = shown.flatMap((each) => each.shown);
  const skillIds = new Set(all.flatMap(({ exercise }) => exercise.skills));
  const countOf = (skill: string, level: SkillLevel): SkillShown => {
    const here = all.filter(({ exercise }) => exercise.level === level && exercise.skills.includes(skill));
    return { solved: here.length, unaided: here.filter(({ help }) => help === 'none').length };
  };
  return {
    lessons: shown,
    skills: new Map(
      [...skillIds].map((skill) => [
        skill,
        {
          awareness: countOf(skill, 'awareness'),
          working: countOf(skill, 'working'),
          practitioner: countOf(skill, 'practitioner'),
        },
      ]),
    ),
  };
}

function toShown(exercise: RecordableExercise, record: ExerciseRecord, completedAt: string): ShownExercise {
  const best = findBestAttempt(record.attempts.filter(({ passed }) => passed));
  // An old attempt may have given way to newer ones: what is kept of the exercise stands for it.
  const { at, hintsUsed, solutionSeen } = best ?? {
    at: completedAt,
    hintsUsed: record.hintsShown,
    solutionSeen: record.solutionSeen,
  };
  return {
    exercise,
    at,
    help: solutionSeen ? 'solution' : hintsUsed > 0 ? 'hints' : 'none',
    hints: hintsUsed,
  };
}
