import type { Compare } from '#src/lessons/exercise.ts';

/**
 * The rules by which an answer is compared, in sentences for the learner.
 *
 * @example
 * toWhatWeCheck({ order: 'ignored', columnNames: 'ignored', columns: 'exact', tolerance: 0 })
 * // => ['Your result must have the rows that the task asks for: …', 'The order of the rows does not matter.', …]
 */
export function toWhatWeCheck({ order, columnNames, tolerance }: Compare): string[] {
  return [
    'Your result must have the rows that the task asks for: none too few, none too many.',
    order === 'required' ? 'The order of the rows matters.' : 'The order of the rows does not matter.',
    columnNames === 'required'
      ? 'The columns must have the names that the task gives. Their order and capital letters do not matter.'
      : 'The columns must stand in the order that the task gives. Their names do not matter.',
    tolerance === 0
      ? 'Values must be equal. How a number is written does not matter: 5 and 5.00 are the same.'
      : `Numbers may differ from the expected ones by up to ${tolerance.toLocaleString('en-GB', { maximumFractionDigits: 20 })}.`,
  ];
}
