import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { pickTold, type Told } from '../told.ts';
import { sqlPlaces, type SqlExercise } from './schema.ts';

/** What is fetched when a query is first checked or the solution is asked for: the author's part and the build's. */
export interface SqlKey extends Told<SqlExercise, typeof sqlPlaces, 'key'> {
  readonly compiled: CompiledChecks;
}

export function toSqlKey(exercise: SqlExercise, compiled: CompiledChecks): SqlKey {
  return { ...pickTold(exercise, sqlPlaces, 'key'), compiled };
}
