import { numberWords } from '#src/words/number-words.ts';
import type { NumberExercise } from './schema.ts';

/** The rules by which a figure is judged, in sentences for the learner. */
export function toNumberChecks({ tolerance, unit }: Pick<NumberExercise, 'tolerance' | 'unit'>): string[] {
  const reach = numberWords(tolerance, 12);
  const withUnit = unit === '£' ? `£${reach}` : unit === '%' ? `${reach} percentage points` : reach;
  return [
    tolerance === 0
      ? 'Your figure must be exact.'
      : `Your figure may be up to ${withUnit} away from the exact one.`,
    unit === '%'
      ? 'You can write it with or without the sign: 12.3 or 12.3%.'
      : 'You can write it as you like: 1200000, 1,200,000 or 1.2m.',
  ];
}
