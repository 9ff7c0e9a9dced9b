import type { Compare } from '#src/lessons/exercise.ts';

/**
 * What an exercise checks, in sentences for the person who is about to answer it.
 *
 * @example
 * checkWords({ order: 'ignored', columnNames: 'ignored', tolerance: 0 })
 * // => ['You show the columns that the task asks for, in that order. …', 'You have the right rows. …', …]
 */
export function checkWords({ order, columnNames, tolerance }: Compare): readonly string[] {
  return [
    columnNames === 'required'
      ? 'You show the columns that the task asks for, in that order and with the names it gives.'
      : 'You show the columns that the task asks for, in that order. What you call them does not matter.',
    order === 'required'
      ? 'You have the right rows, in the order that the task asks for.'
      : 'You have the right rows. Their order does not matter.',
    tolerance === 0
      ? 'The values are the same as the model answer’s.'
      : `The values are the same as the model answer’s. Numbers may differ by up to ${tolerance}.`,
  ];
}
