import { toWhatWeCheck } from '../sql/what-we-check.ts';
import type { ArqueroExercise } from './schema.ts';

/** The rules by which a pipeline's result is compared, in sentences for the learner. */
export function toArqueroChecks({ compare }: Pick<ArqueroExercise, 'compare'>): string[] {
  return [...toWhatWeCheck(compare, {}, 'javascript'), 'The last line must give the table.'];
}
