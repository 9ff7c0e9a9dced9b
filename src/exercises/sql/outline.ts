import type { SqlExercise } from './schema.ts';

/** The part of an exercise that stands in the page. */
export type ExerciseOutline = Pick<
  SqlExercise,
  | 'id'
  | 'version'
  | 'title'
  | 'task'
  | 'starter'
  | 'hints'
  | 'compare'
  | 'requires'
  | 'refuses'
  | 'difficulty'
  | 'datasets'
  | 'skills'
>;

/** The part that is fetched when the learner first checks an answer or asks for the solution. */
export type ExerciseKey = Pick<
  SqlExercise,
  'id' | 'version' | 'solution' | 'alternatives' | 'wrong' | 'explain'
>;

export function toExerciseOutline(exercise: SqlExercise): ExerciseOutline {
  const { id, version, title, task, starter, hints, compare, requires, refuses } = exercise;
  const { difficulty, datasets, skills } = exercise;
  return {
    id,
    version,
    title,
    task,
    starter,
    hints,
    compare,
    requires,
    refuses,
    difficulty,
    datasets,
    skills,
  };
}

export function toExerciseKey(exercise: SqlExercise): ExerciseKey {
  const { id, version, solution, alternatives, wrong, explain } = exercise;
  return { id, version, solution, alternatives, wrong, explain };
}
