import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import type { ExerciseKey } from '#src/exercises/sql/outline.ts';

/** All that is fetched when an answer is first checked: the author's part of it and the build's. */
export interface CheckKey extends ExerciseKey {
  readonly compiled: CompiledChecks;
}
