import type { Exercise } from '#src/exercises/kinds.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Track } from './track.ts';

/** Every exercise of the tracks, in the order in which they are taken. */
export function exercisesOf(tracks: readonly Track[]): readonly Exercise[] {
  return tracks.flatMap(({ lessons }) => lessons).flatMap(({ exercises }) => exercises);
}

/** Those of them whose answer is a query. */
export function sqlExercisesOf(tracks: readonly Track[]): readonly SqlExercise[] {
  return exercisesOf(tracks).filter((exercise) => exercise.kind === 'sql');
}
