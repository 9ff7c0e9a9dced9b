import type { PipelineChecks } from '#src/checker/pipeline/pipeline-checks.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { pickTold, type Told } from '../told.ts';
import { arqueroPlaces, type ArqueroExercise } from './schema.ts';

export interface ArqueroKey extends AnswerKeyBase, Told<ArqueroExercise, typeof arqueroPlaces, 'key'> {
  /** The same answer in SQL, which decides what is right. */
  readonly query: string;
  readonly compiled: PipelineChecks;
}

export function toArqueroKey(exercise: ArqueroExercise, compiled: PipelineChecks): ArqueroKey {
  const { solution: query, arquero: solution } = exercise;
  return { ...pickTold(exercise, arqueroPlaces, 'key'), solution, query, compiled };
}
