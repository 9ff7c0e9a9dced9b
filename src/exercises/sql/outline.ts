import { pickTold, type Told } from '../told.ts';
import { sqlPlaces, type SqlExercise } from './schema.ts';

/** The part of a SQL exercise that stands in the page. */
export type SqlOutline = Told<SqlExercise, typeof sqlPlaces, 'outline'>;

export function toSqlOutline(exercise: SqlExercise): SqlOutline {
  return pickTold(exercise, sqlPlaces, 'outline');
}
