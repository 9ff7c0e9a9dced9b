import type { PredictExercise } from './schema.ts';

/** The rules by which a prediction is judged, in sentences for the learner. */
export function toPredictChecks({ cell }: Pick<PredictExercise, 'cell'>): string[] {
  return cell === undefined
    ? ['One of the results is what the query gives.']
    : [
        'The value must be the one that the query gives. 1,200 and 1200 are the same. Write NULL for a missing value.',
      ];
}
