import { toOutlineBase, type OutlineBase } from '../exercise-base.ts';
import type { SqlExercise } from './schema.ts';

/** The part of a SQL exercise that stands in the page. */
export interface SqlOutline
  extends OutlineBase, Pick<SqlExercise, 'kind' | 'compare' | 'requires' | 'refuses' | 'broken'> {}

export function toSqlOutline(exercise: SqlExercise): SqlOutline {
  const { kind, starter, compare, requires, refuses, broken } = exercise;
  return { kind, ...toOutlineBase(exercise, starter), compare, requires, refuses, broken };
}
