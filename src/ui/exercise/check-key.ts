import type { CompiledExercise } from '#src/checker/compiled-exercise.ts';
import type { ExerciseKey } from '#src/lessons/exercise-parts.ts';

/** All that is fetched when an answer is first checked: the author's part of it and the build's. */
export interface CheckKey extends ExerciseKey {
  readonly compiled: CompiledExercise;
}
